import { letsExport } from '../../shared/couple/summary/choose';
import { formats } from '../../shared/couple/summary/formats';
import { type OwnFormName, ownForms } from '../../shared/couple/summary/own-forms';
import type { Book } from '../../shared/session/commands/book';
import { needsRecord } from '../../shared/session/commands/record-rules';
import { ownCopyNow } from '../../shared/session/state/handover';
import type { Session } from '../../shared/session/state/session';
import { ownSourceNow } from '../../shared/session/view/take-home-source';
import { makers } from './formats';
import { type Beside, type Maker, type Making, type Moment, NotMade } from './maker';
import { pdf } from './pdf';

/** Files of each format, and what lies beside them, in one. What locks it is loaded when one is made, and not before. */
const data: Maker = (at) => {
  const parts = ownForms.data.formats.map((format) => ({ format, ...makers[format](at) }));
  return {
    from: parts.map(({ from }) => from),
    bytes: async (tools) => {
      if (tools.phrase === null) return null;
      const files = new Map<string, Beside>();
      for (const { format, bytes, beside = [] } of parts) {
        const made = await bytes(tools);
        if (made === null) return null;
        const all = [{ name: `own-copy.${formats[format].extension}`, bytes: made }, ...beside];
        for (const file of all) files.set(file.name, file);
      }
      return (await import('./locked-zip')).lockedZip([...files.values()], tools.phrase);
    },
  };
};

const ownMakers: Readonly<Record<OwnFormName, Maker>> = { pages: pdf, data };

/**
 * What a partner takes along alone, with what only they may read (S13), is made from: while they have the laptop, and still let their words
 * be made into files.
 */
export function ownMoment(session: Session, book: Book): Moment {
  const now = ownCopyNow(session.handover);
  if (now === null) throw new NotMade('changed');
  const { couple, side } = now.to;
  const record = session.records[couple]?.record;
  const of = ownSourceNow(session, book);
  if (record === undefined || of === null || needsRecord(session, couple) !== null) throw new NotMade('not-open');
  if (!letsExport(record.consents, side)) throw new NotMade('no-consent');
  return { session, book, copy: { id: couple, version: side }, out: new Set(now.own.out), ...of };
}

/** The file of it. `id`: of the making it is for; one of an earlier partner's comes to nothing. */
export function ownMaking(session: Session, book: Book, id: string): Making {
  const making = ownCopyNow(session.handover)?.own.making;
  if (making?.id !== id) throw new NotMade('changed');
  return ownMakers[making.form](ownMoment(session, book));
}
