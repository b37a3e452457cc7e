import type { Charter } from '../../shared/couple/charter/charter';
import type { Practice } from '../../shared/couple/practice/practice';
import type { CoupleRecord } from '../../shared/couple/record';
import { lapsedCharter, lapsedRecord, swappedCharter, swappedPractice, swappedRecord } from '../../shared/couple/swap';
import { type Retreat, swappedCouple, withCouple } from '../../shared/retreat/retreat';
import type { SwapUnderway } from '../../shared/session/documents/underway';
import type { ReadResult } from '../library/store/find-document';
import type { SaveResult } from '../library/store/standing-document';
import { inTurn, type Outcome, outcomeOf } from './moving';
import type { RetreatLibrary } from './retreat-index';

interface Bodies {
  readonly retreat: Retreat;
  readonly record: CoupleRecord;
  readonly charter: Charter;
  readonly practice: Practice;
}
type Document = keyof Bodies;

interface Swapped<Body> {
  readonly read: (at: RetreatLibrary, id: string) => Promise<ReadResult<Body>>;
  readonly save: (at: RetreatLibrary, id: string, body: Body) => Promise<SaveResult>;
  readonly swap: (body: Body, swap: SwapUnderway) => Body;
}

const swapped: { readonly [D in Document]: Swapped<Bodies[D]> } = {
  retreat: {
    read: (at, id) => at.read('retreat', id),
    save: (at, id, body) => at.save('retreat', id, body),
    swap: (retreat, { couple }) => withCouple(retreat, couple, swappedCouple),
  },
  record: {
    read: (at, id) => at.read('record', id),
    save: (at, id, body) => at.save('record', id, body),
    swap: (record, { what, retreat, at }) =>
      what === 'both' ? swappedRecord(record) : lapsedRecord(record, retreat, at),
  },
  charter: {
    read: (at, id) => at.read('charter', id),
    save: (at, id, body) => at.save('charter', id, body),
    swap: (charter, { what, retreat, at }) =>
      what === 'both' ? swappedCharter(charter) : lapsedCharter(charter, retreat, at),
  },
  practice: {
    read: (at, id) => at.read('practice', id),
    save: (at, id, body) => at.save('practice', id, body),
    swap: (practice, { what }) => (what === 'both' ? swappedPractice(practice) : practice),
  },
};

type Noted = NonNullable<SwapUnderway['noted']>[number];

const kindOf = (document: Document): Swapped<Bodies[Document]> => swapped[document] as Swapped<Bodies[Document]>;

/** A document as it stands and its generation; null where there is none that could be changed, and then there is nothing to change. */
async function standing(at: RetreatLibrary, { document, id }: Omit<Noted, 'generation'>) {
  const found = await kindOf(document).read(at, id);
  if (found.state === 'unreachable') return 'refused';
  if (found.state === 'damaged') return found.newestGood;
  return found.state === 'ok' && !found.readOnly ? found : null;
}

/** The rosters that name the couple: with all that is theirs, the two are called so in each of them. */
async function retreatsOf(at: RetreatLibrary, { couple, retreat, what }: SwapUnderway): Promise<readonly string[]> {
  if (what === 'names') return [retreat];
  const all = await at.index('retreat');
  return [...new Set([retreat, ...all.flatMap(({ id, summary }) => (summary?.couples.includes(couple) ? id : []))])];
}

/** Notes the generation each document is of before it is swapped. What waited to be saved of it is on the disk by then. */
export async function noted(at: RetreatLibrary, swap: SwapUnderway): Promise<readonly Noted[] | Outcome> {
  const { couple } = swap;
  const all: readonly Omit<Noted, 'generation'>[] = [
    ...(await retreatsOf(at, swap)).map((id) => ({ document: 'retreat', id }) as const),
    { document: 'record', id: couple },
    { document: 'charter', id: couple },
    { document: 'practice', id: couple },
  ];
  const found: Noted[] = [];
  for (const one of all) {
    const stands = await standing(at, one);
    if (stands === 'refused') return stands;
    if (stands === null) continue;
    const saved = await kindOf(one.document).save(at, one.id, stands.body);
    if (!saved.ok) return outcomeOf(saved);
    found.push({ ...one, generation: saved.generation });
  }
  return found;
}

/** Whether a roster that names the couple, or may, is left as it is: a newer Holdfast wrote it, and nothing here may change it. */
export async function leavesNewer(at: RetreatLibrary, { couple, what }: SwapUnderway): Promise<boolean> {
  if (what === 'names') return false;
  for (const { id, summary } of await at.index('retreat')) {
    if (summary !== null && !summary.couples.includes(couple)) continue;
    const found = await at.read('retreat', id);
    if (found.state === 'newer') return true;
    if (found.state === 'ok' && found.readOnly && found.body.couples.some((one) => one.id === couple)) return true;
  }
  return false;
}

/** Swaps each document that is still of the generation that was noted: what is of a later one was swapped already. */
export const swapAll = (at: RetreatLibrary, swap: SwapUnderway): Promise<Outcome> =>
  inTurn(swap.noted ?? [], async (one) => {
    const stands = await standing(at, one);
    if (stands === 'refused') return stands;
    if (stands === null || stands.generation > one.generation) return 'done';
    const { save, swap: change } = kindOf(one.document);
    return outcomeOf(await save(at, one.id, change(stands.body, swap)));
  });
