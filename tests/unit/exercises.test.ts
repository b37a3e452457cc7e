import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exercises } from '../../shared/content/en/exercises';
import {
  castSteps,
  castText,
  type Exercise,
  type ExerciseStep,
  exerciseSeconds,
  pairOf,
  shortestSeconds,
  shortLengths,
  sourceOf,
  stepSeconds,
} from '../../shared/exercise/exercise';
import { kindOf } from '../../shared/room/timer';
import { shortestTimeoutS } from '../../shared/room/timer-limits';
import { otherSide, type Side, sides, type WallStep, wordCount } from '../../shared/room/wall';
import { mostWordsOnWall, wallCaps } from '../../shared/room/wall-constants';
import { wallStepSchema } from '../../shared/room/wall-schema';
import { lonelyLetters } from '../lonely-letters';

/** What each exercise takes; the programs are built on it. */
const curriculum: Readonly<Record<string, number>> = {
  A1: 720,
  A2: 240,
  A3: 1440,
  B1: 960,
  B2: 1080,
  B3: 420,
  B4: 1560,
  C1: 1440,
  C2: 2040,
  C3: 1320,
  D1: 720,
  D2: 1200,
  D3: 480,
  D4: 540,
  D5: 1920,
  E1: 1080,
  E2: 2400,
  E3: 840,
  F1: 1200,
  F2: 1560,
  F3: 840,
  F4: 1200,
  G1: 960,
  G2: 2040,
  G3: 960,
  G4: 1440,
  G5: 1320,
  H1: 480,
  H2: 1200,
  H3: 1200,
};

/** The least each can honestly be led in, as its `ifShort` says. */
const minimum: Readonly<Record<string, number>> = {
  A1: 420,
  A2: 90,
  A3: 540,
  B1: 540,
  B2: 420,
  B3: 180,
  B4: 900,
  C1: 780,
  C2: 1440,
  C3: 780,
  D1: 360,
  D2: 480,
  D3: 240,
  D4: 420,
  D5: 1440,
  E1: 540,
  E2: 1200,
  E3: 540,
  F1: 420,
  F2: 720,
  F3: 300,
  F4: 600,
  G1: 480,
  G2: 900,
  G3: 480,
  G4: 660,
  G5: 420,
  H1: 240,
  H2: 300,
  H3: 660,
};

/** What answers another move, and makes no sense when that one was not made just before. */
const answers: Readonly<Record<string, readonly string[]>> = {
  'says-back': ['reads'],
  corrects: ['says-back'],
  mirrors: ['sends'],
  'makes-sense': ['mirrors'],
  imagines: ['makes-sense', 'mirrors'],
  responds: ['tells'],
  asks: ['tells'],
  receives: ['says'],
  echoes: ['tells-view', 'explains'],
  'says-when-back': ['signals'],
};

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const moduleOf: Readonly<Record<string, string>> = {
  A: 'arrive',
  B: 'notice',
  C: 'listen',
  D: 'pause',
  E: 'repair',
  F: 'base',
  G: 'govern',
  H: 'carry',
};

const byCode = exercises.map((exercise) => [exercise.code, exercise] as const);
const exerciseOf = (code: string): Exercise => {
  const found = exercises.find((exercise) => exercise.code === code);
  if (found === undefined) throw new Error(`no exercise ${code}`);
  return found;
};

/** Every text of an exercise that a person reads, with where it stands. */
function textsOf(exercise: Exercise): [string, string][] {
  const { title, purpose, before, watch, tears, safety, ifShort } = exercise;
  const whole = Object.entries({ title, purpose, before, watch, tears, safety, ifShort });
  const steps = exercise.steps.flatMap(({ name, thought, detail, say, watch }, index) =>
    Object.entries({ name, thought, detail, say, watch }).flatMap(([key, text]): [string, string][] =>
      text === undefined ? [] : [[`step ${index} ${key}`, text]],
    ),
  );
  const fields = exercise.capture.flatMap((field): [string, string][] => [
    [`field ${field.id}`, field.label],
    ...(field.kind === 'choice'
      ? field.options.map((option): [string, string] => [`option of ${field.id}`, option])
      : []),
    ...(field.kind === 'scale' ? [[`ends of ${field.id}`, `${field.low} … ${field.high}`] as [string, string]] : []),
  ]);
  return [...whole, ...steps, ...fields];
}

const floorMs = (steps: readonly WallStep[], side: Side): number =>
  steps.reduce((sum, { speaker, timer }) => sum + (speaker === side ? (kindOf(timer).lengthMs(timer) ?? 0) : 0), 0);

const movesOf = (exercise: Exercise, part: 'first' | 'second'): string[] =>
  exercise.steps.flatMap((step) => (step.part === part ? [`${step.move} ${JSON.stringify(step.timer)}`] : [])).sort();

/** The steps of the short form. */
const keptOf = ({ steps }: Exercise): ExerciseStep[] => steps.filter(({ short }) => short > 0);

describe('a letter that stands alone', () => {
  it.each([
    'A reads',
    'Now B',
    'ask A: ear or arms?',
    'Let B’s words stand',
    'A and B',
    '“B, go on”',
    'A: makes sense',
  ])('is found in “%s”', (text) => {
    expect(lonelyLetters(text)).toHaveLength(text === 'A and B' ? 2 : 1);
  });

  it.each([
    'A walk, warm water',
    'Listen. A quiet yes is enough.',
    '{first} reads',
    'D4 and A2',
    'Say “A little softer”',
    'A kiss',
  ])('is not found in “%s”', (text) => {
    expect(lonelyLetters(text)).toEqual([]);
  });
});

describe('the exercises as a whole', () => {
  it('are the thirty of the curriculum, in its order', () => {
    expect(exercises.map(({ code }) => code)).toEqual(Object.keys(curriculum));
  });

  it('have ids of their own, fit for saved retreats', () => {
    const ids = exercises.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !kebab.test(id))).toEqual([]);
  });

  it('stand one to a file, and no file is forgotten', () => {
    const files = readdirSync(new URL('../../shared/content/en/exercises/', import.meta.url));
    expect(files.sort()).toEqual(exercises.map(({ code, id }) => `${code.toLowerCase()}-${id}.ts`).sort());
  });

  it('belong to the module of their letter', () => {
    expect(exercises.filter(({ code, module }) => moduleOf[code.charAt(0)] !== module).map(({ code }) => code)).toEqual(
      [],
    );
  });

  it('teach every one of the four texts', () => {
    expect(new Set(exercises.flatMap(({ ideas }) => ideas)).size).toBe(4);
  });
});

describe.each(byCode)('%s', (code, exercise) => {
  it('takes the seconds the curriculum gives it', () => {
    expect(exerciseSeconds(exercise)).toBe(curriculum[code]);
  });

  it('asks the same moves, for the same time, of both partners', () => {
    expect(movesOf(exercise, 'second')).toEqual(movesOf(exercise, 'first'));
    exercise.steps.forEach((step, index) => {
      const speaks = step.part === 'first' || step.part === 'second';
      expect(step.move !== null, `step ${index} has a move exactly when a partner speaks`).toBe(speaks);
      if (step.move === null) return;
      expect(step.move).toMatch(kebab);
      const pair = pairOf(exercise.steps, index);
      expect(pair, `step ${index} has a pair`).not.toBeNull();
      if (pair === null) return;
      expect(exercise.steps[pair]?.timer).toEqual(step.timer);
      expect(exercise.steps[pair]?.part).not.toBe(step.part);
      expect(pairOf(exercise.steps, pair)).toBe(index);
    });
  });

  describe('in its short form', () => {
    it('takes its minimum, which is shorter than the whole', () => {
      expect(shortestSeconds(exercise)).toBe(minimum[code]);
      expect(shortestSeconds(exercise)).toBeLessThan(exerciseSeconds(exercise));
    });

    it('asks the same of both, move by move', () => {
      exercise.steps.forEach(({ name, short }, index) => {
        const pair = pairOf(exercise.steps, index);
        if (pair !== null) expect(exercise.steps[pair]?.short, name).toBe(short);
      });
      for (const starts of sides) {
        const steps = castSteps(exercise, starts, shortLengths(exercise));
        expect(floorMs(steps, 'A')).toBe(floorMs(steps, 'B'));
        for (const [index, { pair, speaker, timer }] of steps.entries()) {
          expect(pair !== null, `step ${index}`).toBe(speaker === 'A' || speaker === 'B');
          if (pair === null || (speaker !== 'A' && speaker !== 'B')) continue;
          expect(steps[pair]).toMatchObject({ speaker: otherSide(speaker), timer, pair: index });
        }
      }
    });

    it('leads something, and nothing longer than in full', () => {
      expect(keptOf(exercise).length).toBeGreaterThan(0);
      for (const step of exercise.steps) {
        expect(Number.isInteger(step.short), step.name).toBe(true);
        expect(step.short, step.name).toBeGreaterThanOrEqual(0);
        expect(step.short, step.name).toBeLessThanOrEqual(stepSeconds(step));
        // Nobody reads the wall and does what it says in less.
        if (step.short > 0) expect(step.short, step.name).toBeGreaterThanOrEqual(Math.min(15, stepSeconds(step)));
      }
    });

    it('breathes in whole breaths, and never calls less than twenty minutes a timeout (S16, S24)', () => {
      for (const { timer, short, name } of keptOf(exercise)) {
        if (timer.kind === 'pacer') expect(short % (timer.inSeconds + timer.outSeconds), name).toBe(0);
        if (timer.kind === 'timeout' && !timer.rehearsal) expect(short, name).toBeGreaterThanOrEqual(shortestTimeoutS);
      }
    });

    it('hands over only between those it handed over between', () => {
      const kept = keptOf(exercise);
      for (const step of kept.filter(({ handover }) => handover === true)) {
        const around = (steps: readonly ExerciseStep[]) =>
          [-1, 1].map((by) => steps[steps.indexOf(step) + by]?.part ?? null);
        expect(around(kept), step.detail).toEqual(around(exercise.steps));
        expect(['first', 'second'], step.detail).toContain(around(kept)[0]);
      }
    });

    it('has no answer without what it answers', () => {
      const kept = keptOf(exercise);
      for (const step of kept) {
        const to = answers[step.move ?? ''];
        const before = kept[kept.indexOf(step) - 1];
        const inFull = exercise.steps[exercise.steps.indexOf(step) - 1];
        // "Asks" is an answer where a partner was just told something; the same words may stand for a beginning.
        if (to === undefined || inFull?.move == null) continue;
        expect(to, `${step.name}, after ${before?.name}`).toContain(before?.move);
      }
    });

    it('fits the wall, and leaves its last step up until its leader goes on', () => {
      const steps = castSteps(exercise, 'A', shortLengths(exercise));
      for (const step of steps) expect(wallStepSchema.safeParse(step).error?.issues ?? [], step.thought).toEqual([]);
      expect(steps.at(-1)?.advance).toBe('wait');
      expect(steps.length).toBe(keptOf(exercise).length);
    });
  });

  it('shows no two steps alike, so that the notes of each are found', () => {
    for (const starts of sides) {
      const found = castSteps(exercise, starts).map((step) => sourceOf(exercise, starts, step));
      expect(found).toEqual(exercise.steps.map((_, index) => index));
    }
  });

  it.each(sides)('gives A and B equal airtime when %s starts', (starts) => {
    const steps = castSteps(exercise, starts);
    expect(floorMs(steps, 'A')).toBe(floorMs(steps, 'B'));
  });

  it('swaps nothing but the letters when the other one starts', () => {
    const whenA = castSteps(exercise, 'A');
    const whenB = castSteps(exercise, 'B');
    const swapped = whenA.map(({ speaker }) => (speaker === 'A' || speaker === 'B' ? otherSide(speaker) : speaker));
    expect(whenB.map(({ speaker }) => speaker)).toEqual(swapped);
    expect(whenB.map(({ timer, pair }) => ({ timer, pair }))).toEqual(
      whenA.map(({ timer, pair }) => ({ timer, pair })),
    );
  });

  it.each(sides)('fits the wall when %s starts', (starts) => {
    for (const step of castSteps(exercise, starts)) {
      expect(wallStepSchema.safeParse(step).error?.issues ?? [], step.thought).toEqual([]);
      expect(wordCount(step.thought, step.detail), `words in “${step.thought}”`).toBeLessThanOrEqual(mostWordsOnWall);
    }
    expect(exercise.title.length).toBeLessThanOrEqual(wallCaps.title);
    expect(exercise.steps.length).toBeLessThanOrEqual(wallCaps.steps);
  });

  it('names nobody A or B, and uses no token but {first} and {second}', () => {
    for (const [where, text] of textsOf(exercise)) {
      expect(lonelyLetters(text), `${where}: ${text}`).toEqual([]);
      expect(castText(text, 'A'), where).not.toMatch(/[{}]/);
    }
    // Only what is cast may hold a token.
    const { steps: _cast, ...uncast } = exercise;
    expect(JSON.stringify(uncast)).not.toMatch(/\{(?:first|second)\}/);
  });

  it('has every note its leader needs', () => {
    for (const [where, text] of textsOf(exercise)) {
      expect(text, where).toBe(text.trim());
      expect(text, where).not.toBe('');
    }
    for (const { name, say } of exercise.steps)
      expect(wordCount(say), `what to say in “${name}”`).toBeGreaterThanOrEqual(3);
    const { purpose, before, watch, tears, safety, ifShort } = exercise;
    for (const note of [purpose, before, watch, tears, safety, ifShort])
      expect(wordCount(note)).toBeGreaterThanOrEqual(5);
    expect(exercise.ideas.length).toBeGreaterThan(0);
    expect(new Set(exercise.ideas).size).toBe(exercise.ideas.length);
  });

  it('asks for valid fields', () => {
    const ids = exercise.capture.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const field of exercise.capture) {
      expect(field.id).toMatch(kebab);
      if (field.kind === 'choice') {
        expect(field.options.length, field.id).toBeGreaterThanOrEqual(2);
        expect(new Set(field.options).size, field.id).toBe(field.options.length);
      }
      if (field.kind === 'scale') expect(field.low, field.id).not.toBe(field.high);
    }
  });

  it('keeps the safety rules of its timers', () => {
    for (const { timer, rehearsal } of exercise.steps) {
      if (timer.kind === 'timeout') {
        expect(timer.rehearsal).toBe(rehearsal ?? false);
        // S16: only a rehearsal is shorter.
        if (timer.seconds < shortestTimeoutS) expect(timer.rehearsal).toBe(true);
      }
      // S24: in and out, and nothing between them.
      if (timer.kind === 'pacer')
        expect(Object.keys(timer).sort()).toEqual(['cycles', 'inSeconds', 'kind', 'outSeconds']);
    }
  });

  it('leaves the last step up until its leader goes on', () => {
    expect(exercise.steps.at(-1)?.advance).toBe('wait');
  });
});

describe('what the domain asks of single exercises', () => {
  it('S16: the rehearsal says so on every step, and the full timeout is real', () => {
    expect(exerciseOf('D4').steps.every(({ rehearsal }) => rehearsal === true)).toBe(true);
    const full = exerciseOf('D5').steps.flatMap(({ timer }) => (timer.kind === 'timeout' ? [timer] : []));
    expect(full).toEqual([{ kind: 'timeout', seconds: shortestTimeoutS, rehearsal: false }]);
    const short = exercises.filter(({ steps }) => steps.some(({ rehearsal }) => rehearsal === true));
    expect(short.map(({ code }) => code)).toEqual(['D4']);
  });

  it('S16: in short the rehearsal still says so on every step, and the full timeout is the whole twenty minutes', () => {
    const rehearsal = castSteps(exerciseOf('D4'), 'A', shortLengths(exerciseOf('D4')));
    expect(rehearsal.every((step) => step.rehearsal)).toBe(true);
    expect(rehearsal.filter(({ timer }) => timer.kind === 'timeout')).toHaveLength(2);
    const full = castSteps(exerciseOf('D5'), 'A', shortLengths(exerciseOf('D5')));
    expect(full.flatMap(({ timer }) => (timer.kind === 'timeout' ? [timer.seconds] : []))).toEqual([shortestTimeoutS]);
  });

  it('S18: the balcony asks how calm each is, and settles, in short as well', () => {
    const kept = keptOf(exerciseOf('E2')).map(({ name }) => name);
    expect(kept.at(0)).toBe('Calm check');
    expect(kept.at(-1)).toBe('Settle');
  });

  it('help and the limits are named for everyone in short as well', () => {
    const kept = (code: string) => keptOf(exerciseOf(code)).map(({ say }) => say);
    expect(kept('A1').some((say) => /help numbers/u.test(say))).toBe(true);
    expect(kept('E3').some((say) => /frightening or hurting/u.test(say))).toBe(true);
    expect(kept('G4').some((say) => /helps you stays/u.test(say))).toBe(true);
    expect(keptOf(exerciseOf('H3')).at(-1)).toBe(exerciseOf('H3').steps.at(-1));
  });

  it('S17: in a real timeout nobody is cast as the one who calls it', () => {
    const { steps } = exerciseOf('D5');
    const apart = steps.findIndex(({ timer }) => timer.kind === 'timeout');
    expect(steps.slice(0, apart).filter(({ part }) => part === 'first' || part === 'second')).toEqual([]);
  });

  it('S17: no field keeps who called a timeout, and airtime is not the couple’s', () => {
    const asked = exercises.flatMap(({ capture }) => capture.map(({ id, label }) => `${id} ${label}`));
    expect(asked.filter((text) => /caller|who called|called (it|the timeout)|airtime/iu.test(text))).toEqual([]);
  });

  it('S20: no field asks about fear or violence at home, and consent is asked for by consents, never by an answer', () => {
    const fields = exercises.flatMap(({ capture }) => capture);
    const asked = fields.map(({ id, label }) => `${id} ${label}`);
    expect(asked.filter((text) => /violen|afraid of|threaten|forced|\bhits?\b/iu.test(text))).toEqual([]);
    const answers = fields.filter(({ kind }) => kind !== 'consent').map(({ id, label }) => `${id} ${label}`);
    expect(answers.filter((text) => /\bconsents?\b/iu.test(text))).toEqual([]);
  });

  it.each([
    ['A1', ['record', 'measures']],
    ['H3', ['export']],
  ] as const)('S8: %s asks each partner for consent itself', (code, scopes) => {
    const asks = exerciseOf(code).capture.flatMap((field) => (field.kind === 'consent' ? [field] : []));
    expect(asks.map(({ whose, scopes: of }) => [whose, of])).toEqual([['each', scopes]]);
  });

  it('S24: wherever breathing is paced, another way is offered on the wall', () => {
    const paced = exercises.flatMap(({ steps }) => steps.filter(({ timer }) => timer.kind === 'pacer'));
    expect(paced.length).toBeGreaterThan(0);
    expect(paced.filter(({ thought, detail }) => !/your own way/u.test(`${thought} ${detail}`))).toEqual([]);
    const breath = exercises.flatMap(({ steps }) => steps.map(({ thought, detail }) => `${thought} ${detail ?? ''}`));
    expect(breath.filter((text) => /hold (your|the) breath/iu.test(text))).toEqual([]);
  });

  it('S18: the balcony offers everyone to settle or rest instead', () => {
    const wall = exerciseOf('E2').steps.map(({ thought, detail }) => `${thought} ${detail ?? ''}`);
    expect(wall.some((text) => /settle/iu.test(text) && /rest/iu.test(text))).toBe(true);
  });
});
