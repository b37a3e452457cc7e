import { isRunning, type Recovery, type Session } from '../../shared/session/state/session';
import { only } from '../library/store/layout';
import type { PositionWriter } from '../library/store/live-position';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { liveDocumentOf, type OpenRun, offerOf, openRun } from './crash-recovery';
import { type Raise, readSingle } from './load';
import type { RetreatLibrary } from './retreat-index';

/** What the next start may go on with: the run that is on, or one that was found open and is still on offer. */
export interface RunOnOffer {
  /** Looks for a run that was not closed, and offers it. */
  readonly find: (at: RetreatLibrary) => Promise<void>;
  /** The run that is offered, or null. */
  readonly offered: () => OpenRun | null;
  /** The run whose offer ended with this change, or null. */
  readonly withdrawn: (after: Session) => OpenRun | null;
  /** A run that was on offer until its retreat was to be deleted, which then was not. */
  readonly offerAgain: (run: OpenRun | null, recovery: Recovery | null) => void;
  /** Keeps where the run is. */
  readonly keep: (at: RetreatLibrary, after: Session, before: Session) => void;
  /** It was left: nobody is to be asked about it again. */
  readonly dismiss: (at: RetreatLibrary, run: OpenRun) => void;
  /** The run that is still on is not to be offered again. */
  readonly close: (at: RetreatLibrary) => void;
  /** Ends its sign of life; `closesRun` says that none is to be found. */
  readonly stop: (closesRun: boolean) => Promise<void>;
}

export function runOnOffer(store: Store, clock: Clock, raise: Raise): RunOnOffer {
  let heart: PositionWriter | null = null;
  let left: OpenRun | null = null;

  /** What stands on the disk when nothing is on stage: the run that is still on offer, or none. */
  const restingDocument = (session: Session) =>
    left === null ? { ...liveDocumentOf(session, clock.now()), closed: true } : { ...left.document, at: left.last };

  return {
    find: async (at) => {
      const [live, beat] = await Promise.all([readSingle(at, 'live', raise), at.lastLivePosition()]);
      left = live === null ? null : openRun(live, beat);
      if (left === null) return;
      const { retreat } = left.document;
      const of = retreat === null ? null : await at.read('retreat', retreat);
      const title =
        of?.state === 'ok' ? of.body.title : of?.state === 'damaged' ? (of.newestGood?.body.title ?? null) : null;
      store.report({ type: 'recovery/found', recovery: offerOf(left, title) });
    },
    offered: () => left,
    withdrawn: (after) => {
      const run = after.recovery === null ? left : null;
      if (run !== null) left = null;
      return run;
    },
    offerAgain: (run, recovery) => {
      if (run === null || recovery === null || left !== null) return;
      left = run;
      store.report({ type: 'recovery/found', recovery });
    },
    keep: (at, after, before) => {
      if (isRunning(after)) {
        void at.save('live', only, liveDocumentOf(after, clock.now()));
        heart ??= at.startPositionWriter(clock.now);
        return;
      }
      // A run that is still on offer is not written over by an empty stage, and stands there again once another has ended.
      if (left !== null && !isRunning(before)) return;
      void at.save('live', only, restingDocument(after));
      void heart?.forget();
      heart = null;
    },
    dismiss: (at, { document }) => void at.save('live', only, { ...document, closed: true }),
    close: (at) => {
      if (isRunning(store.session())) void at.save('live', only, restingDocument(store.session()));
    },
    stop: async (closesRun) => {
      await (closesRun ? heart?.forget() : heart?.stop());
    },
  };
}
