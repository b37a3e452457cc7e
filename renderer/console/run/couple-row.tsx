import { memo } from 'react';
import { partnersOf, type RosterEntry } from '../../../shared/retreat/retreat';
import { FormButton, HandOverButton, Note, Presence, StatusChoice } from './couple-parts';
import styles from './couples.module.css';
import { CoupleTimeout } from './private-timeout';
import shared from './run.module.css';
import { usePair } from './use-pair';
import { useSought } from './use-sought';

interface CoupleRowProps {
  readonly couple: RosterEntry;
  /** The card a seat opens has the note on a line of its own; a row of a short list has it beside the names. */
  readonly look: 'row' | 'card';
}

/** One couple on one card: who they are, who is here, how they take part, and a note nobody else sees. */
export const CoupleRow = memo(function CoupleRow({ couple, look }: CoupleRowProps) {
  const { seat, pair, nameOf } = usePair(couple);
  const place = useSought<HTMLLIElement>(couple.id, look === 'card');
  return (
    <li ref={place} className={styles.row} data-look={look} data-status={couple.status} aria-label={pair}>
      <div className={styles.who}>
        <span className={styles.number} title={seat}>
          <span className={shared.said}>{seat}</span>
          <span aria-hidden>{couple.seat}</span>
        </span>
        <span className={styles.pair} title={pair}>
          {pair}
        </span>
        {partnersOf(couple).map((side) => (
          <Presence key={side} id={couple.id} side={side} name={nameOf(side)} present={couple[side].present} />
        ))}
        <HandOverButton id={couple.id} pair={pair} />
      </div>
      <StatusChoice couple={couple} pair={pair} />
      <CoupleTimeout couple={couple} pair={pair} />
      {look === 'card' && <FormButton id={couple.id} pair={pair} />}
      <Note id={couple.id} pair={pair} />
    </li>
  );
});
