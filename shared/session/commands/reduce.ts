import { endedAt, tick } from '../../room/passing-time';
import * as on from '../../room/stage';
import type { Now } from '../../room/timer';
import { withDiscretion } from '../policy/discretion';
import { knownDisplay } from '../policy/display-choice';
import { logged } from '../state/run-record';
import { isRunning, type Session, withNotice } from '../state/session';
import { withCharterRead } from './charter-rules';
import { type Command, isLive, mostUndos } from './commands';
import type { Context } from './context';
import { inHands } from './handed';
import type { Brought, Happening } from './happenings';
import { inRetreat } from './home-rules';
import { meaningOf } from './live-rules';
import { waitingAfter } from './open-documents';
import { withOwnFile, withOwnPhrase, withPrinters } from './own-copy-rules';
import { withPage, withPracticeRead } from './practice-rules';
import { withPiece, withPrintState } from './print-job-rules';
import { withPrintout } from './printout-rules';
import { kept, withRecordRead } from './record-rules';
import { withNoteRead } from './returning';
import { reworded } from './reword';
import { withCoupleKept } from './roster-rules';
import { edited, settled } from './rules';
import { nextItem, putItem } from './stage-item-rules';
import { withCopy, withPhrase } from './take-home-rules';

/** The moment `live` on both clocks, as seen from `now`. */
const bothClocks = (live: number, now: Now): Now => ({ live, wall: now.wall - (now.live - live) });

/**
 * Lets time pass up to now: steps end, and with autopilot the day goes on to its next item, each at the very moment the
 * last one ended, so that neither lateness nor a long sleep of the process adds up.
 */
function passTime(session: Session, context: Context): Session {
  const { now } = context;
  // What already rests at its end stays there: autopilot carries on from an end, it does not jump away from one.
  const resting = on.currentRung(session.live.stage);
  // While a partner has the laptop nobody could stop what goes on by itself: each step rests at its end.
  const goesOn = session.handover === null;
  let at = logged(session, { ...session.live, stage: tick(session.live.stage, now, goesOn) }, now);
  if (resting || !goesOn) return at;
  for (;;) {
    const { stage, itemId } = at.live;
    if (!on.currentRung(stage) || !stage.autopilot || itemId === null || stage.playing === null) return at;
    if (on.hasNext(stage.playing)) return at;
    const item = nextItem(at);
    if (item === null) return at;
    const moment = bothClocks(endedAt(stage, now) ?? now.live, now);
    const put = putItem(at.live, item, { ...context, now: moment });
    if (put === at.live) return at;
    at = logged(at, { ...put, stage: on.start(put.stage, moment) }, moment);
    at = logged(at, { ...at.live, stage: tick(at.live.stage, now) }, now);
  }
}

/** That the display is back is news until something is done in front of it; all else stays until a person has read it. */
const stillNews = (notice: Session['notice']): Session['notice'] => (notice?.code === 'display-back' ? null : notice);

function carryOut(session: Session, command: Command, context: Context): Session {
  const after = edited(session, command, context);
  if (isLive(command) || command.type === 'stage/undo') {
    const settled = passTime(logged({ ...after, live: session.live }, after.live, context.now), context);
    if (!isLive(command)) return settled;
    const last = { command: meaningOf(command, session, context.now), live: session.live };
    return { ...settled, notice: stillNews(settled.notice), before: [...session.before, last].slice(-mostUndos) };
  }
  return after.live === session.live ? after : passTime(after, context);
}

/** The session after a command that was not refused, or after something the main process reports. Pure. */
export function reduce(session: Session, event: Command | Happening, context: Context): Session {
  const after = stillTrue(session, happened(session, event, context));
  return withChoice(session, withDiscretion(session, after), event);
}

/**
 * Once something is on stage, nothing that was asked for before takes its place, however late the library brings it; and a run whose
 * retreat goes on without it, to an item of its day, is no longer offered. Both are said.
 */
function stillTrue(before: Session, after: Session): Session {
  const { asked, recovery, retreat, live } = after;
  const goesOn = live.itemId !== null && live.itemId !== before.live.itemId;
  const overtaken = goesOn && recovery !== null && recovery.retreat !== null && recovery.retreat.id === retreat?.id;
  if (overtaken) return withNotice({ ...after, asked: null, recovery: null }, { code: 'run-overtaken', values: {} });
  if (asked === null || isRunning(before) || !isRunning(after)) return after;
  return withNotice({ ...after, asked: null }, { code: 'not-opened', values: {} });
}

/** The session with the retreat that was asked for. What is open of it already is newer than what was read. */
function broughtIn(session: Session, { retreat, notes }: Brought): Session {
  if (session.retreat?.id !== retreat.id) return inRetreat(session, retreat, notes);
  return { ...inRetreat(session, session.retreat, session.notes), unsavedNotes: session.unsavedNotes };
}

/** A choice is made beside what is on: it goes once something else is on stage, or the step is left by hand; time alone leaves it. */
function withChoice(before: Session, after: Session, event: Command | Happening): Session {
  if (after.choice === null || after.live === before.live) return after;
  const was = before.live.stage.playing;
  const is = after.live.stage.playing;
  const other = after.live.itemId !== before.live.itemId || was?.steps !== is?.steps;
  const byHand = event.type !== 'time/tick' && was?.index !== is?.index;
  return other || byHand ? { ...after, choice: null } : after;
}

/** Its words hide, and only the PIN goes on. */
const locked = (session: Session): Session =>
  session.handover === null ? session : inHands(session, { kind: 'locked' });

function happened(session: Session, event: Command | Happening, context: Context): Session {
  const { now } = context;
  switch (event.type) {
    case 'time/tick':
      return session.live.away === null ? passTime(session, context) : session;
    case 'language/changed':
      return reworded(session, context);
    case 'power/suspend': {
      if (session.live.away !== null) return session;
      const settled = passTime(locked(session), context);
      const current = on.current(settled.live.stage);
      const running = on.reading(settled.live.stage, now)?.state === 'running' && current?.timer.kind !== 'until';
      const away = { since: now.wall, ms: null, wasRunning: running };
      const stage = running ? on.pause(settled.live.stage, now) : settled.live.stage;
      return { ...settled, live: { ...settled.live, away, stage } };
    }
    case 'power/resume': {
      const { away } = session.live;
      // Asleep again before the question was answered: it is one time away, from the first sleep to now.
      if (away === null) return session;
      const asked = away.wasRunning ? { ...away, ms: Math.max(0, now.wall - away.since) } : null;
      return { ...session, live: { ...session.live, away: asked } };
    }
    case 'screens/changed':
      return { ...session, screens: { ...session.screens, ...event.screens } };
    case 'room/lost':
      return { ...session, live: { ...session.live, frozen: null } };
    case 'saving/changed':
      return { ...session, saving: { ...session.saving, ...event.saving } };
    case 'library/shelf':
      return { ...session, shelf: event.shelf };
    case 'library/due':
      return session.couplesDue === event.couples ? session : { ...session, couplesDue: event.couples };
    case 'library/couple-kept':
      return withCoupleKept(session, event);
    case 'library/settings':
      return { ...session, settings: event.settings };
    case 'library/opened':
      return session.asked?.token === event.token ? broughtIn(session, event) : session;
    case 'library/not-brought':
      return session.asked?.token === event.token ? { ...session, asked: null } : session;
    case 'draft/rested': {
      const draft = session.drafts[event.key];
      return draft === undefined ? session : settled(session, draft, context);
    }
    case 'library/note-saved': {
      // What was typed meanwhile waits for a save of its own.
      if (session.notes[event.id] !== event.note) return session;
      return { ...session, unsavedNotes: session.unsavedNotes.filter((id) => id !== event.id) };
    }
    case 'library/note-read':
      return withNoteRead(session, event);
    case 'library/returning':
      return { ...session, returning: event.couples };
    case 'library/record-read':
      return withRecordRead(session, event);
    case 'library/record-saved': {
      const { record } = event;
      const open = session.records[record.id]?.record;
      return kept({ ...session, unsavedRecords: waitingAfter(session.unsavedRecords, record, open) });
    }
    case 'library/charter-read':
      return withCharterRead(session, event);
    case 'library/charter-saved': {
      const { charter } = event;
      const open = session.charters[charter.id]?.charter;
      return { ...session, unsavedCharters: waitingAfter(session.unsavedCharters, charter, open) };
    }
    case 'library/practice-read':
      return withPracticeRead(session, event);
    case 'library/practice-saved': {
      const { practice } = event;
      const open = session.practices[practice.id]?.practice;
      return { ...session, unsavedPractices: waitingAfter(session.unsavedPractices, practice, open) };
    }
    case 'library/underway-found':
      return { ...session, underway: [...session.underway, event.underway] };
    case 'library/underway-done':
      return { ...session, underway: session.underway.filter(({ id }) => id !== event.id) };
    case 'recovery/found':
      return { ...session, recovery: event.recovery };
    case 'recovery/restored': {
      if (session.recovery === null || session.asked?.token !== event.token) return session;
      const opened = event.opened === null ? session : broughtIn(session, event.opened);
      const stage = on.restamp(event.live.stage, event.lastLive, now.live);
      // The projector shows the neutral room again rather than a desktop, if it is there (S2).
      const display = knownDisplay(session.screens, session.settings.display);
      const wanted = display === null ? session.screens.wanted : { open: true, displayId: display.id, windowed: false };
      return {
        ...opened,
        before: [],
        recovery: null,
        asked: null,
        screens: { ...session.screens, wanted },
        live: { ...event.live, stage, frozen: null, away: null, veiled: true },
      };
    }
    case 'handover/marked':
      if (session.handover?.kind !== 'opening') return session;
      if (event.ok) return inHands(session, { kind: 'open', to: session.handover.to, own: null });
      return withNotice(inHands(session, null), { code: 'not-handed-over', values: {} });
    case 'handover/lock':
      return locked(session);
    case 'handover/found':
      return inHands(session, { kind: 'locked' });
    case 'handover/left':
      // Whoever comes without the PIN is shown nobody's name or note.
      return { ...inHands(session, null), discreet: session.discreet || !event.byPin };
    case 'handover/own-phrase':
      return withOwnPhrase(session, event);
    case 'handover/own-file':
      return withOwnFile(session, event, context);
    case 'handover/printers':
      return withPrinters(session, event);
    case 'pin/known':
      return { ...session, hasPin: event.set };
    case 'take-home/placed':
      return { ...session, takeHome: { ...session.takeHome, place: event.place } };
    case 'take-home/phrase':
      return withPhrase(session, event.copy, event.phrase);
    case 'take-home/printing':
      return { ...session, printing: event.printing };
    case 'take-home/page':
      return withPage(session, event, context);
    case 'take-home/copy':
      return kept(withCopy(session, event, context));
    case 'printouts/file':
      return withPrintout(session, event.n, event.is);
    case 'print/piece':
      return withPiece(session, event);
    case 'print/state':
      return kept(withPrintState(session, event, context));
    case 'notice/raise':
      return withNotice(session, event.notice);
    default:
      return carryOut(session, event, context);
  }
}
