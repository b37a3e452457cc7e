import { z } from 'zod';
import type { HandoverWordKey, OwnCopyView, OwnPart } from '../../couple/handover-view';
import { letsExport } from '../../couple/summary/choose';
import { makeSummary } from '../../couple/summary/make-summary';
import { type Summary, summarySchema } from '../../couple/summary/summary';
import type { Book } from '../commands/book';
import type { HandedTo } from '../state/handover';
import { ownCopyNow } from '../state/handover';
import { isAtPrinter, type PrintFault, type PrintJob } from '../state/print-job';
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

/** Why it was not printed. */
const printWords = (fault: PrintFault): HandoverWordKey => {
  if (fault === 'no-consent') return 'ownPrintFailedConsent';
  return fault === 'changed' ? 'ownPrintFailedChanged' : 'ownPrintFailed';
};

/** What they print or printed last; what another partner did is nothing they are told of. */
const printOf = ({ ownPrint }: Session, { couple, side }: HandedTo): PrintJob | null =>
  ownPrint?.pieces.every(({ copy }) => copy?.id === couple && copy.version === side) ? ownPrint : null;

const nothingOut: ReadonlySet<string> = new Set();

/** All that they can leave out or have left out, in the order in which it stands there. */
function contentsOf(whole: Summary | null, out: ReadonlySet<string>): OwnCopyView['contents'] {
  const part = ({ id, title }: Omit<OwnPart, 'out'>): OwnPart => ({ id, title, out: out.has(id) });
  return (whole?.sections ?? []).map((section) => ({
    ...part(section),
    items: section.groups.flatMap(({ items }) => items.map(part)),
  }));
}

/** Their own copy as it would be made at this moment, and the file of it; null while its place is not open. */
export function ownCopyView(session: Session, book: Book): OwnCopyView | null {
  const now = ownCopyNow(session.handover);
  const record = now && session.records[now.to.couple]?.record;
  if (!now || !record) return null;
  const { making } = now.own;
  const of = ownSourceNow(session, book);
  const made = making?.state === 'made';
  const print = printOf(session, now.to);
  const why = print?.fault ? printWords(print.fault) : making?.fault ? faultWords[making.fault] : null;
  const out = new Set(now.own.out);
  const summaryWithout = (left: ReadonlySet<string>) =>
    of && makeSummary(of.source, now.to.side, left, of.words).summary;
  return {
    may: letsExport(record.consents, now.to.side),
    isRead: of !== null && session.takeHome.place !== null,
    summary: summaryWithout(out),
    contents: contentsOf(summaryWithout(nothingOut), out),
    making: making?.state === 'waits' || making?.state === 'making',
    file: made && making.file !== null ? `${making.folder}/${making.file}` : null,
    phrase: made ? making.phrase : null,
    failed: why === null ? null : book.handover.words[why],
    printers: now.own.printers,
    // What goes there for another keeps them waiting as well.
    printing: isAtPrinter(session.ownPrint),
    printed: print?.state === 'printed',
  };
}

const text = z.string();

const partSchema = z.strictObject({ id: text, title: text, out: z.boolean() });

export const ownCopySchema: z.ZodType<OwnCopyView> = z.strictObject({
  may: z.boolean(),
  isRead: z.boolean(),
  summary: summarySchema.nullable(),
  contents: z.array(partSchema.extend({ items: z.array(partSchema) })),
  making: z.boolean(),
  file: text.nullable(),
  phrase: text.nullable(),
  failed: text.nullable(),
  printers: z.array(z.strictObject({ name: text, title: text })).nullable(),
  printing: z.boolean(),
  printed: z.boolean(),
});
