import { only } from '../library/store/layout';
import { couplesElsewhere, type RetreatLibrary } from './retreat-index';

/** `kept`: nothing was deleted, for not all of it can be read or deleted now. `couples-stay`: some of its couples, or all, are still there. */
export type Removal = 'removed' | 'couples-stay' | 'kept';

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

/** Deletes what the live document says of a retreat; what is set aside of it may speak of any. */
async function removeRun(at: RetreatLibrary, id: string): Promise<boolean> {
  const last = await at.read('live', only);
  if (last.state === 'unreachable') return false;
  if (last.state === 'ok' && last.body.retreat === id) return (await at.remove('live', only)).ok;
  return (await at.removePast('live', only)) === null;
}

/**
 * Deletes a retreat and everything kept about its couples (S12), but for those that are in another retreat, which are never touched, and
 * for all of them where they are to be kept. The retreat itself goes last: dying or failing in between leaves one
 * that can be deleted again, and never a couple nobody can find.
 */
export async function removeRetreat(at: RetreatLibrary, id: string, keepCouples: boolean): Promise<Removal> {
  const couples = await couplesOf(at, id);
  const elsewhere = await couplesElsewhere(at, id);
  if (couples === null || elsewhere === null || !(await removeRun(at, id))) return 'kept';
  const going = keepCouples ? [] : couples.filter((couple) => !elsewhere.has(couple));
  const removed = await Promise.all(going.map((couple) => at.remove('couples', couple)));
  if (!removed.every(({ ok }) => ok) || !(await at.remove('retreats', id)).ok) return 'kept';
  return going.length === couples.length ? 'removed' : 'couples-stay';
}
