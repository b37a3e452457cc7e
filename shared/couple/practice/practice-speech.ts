/** The sentences an entry of practice is read in, each worded by a language. */
export const practiceSentences = [
  'trigger',
  'body',
  'move',
  'echo',
  'intensity',
  'disclosure',
  'disclosureTrigger',
  'disclosureBody',
  'disclosureImpulse',
  'disclosurePattern',
  'notAsking',
  'notAskingAlone',
  'hurt',
  'part',
  'matters',
  'received',
  'notYet',
  'notYetNeed',
  'bids',
  'wish',
  'wishText',
  'goalBy',
  'kindResponse',
  'decisions',
  'conflict',
  'outsiders',
  'hardMoments',
  'works',
  'adjust',
  'win',
  'slip',
  'kept',
  'notKept',
  'measure',
  'measureNamed',
] as const;
export type PracticeSentence = (typeof practiceSentences)[number];

/** What an entry of practice needs of a language to be read. */
export interface PracticeSpeech {
  readonly say: (key: PracticeSentence, values?: Readonly<Record<string, string>>) => string;
  /** What an option of a choice is called ("withdraw"). */
  readonly option: (option: string) => string;
  /** "chest, throat and heat" */
  readonly list: (items: readonly string[]) => string;
  /** A number as the language writes it. */
  readonly number: (value: number) => string;
  /** A day, "2026-03-07", as the language writes it. */
  readonly day: (date: string) => string;
}
