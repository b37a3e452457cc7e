import { withHanded } from '../../couple/record';
import { leaving } from '../../couple/summary/left-out';
import { dateOf } from '../../retreat/schedule';
import { withoutLast } from '../state/print-job';
import type { Session } from '../state/session';
import {
  type Copy,
  type CopyToMake,
  copyKey,
  filesOf,
  handedId,
  hasPhrases,
  isGoingOn,
  type TakeHome,
  withoutPhrases,
} from '../state/take-home';
import type { Command } from './commands';
import { type Context, never, type Rules, refuse } from './context';
import type { Happening } from './happenings';
import { kept, stampOf, withRecord } from './record-rules';

type TakeHomeCommand = Extract<Command, { type: `take-home/${string}` }>;

const withTakeHome = (session: Session, change: (takeHome: TakeHome) => Partial<TakeHome>): Session => ({
  ...session,
  takeHome: { ...session.takeHome, ...change(session.takeHome) },
});

/** Of a couple of the retreat that is open. */
export const isKnownCopy = (session: Session, { id }: Copy) =>
  session.retreat?.couples.some((couple) => couple.id === id) === true;

/** A folder's name from the moment its batch began: it sorts by time, and holds no letter that any system refuses. */
export const folderOf = (wall: number): string => {
  const [day = '', time = ''] = new Date(wall).toISOString().split('T');
  return `${day} ${time.slice(0, 8).replaceAll(':', '')}`;
};

const isUndone = ({ state }: CopyToMake): boolean => state === 'failed' || state === 'left';
const waiting = (copy: CopyToMake): CopyToMake => ({ ...copy, state: 'waits', fault: null });

/** How a copy of the batch stands now. That it is made is noted in the couple's record. */
export function withCopy(
  session: Session,
  { n, is }: Extract<Happening, { type: 'take-home/copy' }>,
  context: Context,
): Session {
  const { batch: of } = session.takeHome;
  const copy = of?.copies[n];
  const noted =
    of === null || copy === undefined || is.state !== 'made'
      ? session
      : withRecord(session, copy.id, (record) =>
          withHanded(record, copy, { ...stampOf(context), id: handedId(of, n), retreat: of.retreat }),
        );
  const { live } = context.now;
  return withTakeHome(noted, ({ batch }) => {
    if (batch === null) return {};
    const tookMs = is.state === 'made' && batch.since !== null ? live - batch.since : null;
    const copies = batch.copies.map((one, at) => (at === n ? { ...one, ...is, tookMs } : one));
    return { batch: { ...batch, since: is.state === 'making' ? live : null, copies } };
  });
}

/** What this copy of the batch opens with; its files open with the same. */
export const withPhrase = (session: Session, copy: Copy, phrase: string): Session =>
  withTakeHome(session, ({ batch }) => ({
    batch: batch && { ...batch, phrases: { ...batch.phrases, [copyKey(copy)]: phrase } },
  }));

/** What couples take home is looked at, and made into files, of the couples of the retreat that is open. */
export const takeHomeRules: Rules<TakeHomeCommand['type']> = {
  'take-home/show': {
    refuse: never,
    apply: (session, { on }, { now }) =>
      kept(
        withTakeHome(session, ({ review }) =>
          on ? { shown: dateOf(now.wall), review } : { shown: null, review: null },
        ),
      ),
  },
  'take-home/review': {
    refuse: (session, { copy }) => (copy === null || isKnownCopy(session, copy) ? null : refuse('no-such-couple')),
    apply: (session, { copy }) => withTakeHome(session, () => ({ review: copy })),
  },
  'take-home/leave-out': {
    refuse: (session, { copy }) => (isKnownCopy(session, copy) ? null : refuse('no-such-couple')),
    apply: (session, { copy, part, out }) =>
      withTakeHome(session, (takeHome) => ({
        out: { ...takeHome.out, [copyKey(copy)]: leaving(takeHome.out[copyKey(copy)] ?? [], part, out) },
      })),
  },
  'take-home/make': {
    refuse: (session, { copies }) => {
      if (isGoingOn(session.takeHome)) return refuse('already-making');
      // They would be lost, and their files with them.
      if (hasPhrases(session.takeHome)) return refuse('phrases-shown');
      if (!copies.every((copy) => isKnownCopy(session, copy))) return refuse('no-such-couple');
      if (filesOf(copies).length === 0) return refuse('nothing-to-make');
      return session.takeHome.place === null ? refuse('no-place') : null;
    },
    apply: (session, { copies, paper, encrypted }, { now, id }) =>
      withTakeHome(withoutLast(session), ({ place, byCouple, batch }) => ({
        // What is made is to be seen, and what it opens with.
        review: null,
        batch:
          place === null || session.retreat === null
            ? batch
            : {
                id,
                retreat: session.retreat.id,
                at: now.wall,
                paper,
                encrypted,
                phrases: {},
                place,
                folder: folderOf(now.wall),
                byCouple,
                since: null,
                copies: filesOf(copies).map((file) => ({
                  ...file,
                  state: 'waits',
                  fault: null,
                  file: null,
                  tookMs: null,
                })),
              },
      })),
  },
  'take-home/put-away': {
    refuse: ({ takeHome }) => {
      if (isGoingOn(takeHome)) return refuse('already-making');
      return hasPhrases(takeHome) ? null : refuse('no-phrases');
    },
    apply: (session) => withTakeHome(session, withoutPhrases),
  },
  'take-home/stop': {
    refuse: ({ takeHome }) => (isGoingOn(takeHome) ? null : refuse('not-making')),
    apply: (session) =>
      withTakeHome(session, ({ batch }) => ({
        batch: batch && {
          ...batch,
          copies: batch.copies.map((copy) => (copy.state === 'waits' ? { ...copy, state: 'left' } : copy)),
        },
      })),
  },
  'take-home/name': {
    refuse: never,
    apply: (session, { byCouple }) => withTakeHome(session, () => ({ byCouple })),
  },
  'take-home/again-one': {
    refuse: ({ takeHome: { batch } }, { n }) => {
      const copy = batch?.copies[n];
      return copy !== undefined && isUndone(copy) ? null : refuse('not-making');
    },
    apply: (session, { n }) =>
      withTakeHome(session, ({ batch }) => ({
        batch: batch && { ...batch, copies: batch.copies.map((copy, at) => (at === n ? waiting(copy) : copy)) },
      })),
  },
  'take-home/again': {
    refuse: ({ takeHome }) => {
      if (isGoingOn(takeHome)) return refuse('already-making');
      const undone = takeHome.batch?.copies.some(isUndone);
      return undone === true ? null : refuse('not-making');
    },
    apply: (session) =>
      withTakeHome(session, ({ batch }) => ({
        batch: batch && {
          ...batch,
          copies: batch.copies.map((copy) => (isUndone(copy) ? waiting(copy) : copy)),
        },
      })),
  },
};
