/** The sentences printouts are made of, each worded by a language. */
export const printoutKeys = [
  'foot',
  'worksheet',
  'booklet',
  'ownTitle',
  'ownIntro',
  'jointTitle',
  'jointIntro',
  'seat',
  'letter',
  'date',
  'signature',
  'optional',
  'oneOf',
  'allOf',
  'circle',
  'strokes',
  'consentTitle',
  'consentFor',
  'consentOf',
  'consentAlone',
  'consentAsked',
  'consentAskedIntro',
  'yes',
  'no',
  'takeBackTitle',
  'signTitle',
  'cardsTitle',
  'rulesTitle',
  'rulesLine',
  'signalsTitle',
  'signalsLine',
  'helpTitle',
  'helpLine',
  'report',
  'reportTitle',
  'reportLine',
  'span',
  'minutes',
  'notLed',
  'leftOut',
  'unknown',
  'notEnded',
  'endedOnTime',
  'endedLate',
  'endedEarly',
  'what',
  'planned',
  'actual',
  'exercisesTitle',
  'seatsTitle',
  'seatsIntro',
  'seatedAs',
  'here',
  'notHere',
] as const;
export type PrintoutKey = (typeof printoutKeys)[number];

/** How a couple was there. That it passed or paused is told in no report (S14). */
export type Seated = 'stayed' | 'late' | 'left';

/** Something with a heading of a few words. */
export interface Headed {
  readonly title: string;
  readonly text: string;
}

/** What printouts need of a language. */
export interface PrintoutWords {
  readonly language: string;
  readonly say: (key: PrintoutKey, values?: Readonly<Record<string, string | number>>) => string;
  readonly consents: Readonly<Record<'record' | 'measures' | 'export', Headed>>;
  /** That a yes can be taken back, and what follows. */
  readonly takeBack: readonly string[];
  readonly rules: readonly Headed[];
  readonly signals: readonly Headed[];
  readonly seated: Readonly<Record<Seated, string>>;
  /** A calendar day, written 2026-03-07, as it is read. */
  readonly date: (day: string) => string;
}
