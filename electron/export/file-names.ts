import type { Printout } from '../../shared/exercise/printouts/printout';
import { cutTo, oneLine } from '../../shared/room/one-line';
import { type Side, sides } from '../../shared/room/wall';
import type { Session } from '../../shared/session/state/session';
import type { Copy } from '../../shared/session/state/take-home';

const two = (seat: number): string => String(seat).padStart(2, '0');

const of = { joint: 'both', A: 'A', B: 'B' } as const;

/** As many UTF-16 units of a name as stand in a file's name: with all else in the path it stays below what any system takes. */
const nameCap = 30;

/** A name in letters that every system takes: none of a path, of control, of direction; no space or full stop at its end. */
export const safeName = (name: string): string =>
  cutTo(oneLine(name).replace(/[<>:"/\\|?*\p{C}\s]+/gu, ' '), nameCap).replace(/^[\s.]+|[\s.]+$/gu, '');

/**
 * Where a copy goes below its batch's folder: by seat, and by name only if that was asked (S11), in letters that every system takes. It
 * begins with the seat, which is no name any system keeps for itself; no two couples share one, so no two copies of a batch share a file.
 */
export function fileOf({ retreat, takeHome: { batch } }: Session, { id, version }: Copy, extension: string): string {
  const couple = retreat?.couples.find((one) => one.id === id);
  const seat = `seat-${two(couple?.seat ?? 0)}`;
  const named = (sides: readonly Side[]): string => {
    if (couple === undefined || batch?.byCouple !== true) return '';
    const name = sides
      .map((side) => safeName(couple[side].name))
      .filter((one) => one !== '')
      .join(' ');
    return name === '' ? '' : ` ${name}`;
  };
  const whole = named(sides);
  return `${seat}${whole}/${seat}-${of[version]}${version === 'joint' ? whole : named([version])}.${extension}`;
}

/** Where a partner's own copy goes: by seat and never by name, for they did not choose where it lies. */
export function ownFile({ retreat }: Session, { id, version }: Copy, extension: string): string {
  const seat = `seat-${two(retreat?.couples.find((one) => one.id === id)?.seat ?? 0)}`;
  return `${seat}/${seat}-${of[version]}-own.${extension}`;
}

/** A printout's file says what it is, and of which exercise: ids of ours, which every system takes. */
export const printoutFile = ({ name, exercise }: Printout): string =>
  exercise === null ? `${name}.pdf` : `${name}-${exercise}.pdf`;
