import type { DayHalves } from './time-said';

/** What a day to come is for. */
export const dayKinds = ['daily-check-in', 'weekly-review', 'clause-review', 'plan', 'day30', 'day60'] as const;
export type DayKind = (typeof dayKinds)[number];

/** What a calendar needs of a language. */
export interface CalendarWords {
  readonly halves: DayHalves;
  readonly days: Readonly<Record<DayKind, { readonly title: string; readonly about: string }>>;
}
