import type { CaptureField, Scope } from '../exercise/fields';
import type { AnswerValue, Reader } from './answer';
import type { SixTest } from './charter/clause';
import type { Stretch } from './charter/word-diff';
import type { Summary } from './summary/summary';

/** Everything the page says, by name; the main process has it in its language. */
export const handoverWordKeys = [
  'window',
  'intro',
  'introPrivate',
  'introAgreements',
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
  'of',
  'askedTitle',
  'askedMeans',
  'askedYes',
  'askedDone',
  'askedOwnTitle',
  'askedOwnMeans',
  'askedJointTitle',
  'askedJointMeans',
  'askedNoted',
  'agreements',
  'agreeTitle',
  'agreeMeans',
  'agreeTests',
  'agree',
  'agreed',
  'notYet',
  'agreeTakeBack',
  'agreeLater',
  'agreeNothing',
  'inForce',
  'waits',
  'changed',
  'gone',
  'added',
  'changeEnd',
  'own',
  'ownTitle',
  'ownText',
  'ownPages',
  'ownReading',
  'ownNothing',
  'ownContents',
  'ownLeave',
  'ownLeaveOf',
  'ownBackIn',
  'ownBackInOf',
  'ownNoneLeft',
  'ownForm',
  'ownFormPages',
  'ownFormData',
  'ownFormPaper',
  'ownPaper',
  'ownLocked',
  'ownTakeBack',
  'ownMake',
  'ownMaking',
  'ownMade',
  'ownPhrase',
  'ownPhraseText',
  'ownPhraseYes',
  'ownGet',
  'ownLost',
  'ownPrintText',
  'ownPrintOn',
  'ownPrinting',
  'ownPrinted',
  'ownNoPrinter',
  'ownPrintFailed',
  'ownPrintFailedConsent',
  'ownPrintFailedChanged',
  'ownFailed',
  'ownFailedConsent',
  'ownFailedChanged',
  'ownFailedDisk',
] as const;
export type HandoverWordKey = (typeof handoverWordKeys)[number];
export type HandoverWords = Readonly<Record<HandoverWordKey, string>>;

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

/** What words can become: a draft of both's, an entry of one's own practice, or one of both's. */
export const askedFor = ['agreement', 'own', 'joint'] as const;

/** Words of this partner's that the other may not read, and what they could become, if they say so. */
export interface AskedWords {
  /** What it is made by. */
  readonly captured: string;
  readonly into: (typeof askedFor)[number];
  readonly kind: string;
  readonly words: readonly string[];
}

/** A clause as this partner agrees to it: of what the other said to it, only what both know. */
export interface Agreement {
  readonly clause: string;
  /** The words this is about, and no others. */
  readonly wording: string;
  readonly kind: string;
  /** It read aloud, in paragraphs. */
  readonly reads: readonly string[];
  /** What changed since the words this partner knew; null where nothing did. */
  readonly changes: readonly Stretch[] | null;
  /** The tests as they are asked of this partner; none where the clause binds nobody. */
  readonly tests: readonly { readonly test: SixTest; readonly label: string; readonly ticked: boolean }[];
  readonly given: boolean;
  /** Something is still this partner's to say. */
  readonly asks: boolean;
  readonly inForce: boolean;
}

/** A printer of this computer: how it is asked for, and what it is called. */
export interface PaperPrinter {
  readonly name: string;
  readonly title: string;
}

/** A section or an item of their own copy, which they can leave out of it. */
export interface OwnPart {
  readonly id: string;
  readonly title: string;
  /** They left it out. */
  readonly out: boolean;
}

/** Their own copy, with what only they may read (S13): what will stand in it, and the file that was made of it. */
export interface OwnCopyView {
  /** They said yes to files. */
  readonly may: boolean;
  /** All that it is made of was read. */
  readonly isRead: boolean;
  /** Null where there is nothing that stands in it. */
  readonly summary: Summary | null;
  /** All that could stand in it, by section. */
  readonly contents: readonly (OwnPart & { readonly items: readonly OwnPart[] })[];
  readonly making: boolean;
  /** Where the last one is, below the folder of all files, once it is made. */
  readonly file: string | null;
  /** What it opens with, until it is put away. */
  readonly phrase: string | null;
  /** Why it was not made or printed, in words. */
  readonly failed: string | null;
  /** Where it can be printed; null until that is known. */
  readonly printers: readonly PaperPrinter[] | null;
  /** Something goes to a printer. */
  readonly printing: boolean;
  /** The printer has theirs. */
  readonly printed: boolean;
}

/** What one partner is shown: their own name, the exercise, what they are asked, and nothing else of the record. */
export interface HandedPage {
  /** A greeting with their own name, or without where none is known. */
  readonly hello: string;
  readonly title: string;
  readonly fields: readonly AskedField[];
  readonly asked: readonly AskedWords[];
  readonly agreements: readonly Agreement[];
  /** Both partners' record is consented to here, without which nothing joint is said. */
  readonly joint: boolean;
  /** What this partner consented to, here and now. */
  readonly given: Readonly<Record<Scope, boolean>>;
  /** The record cannot be written to just now. */
  readonly closed: boolean;
  /** Null while its place is not open. */
  readonly own: OwnCopyView | null;
}

/** All that the page in a partner's hands is shown. */
export interface HandoverView {
  readonly language: string;
  readonly words: HandoverWords;
  /** `waiting`: their record is still being read. */
  readonly state: 'waiting' | 'open' | 'done' | 'locked';
  readonly page: HandedPage | null;
}
