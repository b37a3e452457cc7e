import { useEffect, useMemo, useState } from 'react';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { longestName } from '../../../shared/retreat/retreat-constants';
import { oneLine } from '../../../shared/room/one-line';
import { bothOf, mostPairs } from '../../../shared/session/policy/pair';
import type { Pairs, ReturningCouple } from '../../../shared/session/protocol/couple-search';
import type { PreviewRow } from '../kit/couple-preview';
import { bridge } from './bridge';
import { useNewest, useView } from './hooks';

const nobody: readonly ReturningCouple[] = [];

function pairsOf(rows: readonly PreviewRow[]): Pairs {
  return rows
    .filter(({ out, A, B }) => !out && bothOf(A, B) !== null)
    .map(({ A, B }) => ({ A: oneLine(A), B: oneLine(B) }))
    .filter((names) => Object.values(names).every((name) => name.length <= longestName))
    .slice(0, mostPairs);
}

/** Who of the couples in these rows was at an earlier retreat, and is not on this roster. */
export function useReturning(rows: readonly PreviewRow[], roster: readonly RosterEntry[]): readonly ReturningCouple[] {
  return useReturningPairs(
    useMemo(() => pairsOf(rows), [rows]),
    roster,
  );
}

/** Who of these names was at an earlier retreat, and is not on this roster; looked for again when a retreat changed. */
export function useReturningPairs(wantedPairs: Pairs, roster: readonly RosterEntry[]): readonly ReturningCouple[] {
  const [found, setFound] = useState(nobody);
  const shelf = useView((view) => view.shelf);
  const pairs = JSON.stringify(wantedPairs);
  const { hand } = useNewest(async (wanted: Pairs) => {
    setFound(wanted.length === 0 ? nobody : await bridge().findReturning(wanted));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another shelf or roster may find others
  useEffect(() => hand(JSON.parse(pairs)), [hand, pairs, shelf, roster]);
  return useMemo(() => found.filter(({ id }) => roster.every((couple) => couple.id !== id)), [found, roster]);
}
