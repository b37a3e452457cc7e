import { couplesElsewhere, type RetreatLibrary } from './retreat-index';

/**
 * `kept`: nothing was deleted, and nothing will be. `unfinished`: all of it is shown nowhere, and what the disk did not let go goes at the
 * next start. `couples-stay`: some of its couples, or all, are still there.
 */
export type Removal = 'removed' | 'couples-stay' | 'unfinished' | 'kept';

/**
 * The couples of a retreat, or null where the disk does not say. When its own roster is an older one, those too whose note was
 * written in it.
 */
async function couplesOf(at: RetreatLibrary, id: string): Promise<readonly string[] | null> {
  const found = await at.read('retreat', id);
  if (found.state === 'unreachable') return null;
  const held = found.state === 'ok' ? found : found.state === 'damaged' ? found.newestGood : null;
  const roster = held?.body.couples.map((couple) => couple.id) ?? [];
  if (found.state === 'ok' || found.state === 'missing') return roster;
  const ids = new Set(roster);
  for (const couple of await at.list('note')) {
    const document = await at.read('note', couple);
    // What a newer Holdfast wrote may belong to it.
    if (document.state === 'unreachable' || document.state === 'newer') return null;
    const body =
      document.state === 'ok' ? document.body : document.state === 'damaged' ? document.newestGood?.body : undefined;
    if (body?.retreat === id) ids.add(couple);
  }
  return [...ids];
}

/**
 * Deletes a retreat and everything kept about its couples (S12), but for those that are in another retreat, which are never touched, and
 * for all of them where they are to be kept. What the live document says of it goes too. All that may refuse it is asked first; whatever
 * throws before it is intended has deleted nothing.
 */
export async function removeRetreat(at: RetreatLibrary, id: string, keepCouples: boolean): Promise<Removal> {
  const couples = await couplesOf(at, id);
  const elsewhere = await couplesElsewhere(at, id);
  if (couples === null || elsewhere === null) return 'kept';
  const going = keepCouples ? [] : couples.filter((couple) => !elsewhere.has(couple));
  const removed = await at.remove(
    'retreats',
    id,
    going.map((couple) => ({ at: 'couples', id: couple })),
  );
  if (!removed.ok) return removed.intended ? 'unfinished' : 'kept';
  return going.length === couples.length ? 'removed' : 'couples-stay';
}
