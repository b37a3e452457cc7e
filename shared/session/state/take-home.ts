import { type FormatName, formatNames, formats } from '../../couple/summary/formats';
import type { Summary } from '../../couple/summary/summary';
import type { Paper, Version } from '../../couple/summary/version';
import type { Pages } from '../../exercise/printouts/pages';
import type { Side } from '../../room/wall';

export const filesAsks = ['choose', 'show', 'show-printouts', 'copy-path', 'mail'] as const;
export type FilesAsk = (typeof filesAsks)[number];

/** A couple, and for whom of it. */
export interface Copy {
  /** The couple's id. */
  readonly id: string;
  readonly version: Version;
}

/** Why a copy was not made: each is worded by the console. */
export const copyFaults = [
  'no-consent',
  'nothing',
  'not-open',
  'not-noted',
  'changed',
  'page',
  'exists',
  'disk-full',
  'no-permission',
  'locked',
  'disk',
] as const;
export type CopyFault = (typeof copyFaults)[number];

/** One file of a batch. */
export interface CopyToMake extends Copy {
  readonly format: FormatName;
  readonly state: 'waits' | 'making' | 'made' | 'failed' | 'left';
  readonly fault: CopyFault | null;
  /** Where it is, below the batch's folder, once it is made. */
  readonly file: string | null;
  /** How long it took to make, in milliseconds, once it is made. */
  readonly tookMs: number | null;
}

/** A copy, and in which formats it is wanted. */
export interface WantedCopy extends Copy {
  readonly formats: readonly FormatName[];
}

/** The files of these copies: one in each format it is wanted in that there is for whom the copy is. */
export function filesOf(copies: readonly WantedCopy[]): readonly (Copy & Pick<CopyToMake, 'format'>)[] {
  const forBoth = new Set(
    copies
      .filter(({ version }) => version === 'joint')
      .flatMap(({ id, formats: wanted }) => wanted.map((format) => `${id}/${format}`)),
  );
  const isIn = (format: FormatName, { id, version }: Copy): boolean =>
    formats[format].versions.includes(version) &&
    (formats[format].once !== true || version === 'joint' || !forBoth.has(`${id}/${format}`));
  return copies.flatMap(({ formats: wanted, ...copy }) =>
    formatNames
      .filter((format) => wanted.includes(format) && isIn(format, copy))
      .map((format) => ({ ...copy, format })),
  );
}

/** Files that are made one after another. */
export interface Batch {
  readonly id: string;
  /** The retreat it was asked in, which the records note. */
  readonly retreat: string;
  /** When it was asked for, in epoch milliseconds. */
  readonly at: number;
  readonly paper: Paper;
  /** What can ask for a pass-phrase does. */
  readonly encrypted: boolean;
  /** What each copy opens with, once it is made: here, until it is put away, and nowhere else. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly place: string;
  /** The folder in that place that they go to, which holds nothing else. */
  readonly folder: string;
  /** Whether the files are named by couple, not by seat alone (S11). */
  readonly byCouple: boolean;
  /** When the file that is being made was begun, on the live clock. */
  readonly since: number | null;
  readonly copies: readonly CopyToMake[];
}

/** A file that a partner took along, as the facilitator may know it: where it is, and not what it opens with. */
export interface TakenAlong {
  /** The couple's id. */
  readonly id: string;
  readonly side: Side;
  readonly place: string;
  readonly folder: string;
  readonly file: string;
}

/** What couples take home: what is looked at before it is made, and what is being made. Nothing of it is on a disk but the files. */
export interface TakeHome {
  /** The day on which the place was put on the console's screen; null while it is not there. */
  readonly shown: string | null;
  readonly review: Copy | null;
  /** Ids of sections and items that were left out by hand, by couple and version. */
  readonly out: Readonly<Record<string, readonly string[]>>;
  /** Where batches get their folders. */
  readonly place: string | null;
  /** Whether the next batch names its files by couple: only if asked (S11). */
  readonly byCouple: boolean;
  readonly batch: Batch | null;
  /** What partners took along themselves, the newest last. */
  readonly taken: readonly TakenAlong[];
}

export const emptyTakeHome: TakeHome = {
  shown: null,
  review: null,
  out: {},
  place: null,
  byCouple: false,
  batch: null,
  taken: [],
};

/** What is drawn: what a couple takes home, or what is printed for the room. */
export type Drawable =
  | { readonly summary: Summary; readonly pages?: never }
  | { readonly pages: Pages; readonly summary?: never };

/** Several in one job; each is numbered by itself and begins on a sheet of its own, whichever way the sheets are printed. */
export type Stacked = Drawable & {
  /** How many pages it has. */
  readonly count: number;
};

/** What becomes a PDF, or goes to the printer. */
export type ToPrint = { readonly paper: Paper } & (
  | (Drawable & { readonly stack?: never })
  | { readonly stack: readonly Stacked[]; readonly summary?: never; readonly pages?: never }
);

/** What the hidden page draws now; `job` is another one each time. */
export type Printing = ToPrint & { readonly job: string };

/** The id of what a record notes of the n-th file of a batch: a note of it is never written twice. */
export const handedId = ({ id }: Pick<Batch, 'id'>, n: number): string => `${id}-file-${n}`;

export const fileKey = (file: Copy & Pick<CopyToMake, 'format'>): string => `${copyKey(file)}/${file.format}`;

export const copyKey = ({ id, version }: Copy): string => `${id}/${version}`;

/** Once pass-phrases are put away, nothing here knows them. */
export const withoutPhrases = (takeHome: TakeHome): TakeHome => ({
  ...takeHome,
  batch: takeHome.batch && { ...takeHome.batch, phrases: {} },
});

export const hasPhrases = ({ batch }: Pick<TakeHome, 'batch'>): boolean =>
  batch !== null && Object.keys(batch.phrases).length > 0;

/** What is still to be made, or is just being made. */
export const isGoingOn = ({ batch }: Pick<TakeHome, 'batch'>): boolean =>
  batch?.copies.some(({ state }) => state === 'waits' || state === 'making') === true;

/** A file that was not made, and is not going to be unasked. */
export const isUndone = ({ state }: Pick<CopyToMake, 'state'>): boolean => state === 'failed' || state === 'left';

/** The ids of a batch's couples in their order; once it is over, those first of whom something was not made. */
export function couplesOf({ copies }: Pick<Batch, 'copies'>): readonly string[] {
  const inOrder = (of: Batch['copies']): string[] => [...new Set(of.map(({ id }) => id))];
  const isOver = copies.every(({ state }) => state !== 'waits' && state !== 'making');
  return [...new Set([...(isOver ? inOrder(copies.filter(isUndone)) : []), ...inOrder(copies)])];
}
