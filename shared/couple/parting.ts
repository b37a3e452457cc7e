import type { Clause } from './charter/clause';
import type { MovedBodies, MovedDocument } from './moving';
import { entriesIn } from './record';

const actsOf = ({ ticks, consents, confirmations }: Clause) => [...ticks, ...consents, ...confirmations];

/** What of each document was written at a retreat, by the ids of its entries. */
export const writtenAt: {
  readonly [D in MovedDocument]: (body: MovedBodies[D], retreat: string) => readonly string[];
} = {
  record: (record, retreat) =>
    entriesIn(record)
      .filter((entry) => entry.retreat === retreat)
      .map(({ id }) => id),
  practice: ({ entries, pages }, retreat) =>
    [...entries, ...pages].filter((entry) => entry.retreat === retreat).map(({ id }) => id),
  // Of a clause that was there before: its wordings from this retreat, and what was said to any of them here.
  charter: ({ clauses }, retreat) =>
    clauses.flatMap((clause) =>
      clause.retreat === retreat
        ? [clause.id]
        : [...clause.wordings, ...actsOf(clause)].filter((entry) => entry.retreat === retreat).map(({ id }) => id),
    ),
};
