import type { Retreat } from '../../shared/retreat/retreat';
import { folded } from '../../shared/session/policy/names-in';
import { bothOf } from '../../shared/session/policy/pair';
import {
  type CoupleSearch,
  type FoundCouple,
  type FoundCouples,
  mostFound,
  type Pairs,
  type ReturningCouple,
} from '../../shared/session/protocol/couple-search';
import type { CouplesAmong } from '../../shared/session/protocol/couples-among';
import type { Session } from '../../shared/session/state/session';
import { inBatches } from '../library/store/ids';
import type { CoupleFacts, CoupleIndex } from './couple-index';
import type { RetreatLibrary } from './retreat-index';

interface Known {
  readonly touchedAt: number;
  readonly couples: readonly Person[];
  readonly title: string;
  readonly date: string;
}

interface Person extends Pick<FoundCouple, 'id' | 'A' | 'B'> {
  /** Both names, as couples are told by them; null where that tells nobody, nor may. */
  readonly pair: string | null;
}

const knownOf = (retreat: Retreat, touchedAt: number): Known => ({
  touchedAt,
  title: retreat.title,
  date: retreat.days[0]?.date ?? '',
  couples: retreat.couples.map(({ id, A, B }) => ({
    id,
    A: A.name,
    B: B.name,
    // A demo's couples are nobody.
    pair: retreat.demo ? null : bothOf(A.name, B.name),
  })),
});

interface Line extends Omit<FoundCouple, keyof CoupleFacts> {
  /** Every name it was ever on a roster with, as names are compared. */
  readonly names: string;
}

type Rosters = readonly (readonly [string, Known])[];

const latestFirst = (retreats: Rosters): Rosters =>
  [...retreats].sort(([, one], [, other]) => other.date.localeCompare(one.date));

/** The couples of these retreats, each once, that of the last retreat first. */
function linesOf(retreats: Rosters): Line[] {
  const lines = new Map<string, Line>();
  for (const [id, { title, date, couples }] of latestFirst(retreats)) {
    for (const { pair: _, ...couple } of couples) {
      const before = lines.get(couple.id);
      const names = folded(`${couple.A} ${couple.B}`);
      const at = { id, title, date };
      if (before === undefined) lines.set(couple.id, { ...couple, retreats: [at], names });
      else lines.set(couple.id, { ...before, retreats: [...before.retreats, at], names: `${before.names} ${names}` });
    }
  }
  return [...lines.values()];
}

/** Which of the couples each choice leaves. */
const isAmong: Readonly<Record<CouplesAmong, (facts: CoupleFacts) => boolean>> = {
  current: ({ archived }) => !archived,
  due: ({ due }) => due.length > 0,
  archived: ({ archived }) => archived,
};

function isFoundBy(search: CoupleSearch, factsOf: (id: string) => CoupleFacts): (line: Line) => boolean {
  if ('id' in search) return ({ id }) => id === search.id;
  const among = search.among === undefined ? () => true : isAmong[search.among];
  const words = folded(search.text)
    .split(/[\s&+,/]+/u)
    .filter((word) => word !== '');
  return ({ id, names }) => words.every((word) => names.includes(word)) && among(factsOf(id));
}

const longestDueFirst = (found: readonly Line[], factsOf: (id: string) => CoupleFacts): Line[] => {
  const since = ({ id }: Line): string => factsOf(id).due[0]?.on ?? '';
  return [...found].sort((one, other) => since(one).localeCompare(since(other)));
};

/** Who of these retreats has both names of one of these pairs, as they were written there last; every retreat each was at. */
function withPairs(retreats: Rosters, pairs: Pairs): Omit<ReturningCouple, 'newer'>[] {
  const wanted = new Set(pairs.flatMap(({ A, B }) => bothOf(A, B) ?? []));
  const rosters = latestFirst(retreats);
  const found = new Map<string, Pick<ReturningCouple, 'A' | 'B'>>();
  for (const [, { couples }] of rosters) {
    for (const { id, A, B, pair } of couples) {
      if (pair !== null && wanted.has(pair) && !found.has(id)) found.set(id, { A, B });
    }
  }
  const at = new Map([...found.keys()].map((id): [string, ReturningCouple['retreats'][number][]] => [id, []]));
  for (const [id, { title, date, couples }] of rosters) {
    for (const couple of couples) at.get(couple.id)?.push({ id, title, date });
  }
  return [...found].map(([id, names]) => ({ id, ...names, retreats: at.get(id) ?? [] }));
}

/** Finds couples in every retreat of the library. */
export interface CoupleFinder {
  readonly find: (library: RetreatLibrary | null, session: Session, search: CoupleSearch) => Promise<FoundCouples>;
  readonly returning: (
    library: RetreatLibrary | null,
    session: Session,
    pairs: Pairs,
  ) => Promise<readonly ReturningCouple[]>;
}

/**
 * Rosters are read when somebody first looks, and again when their retreat changed; names are kept in memory alone, so that nothing of
 * a couple that is deleted stays in a list on the disk (S12).
 */
export function coupleFinder(index: Pick<CoupleIndex, 'read' | 'facts'>): CoupleFinder {
  const known = new Map<string, Known>();
  /** Whose records a newer Holdfast wrote, of those that were looked at: a record does not grow older. */
  const isNewer = new Map<string, boolean>();
  let last: { readonly of: readonly Known[]; readonly lines: readonly Line[] } | null = null;
  let open: { readonly retreat: Retreat; readonly known: Known } | null = null;

  async function readAll(library: RetreatLibrary, { shelf, retreat }: Session): Promise<void> {
    const ids = new Set(shelf.map(({ id }) => id));
    for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
    const stale = shelf.filter(({ id, touchedAt }) => id !== retreat?.id && known.get(id)?.touchedAt !== touchedAt);
    await inBatches(stale, async ({ id, touchedAt }) => {
      const found = await library.read('retreat', id);
      const body = found.state === 'ok' ? found.body : found.state === 'damaged' ? found.newestGood?.body : undefined;
      if (body === undefined) known.delete(id);
      else known.set(id, knownOf(body, touchedAt));
    });
  }

  /** The roster that is open is newer than what is on the disk. */
  function openOne(retreat: Retreat): Known {
    if (open?.retreat !== retreat) open = { retreat, known: knownOf(retreat, 0) };
    return open.known;
  }

  function rosters({ retreat }: Session): Rosters {
    const retreats = [...known].filter(([id]) => id !== retreat?.id);
    return retreat === null ? retreats : [...retreats, [retreat.id, openOne(retreat)]];
  }

  function lines(session: Session): readonly Line[] {
    const retreats = rosters(session);
    const of = retreats.map(([, each]) => each);
    const same = last !== null && last.of.length === of.length && last.of.every((each, n) => each === of[n]);
    if (last === null || !same) last = { of, lines: linesOf(retreats) };
    return last.lines;
  }

  return {
    find: async (library, session, search) => {
      if (library !== null) await readAll(library, session);
      // Who is archived, and what is due, is waited for where that decides.
      if (library !== null && 'among' in search) await index.read(library);
      const factsOf = index.facts();
      const found = lines(session).filter(isFoundBy(search, factsOf));
      const sorted = 'among' in search && search.among === 'due' ? longestDueFirst(found, factsOf) : found;
      const couples = sorted
        .slice(0, mostFound)
        .map(({ names: _, ...couple }) => ({ ...couple, ...factsOf(couple.id) }));
      return { couples, of: found.length };
    },
    returning: async (library, session, pairs) => {
      if (library === null) return [];
      await readAll(library, session);
      const found = withPairs(rosters(session), pairs);
      await inBatches(
        found.filter(({ id }) => !isNewer.has(id)),
        async ({ id }) => {
          const record = await library.read('record', id);
          isNewer.set(id, record.state === 'newer' || (record.state === 'ok' && record.readOnly));
        },
      );
      return found.map((couple) => ({ ...couple, newer: isNewer.get(couple.id) ?? false }));
    },
  };
}
