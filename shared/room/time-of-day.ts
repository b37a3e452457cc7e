/** How a language writes a time of day, before noon and from noon on: the figures stand where `{hour}` and `{minute}` do. */
export interface ClockForm {
  readonly hour12: boolean;
  readonly am: string;
  readonly pm: string;
}

/** The forms a language has for a clock of 12 hours and one of 24. */
export interface ClockForms {
  readonly hours12: Pick<ClockForm, 'am' | 'pm'>;
  readonly hours24: Pick<ClockForm, 'am' | 'pm'>;
}

export const clockForm = ({ hours12, hours24 }: ClockForms, hour12: boolean): ClockForm => ({
  hour12,
  ...(hour12 ? hours12 : hours24),
});

/** A time of day in figures; no zero stands before the hour. */
export function timeText(hour: number, minute: number, { hour12, am, pm }: ClockForm): string {
  const shown = hour12 ? hour % 12 || 12 : hour;
  return (hour < 12 ? am : pm).replace('{hour}', String(shown)).replace('{minute}', String(minute).padStart(2, '0'));
}

/** A moment, in epoch milliseconds, as the clocks of the place read it. */
export function momentText(moment: number, form: ClockForm): string {
  const at = new Date(moment);
  return timeText(at.getHours(), at.getMinutes(), form);
}
