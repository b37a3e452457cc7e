import type { RosterEntry } from '../../../shared/retreat/retreat';
import shared from './couples.module.css';
import { cellMarks } from './use-seat-grid';
import { useWho } from './use-who';

interface SeatHeadProps {
  readonly couple: RosterEntry;
  /** The keyboard is on it. */
  readonly current: boolean;
}

/** The head of a sheet's row: the seat and who sits there. It is the row's column 0. */
export function SeatHead({ couple, current }: SeatHeadProps) {
  const { namesOf, coupleOf } = useWho();
  return (
    <th scope="row">
      <button
        {...cellMarks({ row: couple.id, column: 0 })}
        type="button"
        className={shared.who}
        tabIndex={current ? 0 : -1}
        aria-label={coupleOf(couple)}
      >
        <span className={shared.number}>{couple.seat}</span>
        <span className={shared.names}>{namesOf(couple)}</span>
      </button>
    </th>
  );
}
