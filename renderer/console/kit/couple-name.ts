import type { RosterEntry } from '../../../shared/retreat/retreat';

/** "Ada & Bo", one name when only one is known, or null when neither is. */
export function coupleName({ A, B }: Pick<RosterEntry, 'A' | 'B'>): string | null {
  const names = [A.name, B.name].filter((name) => name !== '');
  return names.length === 0 ? null : names.join(' & ');
}
