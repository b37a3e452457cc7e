import type { CoupleFile } from '../../shared/session/protocol/couple-file';
import { type RetreatLibrary, retreatsNaming } from './retreat-index';

/** How much each kind of document of a couple holds. */
const counted = {
  note: async (at: RetreatLibrary, id: string) => {
    const found = await at.read('note', id);
    return found.state === 'ok' && found.body.note !== '' ? 1 : 0;
  },
  record: async (at: RetreatLibrary, id: string) => {
    const found = await at.read('record', id);
    return found.state === 'ok' ? found.body.answers.length : 0;
  },
  charter: async (at: RetreatLibrary, id: string) => {
    const found = await at.read('charter', id);
    return found.state === 'ok' ? found.body.clauses.length : 0;
  },
  practice: async (at: RetreatLibrary, id: string) => {
    const found = await at.read('practice', id);
    return found.state === 'ok' ? found.body.entries.length : 0;
  },
} as const;

export const coupleKinds = Object.keys(counted);

/** What is kept about a couple, in numbers: what a deletion takes along. */
export async function coupleFile(at: RetreatLibrary, id: string): Promise<CoupleFile> {
  const [notes, answers, agreements, practice, copies] = await Promise.all([
    counted.note(at, id),
    counted.record(at, id),
    counted.charter(at, id),
    counted.practice(at, id),
    at.copies('couples', id),
  ]);
  return { answers, agreements, practice, notes, copies };
}

/** `kept`: nothing was deleted, and nothing will be. `unfinished`: it is shown nowhere, and what the disk did not let go goes at the next start. */
export type CoupleRemoval =
  | { readonly state: 'removed'; readonly retreats: number; readonly went: CoupleFile }
  | { readonly state: 'unfinished' | 'kept' };

/**
 * Deletes a couple (S12): its folder with all there is of it, and its place on the roster of every retreat, older copies of those included.
 * One intent says all of it. `open` is the retreat that is open, which may name it on its way to the disk.
 */
export async function removeCouple(at: RetreatLibrary, id: string, open: string | null): Promise<CoupleRemoval> {
  const naming = await retreatsNaming(at, id);
  if (naming === null) return { state: 'kept' };
  const from = [...new Set([...naming, ...(open === null ? [] : [open])])];
  const went = await coupleFile(at, id);
  const removed = await at.remove(
    'couples',
    id,
    [],
    from.map((retreat) => ({ kind: 'retreat', id: retreat })),
  );
  if (removed.ok) return { state: 'removed', retreats: from.length, went };
  return { state: removed.intended ? 'unfinished' : 'kept' };
}
