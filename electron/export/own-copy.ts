import { letsExport } from '../../shared/couple/summary/choose';
import { ownForms } from '../../shared/couple/summary/own-forms';
import type { Book } from '../../shared/session/commands/book';
import { needsRecord } from '../../shared/session/commands/record-rules';
import { ownCopyNow } from '../../shared/session/state/handover';
import type { Session } from '../../shared/session/state/session';
import { ownSourceNow } from '../../shared/session/view/take-home-source';
import { makers } from './formats';
import { type Making, NotMade } from './maker';

const nothingOut: ReadonlySet<string> = new Set();

/**
 * What a partner takes along alone, with what only they may read (S13): made while they have the laptop, and still let their words be made
 * into files. `id`: of the making it is for; one of an earlier partner's comes to nothing.
 */
export function ownMaking(session: Session, book: Book, id: string): Making {
  const now = ownCopyNow(session.handover);
  const making = now?.own.making;
  if (now === null || making?.id !== id) throw new NotMade('changed');
  const { couple, side } = now.to;
  const record = session.records[couple]?.record;
  const of = ownSourceNow(session, book);
  if (record === undefined || of === null || needsRecord(session, couple) !== null) throw new NotMade('not-open');
  if (!letsExport(record.consents, side)) throw new NotMade('no-consent');
  const moment = { session, book, copy: { id: couple, version: side }, out: nothingOut, ...of };
  const [format] = ownForms[making.form].formats;
  return makers[format](moment);
}
