import { withHanded } from '../../couple/record';
import { letsExport } from '../../couple/summary/choose';
import { leaving } from '../../couple/summary/left-out';
import { ownForms } from '../../couple/summary/own-forms';
import { dateOf } from '../../retreat/schedule';
import { ownCopyNow } from '../state/handover';
import { isOwnGoingOn, type OwnCopy, type OwnMaking } from '../state/own-copy';
import type { Session } from '../state/session';
import { type Context, type Rules, refuse } from './context';
import { handed, inHands } from './handed';
import type { Happening } from './happenings';
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
export const ownCopyRules: Rules<'handover/own' | 'handover/leave-out' | 'handover/make' | 'handover/put-away'> = {
  'handover/own': handed<'handover/own'>({
    refuse: () => null,
    apply: (session, _, { on }, { now }) => {
      if (!on) return withOwn(session, null);
      return ownCopyNow(session.handover) === null
        ? withOwn(session, { day: dateOf(now.wall), out: [], making: null })
        : session;
    },
  }),
  'handover/leave-out': handed<'handover/leave-out'>({
    refuse: (session) => {
      const own = ownCopyNow(session.handover)?.own;
      if (own === undefined) return refuse('nothing-to-make');
      return isOwnGoingOn(own) ? refuse('already-making') : null;
    },
    apply: (session, _, { part, out }) => {
      const own = ownCopyNow(session.handover)?.own;
      return own ? withOwn(session, { ...own, out: leaving(own.out, part, out) }) : session;
    },
  }),
  'handover/make': handed<'handover/make'>({
    refuse: (session, { couple, side }) => {
      const own = ownCopyNow(session.handover)?.own;
      const record = session.records[couple]?.record;
      const refused = needsRecord(session, couple);
      if (own === undefined) return refuse('nothing-to-make');
      if (isOwnGoingOn(own)) return refuse('already-making');
      // Its file would be lost with it.
      if (own.making?.phrase) return refuse('phrases-shown');
      if (refused !== null || record === undefined) return refused;
      if (!letsExport(record.consents, side)) return refuse('consent-missing', { side });
      return session.takeHome.place === null ? refuse('no-place') : null;
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
      return withOwn(session, { ...own, making });
    },
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
