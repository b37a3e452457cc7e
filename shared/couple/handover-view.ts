import type { CaptureField, Scope } from '../exercise/fields';
import type { AnswerValue, Reader } from './answer';

/** Everything the page says, by name; the main process has it in its language. */
export const handoverWordKeys = [
  'window',
  'intro',
  'introPrivate',
  'begin',
  'next',
  'back',
  'pass',
  'passText',
  'finish',
  'readers',
  'readersLater',
  'onlyI',
  'facilitator',
  'partner',
  'onlyIMeans',
  'facilitatorMeans',
  'partnerMeans',
  'optional',
  'lines',
  'kept',
  'notKept',
  'recordTitle',
  'record',
  'recordYes',
  'measuresTitle',
  'measures',
  'measuresYes',
  'exportTitle',
  'exportText',
  'exportYes',
  'takeBack',
  'given',
  'closed',
  'thanks',
  'giveBack',
  'locked',
  'lockedText',
  'leader',
  'pinTitle',
  'pin',
  'pinOk',
  'pinClear',
  'pinBackspace',
  'pinWrong',
  'pinWait',
  'forgotten',
  'forgottenText',
  'forgottenYes',
  'forgottenWaits',
  'stay',
  'less',
  'more',
] as const;
export type HandoverWords = Readonly<Record<(typeof handoverWordKeys)[number], string>>;

/** One thing this partner is asked, and what they said. */
export interface AskedField {
  readonly field: CaptureField;
  /** Which of how many it is, in words. */
  readonly position: string;
  readonly value: AnswerValue | null;
  /** Who may read it; null while nothing is written. */
  readonly reader: Reader | null;
  /** The consent without which nothing can be written here, or null. */
  readonly missing: Scope | null;
}

/** What one partner is shown: their own name, the exercise, what they are asked, and nothing else of the record. */
export interface HandedPage {
  /** A greeting with their own name, or without where none is known. */
  readonly hello: string;
  readonly title: string;
  readonly fields: readonly AskedField[];
  /** What this partner consented to, here and now. */
  readonly given: Readonly<Record<Scope, boolean>>;
  /** The record cannot be written to just now. */
  readonly closed: boolean;
}

/** All that the page in a partner's hands is shown. */
export interface HandoverView {
  readonly language: string;
  readonly words: HandoverWords;
  /** `waiting`: their record is still being read. */
  readonly state: 'waiting' | 'open' | 'done' | 'locked';
  readonly page: HandedPage | null;
}
