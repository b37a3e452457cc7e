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
] as const;
export type PrintoutKey = (typeof printoutKeys)[number];

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
}
