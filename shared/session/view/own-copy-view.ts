import { z } from 'zod';
import type { HandoverWordKey, OwnCopyView } from '../../couple/handover-view';
import { letsExport } from '../../couple/summary/choose';
import { makeSummary } from '../../couple/summary/make-summary';
import { summarySchema } from '../../couple/summary/summary';
import type { Book } from '../commands/book';
import { ownCopyNow } from '../state/handover';
import type { Session } from '../state/session';
import type { CopyFault } from '../state/take-home';
import { ownSourceNow } from './take-home-source';

/** Why their copy was not made, as a partner is told. */
const faultWords: Readonly<Record<CopyFault, HandoverWordKey>> = {
  'no-consent': 'ownFailedConsent',
  nothing: 'ownNothing',
  'not-open': 'ownFailed',
  'not-noted': 'ownFailedDisk',
  changed: 'ownFailedChanged',
  page: 'ownFailed',
  exists: 'ownFailed',
  'disk-full': 'ownFailedDisk',
  'no-permission': 'ownFailedDisk',
  locked: 'ownFailedDisk',
  disk: 'ownFailedDisk',
};

const nothingOut: ReadonlySet<string> = new Set();

/** Their own copy as it would be made at this moment, and the file of it; null while its place is not open. */
export function ownCopyView(session: Session, book: Book): OwnCopyView | null {
  const now = ownCopyNow(session.handover);
  const record = now && session.records[now.to.couple]?.record;
  if (!now || !record) return null;
  const { making } = now.own;
  const of = ownSourceNow(session, book);
  const made = making?.state === 'made';
  return {
    may: letsExport(record.consents, now.to.side),
    isRead: of !== null && session.takeHome.place !== null,
    summary: of && makeSummary(of.source, now.to.side, nothingOut, of.words).summary,
    making: making?.state === 'waits' || making?.state === 'making',
    file: made && making.file !== null ? `${making.folder}/${making.file}` : null,
    phrase: made ? making.phrase : null,
    failed: making?.fault ? book.handover.words[faultWords[making.fault]] : null,
  };
}

const text = z.string();

export const ownCopySchema: z.ZodType<OwnCopyView> = z.strictObject({
  may: z.boolean(),
  isRead: z.boolean(),
  summary: summarySchema.nullable(),
  making: z.boolean(),
  file: text.nullable(),
  phrase: text.nullable(),
  failed: text.nullable(),
});
