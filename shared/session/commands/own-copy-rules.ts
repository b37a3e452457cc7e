import { withHanded } from '../../couple/record';
import { letsExport } from '../../couple/summary/choose';
import { leaving } from '../../couple/summary/left-out';
import { ownForms } from '../../couple/summary/own-forms';
import { dateOf } from '../../retreat/schedule';
import type { Refusal } from '../protocol/refusal-code';
import type { HandedTo } from '../state/handover';
import { ownCopyNow } from '../state/handover';
import { isOwnGoingOn, type OwnCopy, type OwnMaking } from '../state/own-copy';
import { isAtPrinter } from '../state/print-job';
import type { Session } from '../state/session';
import { type Context, type Rules, refuse } from './context';
import { handed, inHands } from './handed';
import type { Happening } from './happenings';
import { newJob } from './print-job-rules';
import { needsRecord, stampOf, withRecord } from './record-rules';
import { folderOf } from './take-home-rules';

const withOwn = (session: Session, own: OwnCopy | null): Session =>
  session.handover?.kind === 'open' ? inHands(session, { ...session.handover, own }) : session;

/** Changes the file that is made, if it is still this one. */
function withMaking(session: Session, id: string, change: Partial<OwnMaking>): Session {
  const own = ownCopyNow(session.handover)?.own;
  return own?.making?.id === id ? withOwn(session, { ...own, making: { ...own.making, ...change } }) : session;
}

/** What the file opens with. It is said before the file is told as made, and shown after. */
export const withOwnPhrase = (session: Session, { id, phrase }: Of<'handover/own-phrase'>): Session =>
  withMaking(session, id, { phrase });

/** Where it can be printed, as the system knows it. */
export function withPrinters(session: Session, { printers }: Of<'handover/printers'>): Session {
  const own = ownCopyNow(session.handover)?.own;
  return own === undefined ? session : withOwn(session, { ...own, printers });
}

/** Why nothing is made of their own copy just now, whether a file or on paper. */
function needsOwn(session: Session, { couple, side }: HandedTo): Refusal | null {
  const own = ownCopyNow(session.handover)?.own;
  const record = session.records[couple]?.record;
  const refused = needsRecord(session, couple);
  if (own === undefined) return refuse('nothing-to-make');
  if (isOwnGoingOn(own)) return refuse('already-making');
  if (isAtPrinter(session.ownPrint)) return refuse('already-printing');
  if (refused !== null || record === undefined) return refused;
  return letsExport(record.consents, side) ? null : refuse('consent-missing', { side });
}

type Of<T extends Happening['type']> = Extract<Happening, { type: T }>;

/** How the file stands now. That it is made is noted in the record, and the facilitator is told where it is. */
export function withOwnFile(session: Session, { id, is }: Of<'handover/own-file'>, context: Context): Session {
  const now = ownCopyNow(session.handover);
  const making = now?.own.making;
  if (now === null || making?.id !== id) return session;
  const after = withMaking(session, id, is);
  if (is.state !== 'made' || is.file === null) return after;
  const { couple, side, retreat } = now.to;
  const stamp = stampOf(context);
  const noted = withRecord(after, couple, (record) =>
    ownForms[making.form].formats.reduce(
      (all, format) => withHanded(all, { format, version: side }, { ...stamp, id: `${stamp.id}-${format}`, retreat }),
      record,
    ),
  );
  const { place, folder } = making;
  const taken = { id: couple, side, place, folder, file: is.file };
  return { ...noted, takeHome: { ...noted.takeHome, taken: [...noted.takeHome.taken, taken] } };
}

/** A partner looks at their own copy and takes it along, alone (S13). */
export const ownCopyRules: Rules<
  'handover/own' | 'handover/leave-out' | 'handover/make' | 'handover/print' | 'handover/put-away'
> = {
  'handover/own': handed<'handover/own'>({
    refuse: () => null,
    apply: (session, _, { on }, { now }) => {
      if (!on) return withOwn(session, null);
      const clear = isAtPrinter(session.ownPrint) ? session : { ...session, ownPrint: null };
      return ownCopyNow(session.handover) === null
        ? withOwn(clear, { day: dateOf(now.wall), out: [], making: null, printers: null })
        : session;
    },
  }),
  'handover/leave-out': handed<'handover/leave-out'>({
    refuse: (session) => {
      const own = ownCopyNow(session.handover)?.own;
      if (own === undefined) return refuse('nothing-to-make');
      if (isAtPrinter(session.ownPrint)) return refuse('already-printing');
      return isOwnGoingOn(own) ? refuse('already-making') : null;
    },
    apply: (session, _, { part, out }) => {
      const own = ownCopyNow(session.handover)?.own;
      return own ? withOwn(session, { ...own, out: leaving(own.out, part, out) }) : session;
    },
  }),
  'handover/make': handed<'handover/make'>({
    refuse: (session, to) => {
      // Its file would be lost with it.
      if (ownCopyNow(session.handover)?.own.making?.phrase) return refuse('phrases-shown');
      return needsOwn(session, to) ?? (session.takeHome.place === null ? refuse('no-place') : null);
    },
    apply: (session, _, { form, paper }, { now, id }) => {
      const own = ownCopyNow(session.handover)?.own;
      const { place } = session.takeHome;
      if (own === undefined || place === null) return session;
      const folder = folderOf(now.wall);
      const making: OwnMaking = {
        id,
        form,
        paper,
        place,
        folder,
        phrase: null,
        state: 'waits',
        fault: null,
        file: null,
      };
      return withOwn({ ...session, ownPrint: null }, { ...own, making });
    },
  }),
  'handover/print': handed<'handover/print'>({
    refuse: (session, to, { printer }) => {
      const refused = needsOwn(session, to);
      if (refused !== null) return refused;
      const { printers = null } = ownCopyNow(session.handover)?.own ?? {};
      return printers?.some(({ name }) => name === printer) ? null : refuse('no-such-printer');
    },
    apply: (session, { couple, side, retreat }, { printer, paper }, { id }) => ({
      ...session,
      ownPrint: {
        id,
        retreat,
        paper,
        ...newJob([{ copy: { id: couple, version: side }, printout: null }], printer),
      },
    }),
  }),
  'handover/put-away': handed<'handover/put-away'>({
    refuse: (session) => {
      const making = ownCopyNow(session.handover)?.own.making;
      return making?.state === 'made' && making.phrase !== null ? null : refuse('no-phrases');
    },
    apply: (session) => {
      const making = ownCopyNow(session.handover)?.own.making;
      return making ? withMaking(session, making.id, { phrase: null }) : session;
    },
  }),
};
