import { helpCaps, wallCaps } from '../../room/wall-constants';

/** The most a note about a couple holds, in UTF-16 units. */
export const noteCap = 20_000;

/** Fields whose text is acted on by a button and not by itself, with the most each holds, in UTF-16 units. */
export const draftCaps = {
  message: wallCaps.message,
  /** Somewhat more than a title holds, so that one that is too long is told so and not cut. */
  'start-title': 2 * wallCaps.title,
  'start-program': 64,
  'start-date': 32,
  'start-couples': 20_000,
  /** What was put right in the couples as they were read, by their lines. */
  'start-corrections': 20_000,
  'start-count': 8,
  'add-couples': 20_000,
  'add-corrections': 20_000,
  'insert-title': wallCaps.title,
  'timer-title': wallCaps.title,
  'timer-clock': 32,
  'help-name': helpCaps.name,
  'help-number': helpCaps.number,
  'help-note': helpCaps.note,
} as const;
export type DraftField = keyof typeof draftCaps;
export const draftFields = Object.keys(draftCaps) as DraftField[];
