import type { Printout } from '../../shared/exercise/printouts/printout';
import type { Session } from '../../shared/session/state/session';
import type { Copy } from '../../shared/session/state/take-home';

const two = (seat: number): string => String(seat).padStart(2, '0');

const of = { joint: 'both', A: 'A', B: 'B' } as const;

/**
 * Where a copy goes below its batch's folder: by seat, never by name (S11), in letters that every system takes. Two copies of one batch
 * never share it, for no two couples share a seat.
 */
export function fileOf({ retreat }: Session, { id, version }: Copy, extension: string): string {
  const seat = retreat?.couples.find((couple) => couple.id === id)?.seat ?? 0;
  return `seat-${two(seat)}/seat-${two(seat)}-${of[version]}.${extension}`;
}

/** A printout's file says what it is, and of which exercise: ids of ours, which every system takes. */
export const printoutFile = ({ name, exercise }: Printout): string =>
  exercise === null ? `${name}.pdf` : `${name}-${exercise}.pdf`;
