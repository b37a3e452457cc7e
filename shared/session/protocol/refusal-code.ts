/** Why a command is not carried out. Each is worded in content, with what is safe and what to do. */
export const refusalCodes = [
  'nothing-on-stage',
  'already-running',
  'not-running',
  'not-paused',
  'on-hold',
  'last-step',
  'just-gone-on',
  'first-step',
  'no-such-step',
  'cannot-pause-clock',
  'cannot-backdate-clock',
  'backdate-too-far',
  'already-shortest',
  'already-longest',
  'no-length',
  'timeout-too-short',
  'uneven',
  'no-offer',
  'no-turns',
  'turns-begun',
  'nothing-to-undo',
  'no-retreat',
  'no-such-retreat',
  'no-such-couple',
  'too-many-couples',
  'seat-taken',
  'all-here-already',
  'no-such-item',
  'no-such-day',
  'no-such-exercise',
  'no-such-program',
  'item-on-stage',
  'steps-begun',
  'day-full',
  'shifted-most',
  'no-such-date',
  'day-over',
  'day-ended',
  'day-ended-next',
  'run-is-on',
  'one-display',
  'choose-display',
  'no-such-display',
  'console-on-display',
  'no-recovery',
  'nothing-away',
  'place-busy',
  'place-not-free',
  'place-no-library',
  'place-in-use',
  'place-full',
  'place-forbidden',
  'place-missing',
  'place-failed',
  'not-from-here',
  'malformed',
  'too-fast',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A refusal is a value: a reason the person can act on, with numbers or public titles to put in its sentence. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The door's answer to a command. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };
