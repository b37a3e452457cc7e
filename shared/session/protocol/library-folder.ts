import { z } from 'zod';
import type { Refusal } from './refusal-code';

/**
 * What can be asked about the place of the library. `stop` gives up saving elsewhere while it still copies; the last three are for a
 * library that is not open.
 */
export const libraryAskSchema = z.enum(['save-elsewhere', 'stop', 'look-again', 'choose-other', 'start-new']);
export type LibraryAsk = z.infer<typeof libraryAskSchema>;

/** What became of it. */
export interface LibraryDone {
  readonly what: 'moved' | 'opened' | 'made';
  readonly folder: string;
  /** Files of the old place that could not be read and so are not in the new one. */
  readonly missed: number;
  /** Whether the next start will know. */
  readonly noted: boolean;
}

/** `done` is null when the person changed their mind. */
export type LibraryAnswer =
  | { readonly ok: true; readonly done: LibraryDone | null }
  | { readonly ok: false; readonly refusal: Refusal };

/** Why no library is open: its folder is not there, another Holdfast has it open, the disk refused, or which folder it is cannot be read. */
export interface Absent {
  readonly why: 'missing' | 'in-use' | 'refused' | 'unread';
  /** The computer that has it open, as its people know it. */
  readonly machine: string;
}
