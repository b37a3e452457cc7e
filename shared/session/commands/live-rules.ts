import { swapped } from '../../exercise/exercise';
import { adjust, declineOffer, wouldBeUneven } from '../../room/fair-time';
import { hasJustGoneOn } from '../../room/passing-time';
import * as on from '../../room/stage';
import { allowedAdjustment, type Now, type Reading } from '../../room/timer';
import { otherSide } from '../../room/wall';
import { wallCaps } from '../../room/wall-constants';
import type { Refusal } from '../protocol/refusal-code';
import { withoutForm } from '../state/drafts';
import type { Session } from '../state/session';
import { billboard } from './billboard';
import type { LiveCommand, UndoneType } from './commands';
import { type Context, never, type Rule, type Rules, refuse } from './context';
import { dayHasEnded, dayRules, needsRelease, nextItem, putItem } from './stage-item-rules';

const withStage = (session: Session, change: (stage: on.Stage) => on.Stage): Session => ({
  ...session,
  live: { ...session.live, stage: change(session.live.stage) },
});

const needsStage = ({ live }: Session): Refusal | null =>
  live.stage.playing === null ? refuse('nothing-on-stage') : null;

/** The reading of what is on, or a refusal when nothing is. */
function onStage(session: Session, now: Now): { readonly reading: Reading; readonly current: on.Current } | null {
  const current = on.current(session.live.stage);
  const reading = on.reading(session.live.stage, now);
  return current === null || reading === null ? null : { current, reading };
}

const followsClock = (current: on.Current): boolean => current.timer.kind === 'until';

function refuseAdjust(session: Session, ms: number, now: Now): Refusal | null {
  const at = onStage(session, now);
  if (at === null) return refuse('nothing-on-stage');
  const { timer, run } = at.current;
  if (timer.kind === 'count-up') return refuse('no-length');
  if (wouldBeUneven(session.live.stage, ms)) return refuse('uneven');
  const steps = adjust(session.live.stage, ms, now).playing?.steps.length ?? 0;
  if (steps > wallCaps.steps) return refuse('already-longest');
  if (allowedAdjustment(timer, run, ms, now) !== 0) return null;
  if (ms > 0) return refuse('already-longest');
  return refuse(timer.kind === 'timeout' && !timer.rehearsal ? 'timeout-too-short' : 'already-shortest');
}

function refuseBackdate(session: Session, ms: number, now: Now): Refusal | null {
  const at = onStage(session, now);
  if (at === null) return refuse('nothing-on-stage');
  if (followsClock(at.current)) return refuse('cannot-backdate-clock');
  if (session.live.stage.held) return refuse('on-hold');
  const { remainingMs } = at.reading;
  return remainingMs !== null && ms > remainingMs ? refuse('backdate-too-far') : null;
}

const turnsBegun = (playing: on.Playing): boolean =>
  playing.steps.some(
    (step, index) => (step.speaker === 'A' || step.speaker === 'B') && playing.runs[index]?.run.startedAt != null,
  );

type Led = 'stage/start' | 'stage/pause' | 'stage/resume' | 'stage/next' | 'stage/show';

/** One key, several meanings: which one is decided by what is on when it arrives, so that no key speaks from an old view. */
const meanings: {
  readonly [T in Exclude<LiveCommand['type'], UndoneType>]: (session: Session, now: Now) => Led;
} = {
  'stage/go-on': ({ live }) => {
    const current = on.current(live.stage);
    if (current === null) return 'stage/next';
    if (current.run.startedAt === null) return 'stage/start';
    // The plan of the day lies over a step that has not been led to its end: the step comes back first.
    return live.stage.show === 'playing' ? 'stage/next' : 'stage/show';
  },
  'stage/run': ({ live }, now) => {
    const state = on.reading(live.stage, now)?.state;
    return state === 'running' ? 'stage/pause' : state === 'paused' ? 'stage/resume' : 'stage/start';
  },
};

/** What a live command means at this moment. */
export const meaningOf = ({ type }: LiveCommand, session: Session, now: Now): UndoneType =>
  type === 'stage/go-on' || type === 'stage/run' ? meanings[type](session, now) : type;

function whichever(key: keyof typeof meanings): Rule<'stage/go-on'> & Rule<'stage/run'> {
  const rule = (session: Session, { now }: Context) => {
    const type = meanings[key](session, now);
    const command = type === 'stage/show' ? { type, show: 'playing' as const } : { type };
    return { rule: liveRules[type] as Rule<Led>, command };
  };
  return {
    refuse: (session, _, context) => {
      const chosen = rule(session, context);
      return chosen.rule.refuse(session, chosen.command, context);
    },
    apply: (session, _, context) => {
      const chosen = rule(session, context);
      return chosen.rule.apply(session, chosen.command, context);
    },
  };
}

export const liveRules: Rules<LiveCommand['type']> = {
  ...dayRules,
  'stage/go-on': whichever('stage/go-on'),
  'stage/run': whichever('stage/run'),
  'stage/start': {
    refuse: (session, _, { now }) => {
      const at = onStage(session, now);
      if (at === null) return refuse('nothing-on-stage');
      if (session.live.stage.held) return refuse('on-hold');
      return at.reading.state === 'ready' || at.reading.state === 'paused' ? null : refuse('already-running');
    },
    apply: (session, _, { now }) => withStage(session, (stage) => on.start(stage, now)),
  },
  'stage/pause': {
    refuse: (session, _, { now }) => {
      const at = onStage(session, now);
      if (at === null) return refuse('nothing-on-stage');
      if (followsClock(at.current)) return refuse('cannot-pause-clock');
      return at.reading.state === 'running' ? null : refuse('not-running');
    },
    apply: (session, _, { now }) => withStage(session, (stage) => on.pause(stage, now)),
  },
  'stage/resume': {
    refuse: (session, _, { now }) => {
      const at = onStage(session, now);
      if (at === null) return refuse('nothing-on-stage');
      if (session.live.stage.held) return refuse('on-hold');
      return at.reading.state === 'paused' ? null : refuse('not-paused');
    },
    apply: (session, _, { now }) => withStage(session, (stage) => on.resume(stage, now)),
  },
  'stage/adjust': {
    refuse: (session, { ms }, { now }) => refuseAdjust(session, ms, now),
    apply: (session, { ms }, { now }) => withStage(session, (stage) => adjust(stage, ms, now)),
  },
  'stage/backdate': {
    refuse: (session, { ms }, { now }) => refuseBackdate(session, ms, now),
    apply: (session, { ms }, { now }) => withStage(session, (stage) => on.backdate(stage, ms, now)),
  },
  'stage/next': {
    refuse: (session, _, { now }) => {
      const { playing } = session.live.stage;
      if (session.live.stage.held) return refuse('on-hold');
      // Who presses at the chime means the step that ended: a partner's turn is never skipped by that.
      if (hasJustGoneOn(session.live.stage, now)) return refuse('just-gone-on');
      if (playing !== null && on.hasNext(playing)) return null;
      if (nextItem(session) !== null) return null;
      return playing !== null ? refuse('last-step') : (dayHasEnded(session) ?? refuse('nothing-on-stage'));
    },
    apply: (session, _, context) => {
      const { stage } = session.live;
      if (stage.playing !== null && on.hasNext(stage.playing))
        return withStage(session, (at) => on.next(at, context.now));
      const item = nextItem(session);
      return item === null ? session : { ...session, live: putItem(session.live, item, context) };
    },
  },
  'stage/back': {
    refuse: (session) =>
      needsStage(session) ??
      needsRelease(session) ??
      (session.live.stage.playing?.index === 0 ? refuse('first-step') : null),
    apply: (session, _, { now }) => withStage(session, (stage) => on.back(stage, now)),
  },
  'stage/restart': {
    refuse: (session) => needsStage(session) ?? needsRelease(session),
    apply: (session, _, { now }) => withStage(session, (stage) => on.restart(stage, now)),
  },
  'stage/jump': {
    refuse: (session, { index }) =>
      needsStage(session) ??
      needsRelease(session) ??
      (session.live.stage.playing?.steps[index] === undefined ? refuse('no-such-step') : null),
    apply: (session, { index }, { now }) => withStage(session, (stage) => on.jump(stage, index, now)),
  },
  'stage/advance': {
    refuse: needsStage,
    apply: (session, { advance }) => withStage(session, (stage) => on.setAdvance(stage, advance)),
  },
  'stage/decline-offer': {
    refuse: ({ live }) => (live.stage.playing?.offer == null ? refuse('no-offer') : null),
    apply: (session) => withStage(session, declineOffer),
  },
  'stage/swap': {
    refuse: ({ live }) => {
      const { playing } = live.stage;
      if (playing === null) return refuse('nothing-on-stage');
      if (playing.kind !== 'exercise' || !playing.steps.some(({ speaker }) => speaker === 'A'))
        return refuse('no-turns');
      return turnsBegun(playing) ? refuse('turns-begun') : null;
    },
    apply: (session, _, { book }) => {
      const { live } = session;
      const exercise = book.exercise(live.ref ?? '');
      if (exercise === undefined) return session;
      const swap = (playing: on.Playing): on.Playing => ({
        ...playing,
        steps: playing.steps.map((step) => swapped(exercise, live.starts, step)),
      });
      return {
        ...session,
        live: { ...live, starts: otherSide(live.starts), stage: on.withPlaying(live.stage, swap) },
      };
    },
  },
  'stage/autopilot': {
    refuse: never,
    apply: (session, command) => withStage(session, (s) => on.autopilot(s, command.on ?? !s.autopilot)),
  },
  'stage/hold': {
    refuse: never,
    apply: (session, command, { now }) => withStage(session, (stage) => on.hold(stage, command.on ?? !stage.held, now)),
  },
  'stage/blank': {
    refuse: never,
    apply: (session, command) => withStage(session, (s) => on.blank(s, command.on ?? !s.blank)),
  },
  'stage/help': {
    refuse: never,
    apply: (session, command) => withStage(session, (s) => on.help(s, command.on ?? !s.help)),
  },
  'stage/freeze': {
    refuse: never,
    apply: (session, command, { book }) => {
      const { live } = session;
      if (!(command.on ?? live.frozen === null)) return { ...session, live: { ...live, frozen: null } };
      const { look: _, ...standing } = billboard(session, book);
      const frozen = live.frozen ?? { stage: live.stage, billboard: standing };
      return { ...session, live: { ...live, frozen } };
    },
  },
  'stage/message': {
    refuse: never,
    apply: (session, { text }) => {
      const shown = withStage(session, (stage) => on.message(stage, text === '' ? null : text));
      // What is on the wall is no longer being written.
      return text === null ? shown : { ...shown, drafts: withoutForm(shown.drafts, 'message') };
    },
  },
  'stage/show': {
    refuse: (session, command) => (command.show === 'playing' ? needsStage(session) : null),
    apply: (session, command) => withStage(session, (stage) => on.show(stage, command.show)),
  },
  'stage/end': {
    refuse: never,
    apply: (session) => ({
      ...session,
      live: { ...session.live, stage: on.end(session.live.stage), itemId: null, ref: null },
    }),
  },
};
