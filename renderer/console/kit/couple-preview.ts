import type { RosterEntry } from '../../../shared/retreat/retreat';
import { longestName } from '../../../shared/retreat/retreat-constants';
import { lastSeat, seatsFor } from '../../../shared/retreat/seats';
import { oneLine } from '../../../shared/room/one-line';
import { folded } from '../../../shared/session/policy/names-in';
import { bothOf, pairOf } from '../../../shared/session/policy/pair';
import type { ReturningCouple } from '../../../shared/session/protocol/couple-search';
import { readDoubts } from './couple-names';
import type { ReadCouple } from './parse-couples';

/** Everything that can be in doubt about a couple before it is made. */
export const doubts = [
  ...readDoubts,
  'one-name',
  'same-name',
  'too-long',
  'twice',
  'known',
  'seat-twice',
  'seat-taken',
] as const;
export type Doubt = (typeof doubts)[number];

/** What a person put right in what was read. */
export interface Correction {
  readonly A?: string;
  readonly B?: string;
  readonly seat?: number | null;
  readonly out?: boolean;
  /** The couple of an earlier retreat that they are, by a yes. */
  readonly was?: string | null;
}
/** By the key of a row: they hold as long as its line is as it was pasted. */
export type Corrections = Readonly<Record<string, Correction>>;

export interface PreviewRow {
  readonly key: string;
  readonly line: string;
  readonly A: string;
  readonly B: string;
  /** The seat that is asked for, or null. */
  readonly seat: number | null;
  /** The seat it gets; null when it is left out. */
  readonly gets: number | null;
  readonly out: boolean;
  /** The couple of an earlier retreat whose record goes on; null for a new one. */
  readonly was: string | null;
  readonly doubts: readonly Doubt[];
}

const isSeat = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= lastSeat;

function correctionIn(raw: unknown): Correction {
  if (typeof raw !== 'object' || raw === null) return {};
  const { A, B, seat, out, was } = raw as Record<string, unknown>;
  return {
    ...(typeof A === 'string' ? { A } : {}),
    ...(typeof B === 'string' ? { B } : {}),
    ...(seat === null || isSeat(seat) ? { seat } : {}),
    ...(typeof out === 'boolean' ? { out } : {}),
    ...(was === null || typeof was === 'string' ? { was } : {}),
  };
}

/** Corrections as a field keeps them; what does not read as such is none. */
export function correctionsIn(text: string): Corrections {
  try {
    const raw: unknown = JSON.parse(text || '{}');
    if (typeof raw !== 'object' || raw === null) return {};
    return Object.fromEntries(Object.entries(raw).map(([key, one]) => [key, correctionIn(one)]));
  } catch {
    return {};
  }
}

/** Corrections as text, those of lines that are gone left out. */
export function corrected(before: Corrections, rows: readonly PreviewRow[], key: string, change: Correction): string {
  const kept = Object.fromEntries(rows.flatMap((row) => (before[row.key] ? [[row.key, before[row.key]]] : [])));
  // Other names are other people, who are asked anew.
  const renamed = change.A !== undefined || change.B !== undefined;
  return JSON.stringify({ ...kept, [key]: { ...before[key], ...(renamed && { was: null }), ...change } });
}

interface NewCouple {
  A: string;
  B: string;
  seat: number | null;
  was?: string;
}

type Seated = Pick<RosterEntry, 'seat' | 'A' | 'B'>;

/** What would be made of the couples that were read, beside those who are on the roster already. */
export function previewOf(
  read: readonly ReadCouple[],
  corrections: Corrections,
  roster: readonly Seated[] = [],
): PreviewRow[] {
  const lines = new Map<string, number>();
  const known = new Set(roster.map(({ A, B }) => pairOf(A.name, B.name)));
  const taken = roster.map(({ seat }) => seat);
  const pairs = new Set<string>();
  const asked = new Set<number>();
  const rows = read.map((couple): Omit<PreviewRow, 'gets'> => {
    const count = (lines.get(couple.line) ?? 0) + 1;
    lines.set(couple.line, count);
    const key = `${couple.line}\n${count}`;
    const put = corrections[key] ?? {};
    const { seat, out = false, was = null } = { seat: couple.seat, ...put };
    const [A, B] = [put.A ?? couple.A, put.B ?? couple.B];
    const byHand = put.A !== undefined || put.B !== undefined;
    if (out) return { key, line: couple.line, A, B, seat, out, was: null, doubts: [] };
    const found = new Set<Doubt>(byHand ? [] : couple.doubts);
    const names = [A, B].map(oneLine);
    const pair = pairOf(names[0] ?? '', names[1] ?? '');
    if (pair === null) found.add('no-names');
    else if (names.includes('')) found.add('one-name');
    else if (folded(A) === folded(B)) found.add('same-name');
    if (names.some((name) => name.length > longestName)) found.add('too-long');
    if (pair !== null && pairs.has(pair)) found.add('twice');
    if (pair !== null && known.has(pair)) found.add('known');
    if (pair !== null) pairs.add(pair);
    if (seat !== null && taken.includes(seat)) found.add('seat-taken');
    else if (seat !== null && asked.has(seat)) found.add('seat-twice');
    if (seat !== null) asked.add(seat);
    return { key, line: couple.line, A, B, seat, out, was, doubts: [...found] };
  });
  const made = rows.filter(({ out }) => !out);
  const seats = seatsFor(
    taken,
    made.map((row) => seatToBeHad(row)),
  );
  return rows.map((row) => ({ ...row, gets: row.out ? null : (seats[made.indexOf(row)] ?? null) }));
}

/** A seat that is taken, or asked for twice, is not had: any free one is. */
const seatToBeHad = ({ seat, doubts: found }: Pick<PreviewRow, 'seat' | 'doubts'>): number | null =>
  found.includes('seat-taken') || found.includes('seat-twice') ? null : seat;

/** The couples a preview makes, as they are sent. */
export const couplesOf = (rows: readonly PreviewRow[]): NewCouple[] =>
  rows
    .filter(({ out }) => !out)
    .map((row) => ({
      A: oneLine(row.A),
      B: oneLine(row.B),
      seat: seatToBeHad(row),
      ...(row.was !== null && { was: row.was }),
    }));

export const countDoubts = (rows: readonly PreviewRow[]): number => rows.filter((row) => row.doubts.length > 0).length;

/** The couples of earlier retreats that a row may be. */
export const returningOf = ({ A, B, out }: PreviewRow, returning: readonly ReturningCouple[]): ReturningCouple[] => {
  const pair = out ? null : bothOf(A, B);
  return pair === null ? [] : returning.filter((couple) => bothOf(couple.A, couple.B) === pair);
};

export const countReturning = (rows: readonly PreviewRow[], returning: readonly ReturningCouple[]): number =>
  rows.filter((row) => returningOf(row, returning).length > 0).length;
