import { useMemo } from 'react';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { useView } from '../mirror/hooks';

const nobody: readonly RosterEntry[] = [];

/** The couples of the retreat that is open, by seat. */
export function useRoster(): readonly RosterEntry[] {
  const couples = useView(({ retreat }) => retreat?.couples ?? nobody);
  return useMemo(() => [...couples].sort((one, other) => one.seat - other.seat), [couples]);
}
