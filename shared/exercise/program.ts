/** One line of a program. Titles come from the exercise or talk; breaks and buffers carry their own. */
export type ProgramItem =
  | { readonly kind: 'exercise'; readonly exercise: string; readonly minutes: number }
  | { readonly kind: 'talk'; readonly talk: string; readonly minutes: number }
  | { readonly kind: 'break'; readonly title: string; readonly minutes: number }
  | { readonly kind: 'buffer'; readonly title: string; readonly minutes: number };

export interface ProgramDay {
  /** Local clock time, HH:MM. */
  readonly start: string;
  readonly end: string;
  readonly items: readonly ProgramItem[];
}

/** A run sheet to start a retreat from. The minutes of each day's items fill it from start to end. */
export interface Program {
  readonly id: string;
  readonly title: string;
  /** One line that helps a facilitator choose. */
  readonly summary: string;
  readonly days: readonly ProgramDay[];
}
