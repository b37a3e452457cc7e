import { castSteps, talkSteps } from '../../exercise/exercise';
import type { AgendaItem } from '../../retreat/retreat';
import { dateOf, momentOf } from '../../retreat/schedule';
import { dateAfter } from '../../room/calendar-day';
import { type Playing, playingOf } from '../../room/stage';
import { keptMoment, minuteMs, type Timer } from '../../room/timer';
import type { Side, WallStep } from '../../room/wall';
import type { Book } from './book';
import type { FreeTimer } from './commands';
import { lengthsOf } from './exercise-lengths';
import { publicTitle } from './public-title';

function oneStep(thought: string, timer: Timer, rehearsal = false): WallStep {
  return {
    thought,
    detail: null,
    speaker: 'silent',
    timer,
    advance: 'wait',
    cue: 'chime',
    early: null,
    handover: false,
    rehearsal,
    pair: null,
  };
}

const breakTimer = (minutes: number, wall: number | null): Timer =>
  wall === null
    ? { kind: 'countdown', seconds: minutes * 60 }
    : { kind: 'until', at: keptMoment(Math.floor(wall)) + minutes * minuteMs };

/**
 * What an agenda item puts on stage at `wall` (epoch ms), or null when its exercise or talk is not in the book. With no moment yet a
 * break has its length and no end: when everyone is back moves with the clock until it begins.
 */
export function playingOfItem(item: AgendaItem, book: Book, wall: number | null): Playing | null {
  const title = publicTitle(item, book);
  switch (item.kind) {
    case 'exercise': {
      const exercise = book.exercise(item.ref ?? '');
      if (exercise === undefined) return null;
      return playingOf('exercise', title, castSteps(exercise, item.starts, lengthsOf(item, exercise)));
    }
    case 'talk': {
      const talk = book.talk(item.ref ?? '');
      if (talk !== undefined) return playingOf('talk', title, talkSteps(talk, item.minutes * 60));
      return item.ref === null
        ? playingOf('talk', title, [oneStep(title, { kind: 'single', seconds: item.minutes * 60 })])
        : null;
    }
    case 'break':
    case 'buffer':
      return playingOf('break', title, [oneStep(title, breakTimer(item.minutes, wall))]);
  }
}

/** An exercise on its own, in full: outside the plan no minutes are set for it. */
export function playingOfExercise(id: string, starts: Side, book: Book): Playing | null {
  const exercise = book.exercise(id);
  return exercise === undefined ? null : playingOf('exercise', exercise.title, castSteps(exercise, starts));
}

/** The next moment, after `wall`, at which the clock on the wall reads `clock`. */
function nextMoment(clock: string, wall: number): number {
  for (const days of [0, 1]) {
    const moment = momentOf(dateAfter(dateOf(wall), days), clock);
    if (moment > wall) return moment;
  }
  return wall;
}

/** A free timer, outside any exercise. Times in minutes; a timeout here is a real one (S16). */
export function playingOfTimer(timer: FreeTimer, title: string | null, book: Book, wall: number): Playing {
  const named = title ?? (timer.kind === 'timeout' ? book.titles.timeout : book.titles.timer);
  const wallTimer: Timer =
    timer.kind === 'countdown'
      ? { kind: 'countdown', seconds: timer.minutes * 60 }
      : timer.kind === 'timeout'
        ? { kind: 'timeout', seconds: timer.minutes * 60, rehearsal: false }
        : timer.kind === 'until'
          ? { kind: 'until', at: keptMoment(nextMoment(timer.clock, wall)) }
          : { kind: 'count-up' };
  return playingOf('timer', named, [oneStep(named, wallTimer)]);
}
