import { type Exercise, fullLengths, type Lengths, shortestSeconds, shortLengths } from '../../exercise/exercise';
import { fittedLengths } from '../../exercise/fit';
import type { AgendaItem } from '../../retreat/retreat';
import { type Form, forms } from '../../retreat/retreat-constants';
import type { Lasts } from '../../retreat/schedule';
import { minuteMs } from '../../room/timer';

const lengthsBy: Readonly<Record<Form, (exercise: Exercise, minutes: number) => Lengths>> = {
  full: fullLengths,
  short: shortLengths,
  fitted: fittedLengths,
};

/** The length of each step of an exercise as an item of the day leads it, in seconds. */
export const lengthsOf = ({ form, minutes }: Pick<AgendaItem, 'form' | 'minutes'>, exercise: Exercise): Lengths =>
  lengthsBy[form](exercise, minutes);

/** Whole seconds the steps of an exercise take in a form, if so many minutes are planned. */
export const secondsIn = (form: Form, exercise: Exercise, minutes: number): number =>
  lengthsBy[form](exercise, minutes).reduce((sum, seconds) => sum + seconds, 0);

/** Whole minutes its steps take in a form, a begun one counted. */
export const minutesIn = (form: Form, exercise: Exercise, minutes: number): number =>
  Math.ceil(secondsIn(form, exercise, minutes) / 60);

/**
 * The other forms an item could be led in. Shortening its steps is one of them while that brings them to the minutes planned: fewer
 * than its short form takes would not be honest, and more than the whole takes would shorten nothing.
 */
export function otherForms({ form, minutes }: Pick<AgendaItem, 'form' | 'minutes'>, exercise: Exercise): Form[] {
  const fits = minutes * 60 >= shortestSeconds(exercise) && minutes < minutesIn('full', exercise, minutes);
  return forms.filter((other) => other !== form && (other !== 'fitted' || fits));
}

/**
 * How long each item really lasts. What is led in full is given its planned minutes, and what its steps take if that is more; in
 * another form it lasts as long as its steps.
 */
export function lastsWith(find: (id: string) => Exercise | undefined): Lasts {
  return ({ kind, ref, form, minutes }) => {
    const planned = minutes * minuteMs;
    const exercise = kind === 'exercise' ? find(ref ?? '') : undefined;
    if (exercise === undefined) return planned;
    const steps = secondsIn(form, exercise, minutes) * 1000;
    return form === 'full' ? Math.max(planned, steps) : steps;
  };
}
