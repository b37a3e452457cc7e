import { describe, expect, it } from 'vitest';
import { exercises } from '../../shared/content/en/exercises';
import { programs } from '../../shared/content/en/programs';
import { publicTitles } from '../../shared/content/en/public-titles';
import { talks } from '../../shared/content/en/talks';
import { castSteps, exerciseSeconds, talkSteps } from '../../shared/exercise/exercise';
import type { ProgramDay, ProgramItem } from '../../shared/exercise/program';
import { kindOf } from '../../shared/room/timer';
import { type Side, type WallStep, wordCount } from '../../shared/room/wall';
import { mostWordsOnWall, wallCaps } from '../../shared/room/wall-constants';
import { wallStepSchema } from '../../shared/room/wall-schema';
import { lonelyLetters } from '../lonely-letters';

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const floorMs = (steps: readonly WallStep[], side: Side): number =>
  steps.reduce((sum, { speaker, timer }) => sum + (speaker === side ? (kindOf(timer).lengthMs(timer) ?? 0) : 0), 0);

describe('the talks', () => {
  it('have ids of their own, and something to say on every card', () => {
    const ids = talks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !kebab.test(id))).toEqual([]);
    for (const { cards, notes, title } of talks) {
      expect(cards.length, title).toBeGreaterThan(0);
      expect(wordCount(notes), title).toBeGreaterThanOrEqual(5);
      for (const { say, thought } of cards) expect(wordCount(say), thought).toBeGreaterThanOrEqual(4);
    }
  });

  it.each(talks.map((talk) => [talk.id, talk] as const))('%s fits the wall', (_id, talk) => {
    for (const step of talkSteps(talk, 300)) {
      expect(wallStepSchema.safeParse(step).error?.issues ?? [], step.thought).toEqual([]);
      expect(wordCount(step.thought, step.detail), step.thought).toBeLessThanOrEqual(mostWordsOnWall);
      expect(`${step.thought} ${step.detail ?? ''}`).not.toMatch(/[{}]/);
    }
    expect(talk.title.length).toBeLessThanOrEqual(wallCaps.title);
    for (const { say } of talk.cards) expect(lonelyLetters(say)).toEqual([]);
  });
});

const minutesOfDay = (clock: string): number => {
  const match = /^(\d{2}):(\d{2})$/.exec(clock);
  if (match === null) throw new Error(`not a clock time: ${clock}`);
  return Number(match[1]) * 60 + Number(match[2]);
};

const days = programs.flatMap(({ id, days }) => days.map((day, at) => [`${id}, day ${at + 1}`, day] as const));

/** Seconds an item cannot be shorter than. */
function neededSeconds(item: ProgramItem): number {
  if (item.kind !== 'exercise') return 1;
  const exercise = exercises.find(({ id }) => id === item.exercise);
  if (exercise === undefined) throw new Error(`no exercise ${item.exercise}`);
  return exerciseSeconds(exercise);
}

describe('the programs', () => {
  it('are the evening, the half day, the day and the weekend', () => {
    expect(programs.map(({ days }) => days.map(({ start, end }) => minutesOfDay(end) - minutesOfDay(start)))).toEqual([
      [90],
      [240],
      [480],
      [510, 450],
    ]);
    expect(new Set(programs.map(({ id }) => id)).size).toBe(4);
  });

  it.each(days)('%s fills its hours to the minute', (_name, day: ProgramDay) => {
    const planned = day.items.reduce((sum, { minutes }) => sum + minutes, 0);
    expect(planned).toBe(minutesOfDay(day.end) - minutesOfDay(day.start));
    expect(day.items.length).toBeLessThanOrEqual(wallCaps.planRows);
  });

  it.each(days)('%s gives every item the time it needs', (_name, day: ProgramDay) => {
    for (const item of day.items) {
      expect(Number.isInteger(item.minutes)).toBe(true);
      expect(item.minutes * 60, JSON.stringify(item)).toBeGreaterThanOrEqual(neededSeconds(item));
    }
  });

  it.each(days)('%s names only talks that exist, and its own breaks', (_name, day: ProgramDay) => {
    const ids = new Set(talks.map(({ id }) => id));
    for (const item of day.items) {
      if (item.kind === 'talk') expect(ids, item.talk).toContain(item.talk);
      if (item.kind === 'break' && item.break !== null) expect(Object.keys(publicTitles.breaks)).toContain(item.break);
    }
  });

  it.each(days)('%s lets who starts alternate and both have the same floor', (_name, day: ProgramDay) => {
    const led = day.items.filter((item) => item.kind === 'exercise');
    const heard = led.map((item, at) => {
      const exercise = exercises.find(({ id }) => id === item.exercise);
      return exercise === undefined ? [] : castSteps(exercise, at % 2 === 0 ? 'A' : 'B');
    });
    expect(floorMs(heard.flat(), 'A')).toBe(floorMs(heard.flat(), 'B'));
    expect(floorMs(heard.flat(), 'A')).toBeGreaterThan(0);
  });

  it('leave no exercise and no talk unused', () => {
    const used = new Set(
      programs.flatMap(({ days }) =>
        days.flatMap(({ items }) =>
          items.flatMap((item) =>
            item.kind === 'exercise' ? [item.exercise] : item.kind === 'talk' ? [item.talk] : [],
          ),
        ),
      ),
    );
    expect([...exercises, ...talks].map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});
