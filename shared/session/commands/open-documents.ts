import type { Refusal } from '../protocol/refusal-code';
import type { OpenRecord } from '../state/session';
import { refuse } from './context';

/** Why a document of a couple cannot be written to, or null: it is not open, or a newer Holdfast wrote it. */
export function needsOpen(open: Pick<OpenRecord, 'closed'> | undefined): Refusal | null {
  if (open === undefined || open.closed === 'unread') return refuse('record-closed');
  return open.closed === 'newer' ? refuse('record-newer') : null;
}

/** The couples whose document waits for the disk, with one more. */
export const waitingWith = (unsaved: readonly string[], id: string): readonly string[] => [
  ...unsaved.filter((waiting) => waiting !== id),
  id,
];

/** The same after one was saved: what was written meanwhile waits for a save of its own. */
export const waitingAfter = <B extends { readonly id: string }>(
  unsaved: readonly string[],
  saved: B,
  open: B | undefined,
): readonly string[] =>
  open !== undefined && open !== saved ? unsaved : unsaved.filter((waiting) => waiting !== saved.id);
