import { currentDay, dayOf, type RosterEntry } from '../../retreat/retreat';
import { clockOf, dateOf } from '../../retreat/schedule';
import * as on from '../../room/stage';
import { backdateRun, keptMoment, resumeRun } from '../../room/timer';
import { identityOf, roomDisplay } from '../policy/display-choice';
import type { Refusal } from '../protocol/refusal-code';
import { emptySession, idleLive, isRunning, type Live, type Session } from '../state/session';
import { withoutPhrases } from '../state/take-home';
import type { charterRules } from './charter-rules';
import type { Command, LiveCommand } from './commands';
import { type Context, never, type Rules, refuse } from './context';
import type { deleteRules } from './delete-rules';
import type { draftRules } from './draft-rules';
import type { joinRules } from './join-rules';
import { isOnCalendar, makeRetreat } from './make-retreat';
import type { moveRules } from './move-rules';
import type { noteRules } from './note-rules';
import type { partRules } from './part-rules';
import type { planRules } from './plan-rules';
import type { practiceRules } from './practice-rules';
import type { recordRules } from './record-rules';
import { needsReturning, onTheirSides, withThoseBack } from './returning';
import { needsFreeSeats, type rosterRules } from './roster-rules';
import type { swapRules } from './swap-rules';

type HomeCommand = Exclude<
  Command,
  | LiveCommand
  | {
      type:
        | keyof typeof planRules
        | keyof typeof rosterRules
        | keyof typeof recordRules
        | keyof typeof joinRules
        | keyof typeof moveRules
        | keyof typeof partRules
        | keyof typeof swapRules
        | keyof typeof charterRules
        | keyof typeof noteRules
        | keyof typeof practiceRules
        | keyof typeof deleteRules
        | keyof typeof draftRules;
    }
  | {
      type:
        | 'edit/undo'
        | 'edit/redo'
        | `handover/${string}`
        | `take-home/${string}`
        | `answers/${string}`
        | `printouts/${string}`
        | `print/${string}`
        | `couple/timeout${string}`;
    }
>;

const needsRest = (session: Session): Refusal | null => (isRunning(session) ? refuse('run-is-on') : null);

const known = ({ shelf }: Session, { id }: { readonly id: string }): Refusal | null =>
  shelf.some((line) => line.id === id) ? null : refuse('no-such-retreat');

/** Live state at the start of a retreat's current day: nothing on stage, what already ran kept in the log. */
function liveOn(session: Session): Live {
  const day = session.retreat === null ? undefined : currentDay(session.retreat);
  if (day === undefined) return { ...idleLive, stage: { ...on.emptyStage, cue: session.live.stage.cue } };
  const ran = day.items.flatMap((item) => (item.actual === null ? [] : [[item.id, item.actual] as const]));
  return {
    ...idleLive,
    stage: { ...on.emptyStage, cue: session.live.stage.cue, autopilot: session.live.stage.autopilot },
    dayId: day.id,
    after: ran.at(-1)?.[0] ?? null,
    log: Object.fromEntries(ran),
    dayEndedAt: day.endedAt,
  };
}

/** The session with this retreat in it, or none. Of another one before it nothing stays, nor what is being written. */
export function inRetreat(session: Session, retreat: Session['retreat'], notes: Session['notes'] = {}): Session {
  const same = retreat?.id === session.retreat?.id;
  const { drafts } = same ? session : emptySession;
  const opened = {
    ...session,
    retreat,
    notes,
    drafts,
    unsavedNotes: [],
    undoLists: {},
    choice: null,
    before: [],
    asked: null,
    takeHome: same ? session.takeHome : withoutPhrases(session.takeHome),
  };
  return { ...opened, live: liveOn(opened) };
}

const openRoom: Rules<'room/open'>['room/open'] = {
  refuse: ({ screens, settings }, { displayId, windowed }) => {
    if (windowed) return null;
    const free = screens.displays.filter((display) => !display.console);
    if (displayId !== null) {
      const display = screens.displays.find(({ id }) => id === displayId);
      if (display === undefined) return refuse('no-such-display');
      return display.console ? refuse('console-on-display') : null;
    }
    // S3: with one display the room opens only after a clear yes, in a window.
    if (free.length === 0) return refuse('one-display');
    return roomDisplay(screens, settings.display) === null ? refuse('choose-display') : null;
  },
  apply: (session, { displayId, windowed }) => {
    const { screens, settings } = session;
    const chosen = windowed
      ? null
      : displayId === null
        ? roomDisplay(screens, settings.display)
        : (screens.displays.find(({ id }) => id === displayId) ?? null);
    return {
      ...session,
      settings: chosen === null ? settings : { ...settings, display: identityOf(chosen) },
      screens: { ...screens, wanted: { open: true, displayId: chosen?.id ?? null, windowed } },
    };
  },
};

const answerAway: Rules<'stage/answer-away'>['stage/answer-away'] = {
  refuse: ({ live }) => (live.away === null || live.away.ms === null ? refuse('nothing-away') : null),
  apply: (session, { count }, { now }) => {
    const { away, stage } = session.live;
    const current = on.current(stage);
    if (away === null || current === null || stage.playing === null) {
      return { ...session, live: { ...session.live, away: null } };
    }
    const run = resumeRun(current.run, now.live);
    const counted = count ? backdateRun(run, away.ms ?? 0, now.live) : run;
    const runs = stage.playing.runs.map((stepRun, index) =>
      index === current.index ? { ...stepRun, run: counted } : stepRun,
    );
    const live = { ...session.live, away: null, stage: { ...stage, playing: { ...stage.playing, runs } } };
    return { ...session, live };
  },
};

/** Home, displays, settings, recovery: everything that is neither live nor an edit of the plan. */
export const homeRules: Rules<HomeCommand['type']> = {
  'stage/undo': {
    refuse: ({ before }, { actions }) => (before.length < actions ? refuse('nothing-to-undo') : null),
    apply: (session, { actions }) => {
      const { before, live } = session;
      const first = before.at(-actions);
      if (first === undefined) return session;
      const stage = on.keepHeard(first.live.stage, live.stage);
      const undone = { ...first.live, stage, away: live.away, veiled: live.veiled };
      return { ...session, before: before.slice(0, -actions), live: undone };
    },
  },
  'stage/answer-away': answerAway,
  'stage/unveil': { refuse: never, apply: (session) => ({ ...session, live: { ...session.live, veiled: false } }) },
  'retreat/create': {
    refuse: (session, { program, date, couples }, { book }) => {
      const from = book.program(program);
      const resting = needsRest(session);
      if (resting !== null) return resting;
      if (from === undefined) return refuse('no-such-program');
      if (!isOnCalendar(from, date)) return refuse('no-such-date');
      const wanted = couples.map(({ seat }) => seat);
      return needsFreeSeats([], wanted) ?? needsReturning(session, couples, []);
    },
    apply: (session, { program, title, date, couples: come }, context) => {
      const { book, now, id } = context;
      const from = book.program(program);
      if (from === undefined) return session;
      const couples = onTheirSides(session, come);
      const making = { id, title, date, couples, createdAt: keptMoment(now.wall), demo: false };
      return inRetreat(withThoseBack(session, couples, context), makeRetreat(from, making, book));
    },
  },
  'retreat/demo': {
    refuse: (session, _, { book }) =>
      needsRest(session) ?? (book.program('evening') === undefined ? refuse('no-such-program') : null),
    apply: (session, _, context) => inRetreat(session, demoRetreat(context)),
  },
  'retreat/open': {
    // The library answers with `library/opened`; until then nothing changes.
    refuse: (session, command) => needsRest(session) ?? known(session, command),
    apply: (session, { id }, { id: token }) =>
      // The one that is open is newer than what the library has of it.
      ({ ...session, asked: session.retreat?.id === id ? null : { token, retreat: id } }),
  },
  'retreat/close': { refuse: needsRest, apply: (session) => inRetreat(session, null) },
  'retreat/delete': {
    refuse: (session, command) =>
      (session.retreat?.id === command.id ? needsRest(session) : null) ?? known(session, command),
    apply: (session, { id }) => {
      const shelf = session.shelf.filter((line) => line.id !== id);
      const asked = session.asked?.retreat === id ? null : session.asked;
      const returning: Session['returning'] = [];
      const recovery = session.recovery?.retreat?.id === id ? null : session.recovery;
      return {
        ...(session.retreat?.id === id ? inRetreat(session, null) : session),
        shelf,
        asked,
        recovery,
        returning,
      };
    },
  },
  'day/open': {
    refuse: (session, { id }) => {
      if (session.retreat === null) return refuse('no-retreat');
      return needsRest(session) ?? (dayOf(session.retreat, id) === undefined ? refuse('no-such-day') : null);
    },
    apply: (session, { id }) => {
      if (session.retreat === null) return session;
      const { retreat } = session;
      // Who was late or took a pause yesterday begins the day like everyone; who left has left.
      const couples = retreat.couples.map(
        (couple): RosterEntry => (couple.status === 'left' ? couple : { ...couple, status: 'present' }),
      );
      const fresh = retreat.currentDay === id ? retreat : { ...retreat, couples };
      const opened = { ...session, choice: null, before: [], retreat: { ...fresh, currentDay: id } };
      return { ...opened, live: liveOn(opened) };
    },
  },
  'room/open': openRoom,
  'room/close': {
    refuse: never,
    apply: (session) => ({
      ...session,
      screens: { ...session.screens, wanted: { ...session.screens.wanted, open: false } },
    }),
  },
  'room/identify': {
    refuse: never,
    apply: (session) => ({ ...session, screens: { ...session.screens, identify: session.screens.identify + 1 } }),
  },
  'settings/change': {
    refuse: never,
    apply: (session, { patch }) => ({ ...session, settings: { ...session.settings, ...patch } }),
  },
  'recovery/go-on': {
    // The library opens the retreat and answers with `recovery/restored`.
    refuse: (session) => (session.recovery === null ? refuse('no-recovery') : needsRest(session)),
    // It stays on offer until the run is back: what cannot be read now may be read later.
    apply: (session, _, { id: token }) => ({
      ...session,
      asked: { token, retreat: session.recovery?.retreat?.id ?? null },
    }),
  },
  'recovery/dismiss': {
    refuse: ({ recovery }) => (recovery === null ? refuse('no-recovery') : null),
    apply: (session) => ({ ...session, recovery: null }),
  },
  'console/choose': {
    refuse: ({ retreat, live }, { choice }) => {
      if (choice === null) return null;
      if (choice.kind === 'step') {
        return live.stage.playing?.steps[choice.index] === undefined ? refuse('no-such-step') : null;
      }
      const day = retreat === null ? undefined : currentDay(retreat);
      return day?.items.some(({ id }) => id === choice.id) === true ? null : refuse('no-such-item');
    },
    apply: (session, { choice }) => ({ ...session, choice }),
  },
  'console/discreet': {
    refuse: never,
    apply: (session, { on: wanted }) => ({ ...session, discreet: wanted ?? !session.discreet }),
  },
  'notice/dismiss': { refuse: never, apply: (session) => ({ ...session, notice: null }) },
};

function demoRetreat({ book, now, id }: Context): Session['retreat'] {
  const program = book.program('evening');
  const evening = program?.days[0];
  if (program === undefined || evening === undefined) return null;
  // The demo is looked at when there is time for it, so its evening begins now and is neither late nor early.
  const start = clockOf(now.wall);
  const making = {
    id,
    title: book.titles.demo,
    date: dateOf(now.wall),
    couples: book.demoCouples,
    createdAt: keptMoment(now.wall),
    demo: true,
  };
  return makeRetreat({ ...program, days: [{ ...evening, start }] }, making, book);
}
