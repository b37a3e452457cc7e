import { kindOf, type Timer } from '../room/timer';
import { otherSide, type Side, type WallStep } from '../room/wall';
import type { Cue, Speaker } from '../room/wall-constants';
import type { CaptureField } from './fields';

/** The eight parts of the curriculum, in the order a retreat meets them. */
export const modules = ['arrive', 'notice', 'listen', 'pause', 'repair', 'base', 'govern', 'carry'] as const;
export type Module = (typeof modules)[number];

/** The four texts whose ideas an exercise teaches (domain.md). */
export type Idea = 'culture' | 'functioning' | 'base' | 'practice';

/** In content nobody is A or B yet: who goes first alternates from exercise to exercise. */
export type Part = 'facilitator' | 'silent' | 'first' | 'second' | 'joint';

/** Every step of an exercise ends by itself: what it takes in all can be told beforehand. */
export type StepTimer = Exclude<Timer, { kind: 'count-up' | 'until' }>;

export interface ExerciseStep {
  /** The leader's short name for the step: "A reads" is written "{first} reads". */
  readonly name: string;
  readonly part: Part;
  /**
   * What a speaker does in this step, kebab-case ("reads", "says-back"). Every move of `first` is also made by `second`,
   * for the same seconds; the n-th of one pairs with the n-th of the other. Null for all other parts.
   */
  readonly move: string | null;
  readonly timer: StepTimer;
  /**
   * Seconds it takes in the exercise's short form, whole breaths where it paces them; 0 where it is left out. The same for
   * `first` and `second`. Together they are the least the exercise can honestly be led in.
   */
  readonly short: number;
  readonly advance: 'auto' | 'wait';
  readonly cue: Cue;
  /** A soft cue so many seconds before the end, for people who are to come back from somewhere. */
  readonly early?: number;
  readonly handover?: true;
  readonly rehearsal?: true;
  /** Wall text: thought and detail together hold at most 25 words. `{first}` and `{second}` become A and B. */
  readonly thought: string;
  readonly detail?: string;
  /** What the facilitator says, word for word if they like. `{first}` and `{second}` allowed. */
  readonly say: string;
  /** What to watch for while it runs. */
  readonly watch?: string;
}

/** An exercise as its leader knows it. */
export interface Exercise {
  /** Kebab-case, unique, never changed: saved retreats refer to it. */
  readonly id: string;
  /** The short code on the run sheet ("D4"). */
  readonly code: string;
  readonly module: Module;
  /** Public: it may stand on the wall and in the plan of the day. */
  readonly title: string;
  readonly purpose: string;
  readonly ideas: readonly Idea[];
  /** What to prepare and how to set it up. */
  readonly before: string;
  /** What to watch for across the exercise. */
  readonly watch: string;
  /** What to do if someone cries or floods. */
  readonly tears: string;
  /** The safety note, always in view while it runs. */
  readonly safety: string;
  /** The shortest honest version, when the day is running late, in a sentence; the `short` of its steps is the same in seconds. */
  readonly ifShort: string;
  readonly steps: readonly ExerciseStep[];
  readonly capture: readonly CaptureField[];
  /** The couple's form opens only once both say this many of ten or below, asked each time and kept nowhere (S18). */
  readonly calm?: number;
}

/** A talk card: one idea on the wall, with what to say about it. */
export interface TalkCard {
  readonly thought: string;
  readonly detail?: string;
  readonly say: string;
}

export interface Talk {
  readonly id: string;
  /** Public title, on the wall and in the plan of the day. */
  readonly title: string;
  readonly cards: readonly TalkCard[];
  /** How to lead it, for someone who has not. */
  readonly notes: string;
  readonly ideas: readonly Idea[];
  /** Group talk is never required (S15). */
  readonly optional?: true;
}

const cast = (text: string, starts: Side): string =>
  text.replaceAll('{first}', starts).replaceAll('{second}', otherSide(starts));

/** Facilitator text with A and B put in. */
export const castText = cast;

const speakerOf = (part: Part, starts: Side): Speaker =>
  part === 'first' ? starts : part === 'second' ? otherSide(starts) : part;

/** Index of the step in which the partner makes the same move the same time over, or null (S19). */
export function pairOf(steps: readonly ExerciseStep[], index: number): number | null {
  const step = steps[index];
  if (step === undefined || step.move === null) return null;
  const partner: Part = step.part === 'first' ? 'second' : 'first';
  const same = (part: Part): number[] =>
    steps.flatMap((other, at) => (other.part === part && other.move === step.move ? [at] : []));
  return same(partner)[same(step.part).indexOf(index)] ?? null;
}

/** Whole seconds of a step in its full length. */
export const stepSeconds = ({ timer }: ExerciseStep): number => (kindOf(timer).lengthMs(timer) ?? 0) / 1000;

/** Seconds a step, in the order of the steps; a step of 0 seconds is left out. */
export type Lengths = readonly number[];

export const fullLengths = ({ steps }: Exercise): Lengths => steps.map(stepSeconds);
export const shortLengths = ({ steps }: Exercise): Lengths => steps.map(({ short }) => short);

const sum = (lengths: Lengths): number => lengths.reduce((all, seconds) => all + seconds, 0);

/** Whole seconds an exercise takes when nothing is extended. */
export const exerciseSeconds = (exercise: Exercise): number => sum(fullLengths(exercise));

/** Whole minutes in which all of it can be led. */
export const exerciseMinutes = (exercise: Exercise): number => Math.ceil(exerciseSeconds(exercise) / 60);
/** Whole seconds of its short form: in less it cannot be led. */
export const shortestSeconds = (exercise: Exercise): number => sum(shortLengths(exercise));

function lasting(timer: StepTimer, seconds: number): StepTimer {
  if (timer.kind !== 'pacer') return { ...timer, seconds };
  return { ...timer, cycles: seconds / (timer.inSeconds + timer.outSeconds) };
}

const castWords = (step: ExerciseStep, starts: Side): Pick<WallStep, 'thought' | 'detail' | 'speaker'> => ({
  thought: cast(step.thought, starts),
  detail: step.detail === undefined ? null : cast(step.detail, starts),
  speaker: speakerOf(step.part, starts),
});

/** The wall's steps of an exercise, with A and B cast: `starts` takes the first part. What is left out is not among them. */
export function castSteps(exercise: Exercise, starts: Side, lengths: Lengths = fullLengths(exercise)): WallStep[] {
  const led = exercise.steps.flatMap((step, index) => {
    const seconds = lengths[index] ?? 0;
    return seconds === 0 ? [] : [{ ...step, timer: lasting(step.timer, seconds) }];
  });
  return led.map((step, index) => ({
    ...castWords(step, starts),
    timer: step.timer,
    // The last one that is led rests until its leader goes on, whatever would have followed it.
    advance: index === led.length - 1 ? 'wait' : step.advance,
    cue: step.cue,
    early: step.early ?? null,
    handover: step.handover ?? false,
    rehearsal: step.rehearsal ?? false,
    pair: pairOf(led, index),
  }));
}

/**
 * Index of the exercise's own step that a step on the wall was made of, in whichever form, or -1. No two steps of an exercise show
 * the same. A turn made to give a partner the same time (S19) is found as the turn it repeats.
 */
export function sourceOf(exercise: Exercise, starts: Side, { thought, detail, speaker }: WallStep): number {
  return exercise.steps.findIndex((step) => {
    const own = castWords(step, starts);
    return own.thought === thought && own.detail === detail && own.speaker === speaker;
  });
}

/** A step on the wall with A and B swapped: `starts` had the first part until now. Its time stays as it is. */
export function swapped(exercise: Exercise, starts: Side, step: WallStep): WallStep {
  const own = exercise.steps[sourceOf(exercise, starts, step)];
  return own === undefined ? step : { ...step, ...castWords(own, otherSide(starts)) };
}

/** The wall's steps of a talk: its cards share the planned seconds evenly, each a whole second. */
export function talkSteps(talk: Talk, seconds: number): WallStep[] {
  const share = Math.floor(seconds / talk.cards.length);
  return talk.cards.map((card, index) => ({
    thought: card.thought,
    detail: card.detail ?? null,
    speaker: 'facilitator',
    timer: { kind: 'single', seconds: index === 0 ? seconds - share * (talk.cards.length - 1) : share },
    advance: 'wait',
    cue: 'none',
    early: null,
    handover: false,
    rehearsal: false,
    pair: null,
  }));
}
