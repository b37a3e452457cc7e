import { type Move, type MovedBodies, type MovedDocument, type Mover, movers } from '../../shared/couple/moving';
import { unarchived } from '../../shared/couple/record';
import { type Retreat, withCouple } from '../../shared/retreat/retreat';
import type { MoveUnderway, SeatChange } from '../../shared/session/documents/underway';
import type { ReadResult } from '../library/store/find-document';
import type { SaveResult } from '../library/store/standing-document';
import type { RetreatLibrary } from './retreat-index';

/** `refused`: the disk would not yet; `closed`: the library is, and the next start goes on. */
export type Outcome = 'done' | 'refused' | 'closed';

interface Kept<Body> {
  readonly mover: Mover<Body>;
  readonly read: (at: RetreatLibrary, id: string) => Promise<ReadResult<Body>>;
  readonly save: (at: RetreatLibrary, id: string, body: Body) => Promise<SaveResult>;
}

const kept: { readonly [D in MovedDocument]: Kept<MovedBodies[D]> } = {
  record: {
    mover: movers.record,
    read: (at, id) => at.read('record', id),
    save: (at, id, body) => at.save('record', id, body),
  },
  charter: {
    mover: movers.charter,
    read: (at, id) => at.read('charter', id),
    save: (at, id, body) => at.save('charter', id, body),
  },
  practice: {
    mover: movers.practice,
    read: (at, id) => at.read('practice', id),
    save: (at, id, body) => at.save('practice', id, body),
  },
};

export const outcomeOf = (saved: SaveResult): Outcome => {
  // Of a couple that was removed meanwhile nothing is to come back (S12).
  if (saved.ok || saved.code === 'removed') return 'done';
  return saved.code === 'closed' ? 'closed' : 'refused';
};

/** What a document holds, or its newest good copy; null where nobody can tell now. */
export function bodyOf<Body>(found: ReadResult<Body>, none: Body): Body | null {
  if (found.state === 'missing') return none;
  if (found.state === 'damaged') return found.newestGood?.body ?? none;
  return found.state === 'ok' && !found.readOnly ? found.body : null;
}

/** Saves what a change makes of a document as it stands. */
async function change<Body>(
  at: RetreatLibrary,
  { mover, read, save }: Kept<Body>,
  id: string,
  to: (body: Body) => Body,
): Promise<Outcome> {
  const body = bodyOf(await read(at, id), mover.none(id));
  if (body === null) return 'refused';
  const after = to(body);
  return after === body ? 'done' : outcomeOf(await save(at, id, after));
}

async function put<Body>(at: RetreatLibrary, kind: Kept<Body>, move: Move): Promise<Outcome> {
  const source = bodyOf(await kind.read(at, move.from), kind.mover.none(move.from));
  if (source === null) return 'refused';
  return change(at, kind, move.to, (target) => kind.mover.put(target, source, move));
}

const take = <Body>(at: RetreatLibrary, kind: Kept<Body>, move: Move, wall: number): Promise<Outcome> =>
  change(at, kind, move.from, (source) => kind.mover.take(source, move, wall));

/** One after another, until one does not succeed. */
export async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<Outcome>): Promise<Outcome> {
  for (const one of all) {
    const outcome = await work(one);
    if (outcome !== 'done') return outcome;
  }
  return 'done';
}

const kindOf = ({ document }: Move): Kept<MovedBodies[MovedDocument]> =>
  kept[document] as Kept<MovedBodies[MovedDocument]>;

/** All that comes is durable where it goes before any of it leaves: dying in between leaves it in both, and never in neither. */
export async function moveAll(at: RetreatLibrary, moves: readonly Move[], wall: number): Promise<Outcome> {
  const came = await inTurn(moves, (move) => put(at, kindOf(move), move));
  return came === 'done' ? inTurn(moves, (move) => take(at, kindOf(move), move, wall)) : came;
}

/** Takes what left out of every older copy as well. */
export const clearAll = (at: RetreatLibrary, moves: readonly Move[]): Promise<Outcome> =>
  inTurn(moves, async ({ document, from, entries }) => outcomeOf(await at.forget(document, from, entries)));

/** Gives the seat of one couple to the other. A retreat that is there no more has no seats. */
export async function reseat(at: RetreatLibrary, seat: MoveUnderway['seat']): Promise<Outcome> {
  if (seat === null) return 'done';
  const found = await at.read('retreat', seat.retreat);
  const retreat = bodyOf<Retreat | null>(found, null);
  if (retreat === null) return found.state === 'missing' || found.state === 'damaged' ? 'done' : 'refused';
  if (!retreat.couples.some(({ id }) => id === seat.from)) return 'done';
  const changed = withCouple(retreat, seat.from, (couple) => ({ ...couple, id: seat.to }));
  return outcomeOf(await at.save('retreat', retreat.id, changed));
}

/** The older note with the newer one after it: once, however often it is done. */
const noteAfter = (older: string, newer: string): string =>
  older === '' ? newer : newer === '' || older.endsWith(newer) ? older : `${older}\n\n${newer}`;

/** What is noted of a couple that is joined follows what was noted of the older one. */
export async function noteAlong(at: RetreatLibrary, { retreat, from, to }: SeatChange): Promise<Outcome> {
  const none = (id: string) => ({ id, retreat, note: '' });
  const newer = bodyOf(await at.read('note', from), none(from));
  const older = bodyOf(await at.read('note', to), none(to));
  if (newer === null || older === null) return 'refused';
  const note = noteAfter(older.note, newer.note);
  return note === older.note ? 'done' : outcomeOf(await at.save('note', to, { ...older, note }));
}

/** Nothing stays of a couple that was none of its own, in no older copy either. */
export async function leaveNothing(at: RetreatLibrary, { from }: SeatChange): Promise<Outcome> {
  const removed = await at.remove('couples', from);
  return removed.ok || removed.intended ? 'done' : outcomeOf(removed);
}

/** Whoever was archived no longer is. To a record that a newer Holdfast wrote nothing is done. */
export const bringBack = (at: RetreatLibrary, back: MoveUnderway['back']): Promise<Outcome> =>
  inTurn(back, async ({ couple, ...stamp }) => {
    const found = await at.read('record', couple);
    const record = bodyOf(found, movers.record.none(couple));
    if (record === null) return found.state === 'unreachable' ? 'refused' : 'done';
    const after = unarchived(record, stamp);
    return after === record ? 'done' : outcomeOf(await at.save('record', couple, after));
  });
