import { type Move, type MovedBodies, type MovedDocument, type Mover, movers } from '../../couple/moving';
import type { MoveUnderway, SeatChange } from '../documents/underway';
import type { Session } from '../state/session';
import { withCharter } from './charter-rules';
import type { Context } from './context';
import { withPractice } from './practice-rules';
import { withRecord } from './record-rules';

/** Where the documents of a kind are while they are open. */
interface Open<Body> {
  readonly of: (session: Session, couple: string) => Body | undefined;
  readonly with: (session: Session, couple: string, change: (body: Body) => Body) => Session;
}

const open: { readonly [D in MovedDocument]: Open<MovedBodies[D]> } = {
  record: { of: ({ records }, couple) => records[couple]?.record, with: withRecord },
  practice: { of: ({ practices }, couple) => practices[couple]?.practice, with: withPractice },
  charter: { of: ({ charters }, couple) => charters[couple]?.charter, with: withCharter },
};

function moved(session: Session, move: Move, at: number): Session {
  // The tables guarantee the match of a document and its body.
  const mover = movers[move.document] as Mover<MovedBodies[MovedDocument]>;
  const documents = open[move.document] as Open<MovedBodies[MovedDocument]>;
  const source = documents.of(session, move.from);
  if (source === undefined) return session;
  const put = documents.with(session, move.to, (target) => mover.put(target, source, move));
  return documents.with(put, move.from, (body) => mover.take(body, move, at));
}

/**
 * The session with entries moved from couple to couple, in what of theirs is open, and told to the disk as one change: whatever dies in
 * between, each entry is with exactly one couple in the end, and in no older copy of the one it left. What takes edits of them back is the
 * caller's to drop from the undo lists. `seat` is changed on the disk in the same change, and in the session by the caller.
 */
export function withMoves(
  session: Session,
  moves: readonly Move[],
  { id, now }: Context,
  seat: SeatChange | null = null,
  rest: Pick<MoveUnderway, 'joins' | 'back'> = { back: [] },
): Session {
  const all = moves.filter(({ entries }) => entries.length > 0);
  if (all.length === 0 && seat === null) return session;
  const after = all.reduce((at, move) => moved(at, move, now.wall), session);
  return { ...after, underway: [...after.underway, { kind: 'move', id, moves: all, seat, ...rest }] };
}
