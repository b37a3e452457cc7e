import { IconNote } from '@tabler/icons-react';
import { Fragment, memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDue } from '../../../shared/retreat/private-timeout';
import { partnersOf, type RosterEntry } from '../../../shared/retreat/retreat';
import { firstClick, keepFocus } from '../kit/button';
import { listText } from '../kit/list-text';
import { useClocks } from '../mirror/content';
import { useLocal, useView } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import { useMinute } from '../mirror/use-minute';
import { CoupleRow } from './couple-row';
import { SeatTimeout } from './private-timeout';
import styles from './seats.module.css';
import { statusSigns } from './status-signs';
import { usePair } from './use-pair';

/** Many couples at once: every seat in sight, and the card of one opened below its row, over nobody else's. */
export function Seats({ couples }: { readonly couples: readonly RosterEntry[] }) {
  const { t } = useTranslation('run');
  const sought = useLocal(({ place }) => place.coupleId);
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    if (sought !== null) setOpen(sought);
  }, [sought]);
  const only = couples.length === 1 ? couples[0]?.id : undefined;
  return (
    <ul className={styles.seats} aria-label={t('couples.title')}>
      {couples.map((couple) => {
        const opened = couple.id === (only ?? open);
        return (
          <Fragment key={couple.id}>
            <Seat couple={couple} open={opened} toggle={() => setOpen(opened ? null : couple.id)} />
            {opened && <CoupleRow couple={couple} look="card" />}
          </Fragment>
        );
      })}
    </ul>
  );
}

interface SeatProps {
  readonly couple: RosterEntry;
  readonly open: boolean;
  readonly toggle: () => void;
}

const Seat = memo(
  function Seat({ couple, open, toggle }: SeatProps) {
    const { t } = useTranslation('run');
    const { pair, nameOf } = usePair(couple);
    const hidden = useView((view) => view.discreet);
    const noted = useView(({ notes }) => (notes[couple.id] ?? '') !== '');
    const { status, seat, timeout } = couple;
    const clocks = useClocks();
    const wall = useMinute(timeout !== null);
    const due = timeout !== null && isDue(timeout, wall);
    const partners = partnersOf(couple);
    const missing = partners.filter((side) => !couple[side].present);
    const states = [
      t(`couples.${status}`),
      ...missing.map((side) =>
        hidden ? t('couples.missingSide', { side }) : t('couples.missing', { name: nameOf(side) }),
      ),
      ...(timeout === null
        ? []
        : [t(due ? 'timeout.seatDue' : 'timeout.seat', { at: clocks.moment(timeout.returnsAt) })]),
      ...(noted ? [t('couples.noted')] : []),
    ];
    const state = listText(states, useLanguage());
    const label = hidden ? t('couples.openHidden', { seat, state }) : t('couples.open', { seat, pair, state });
    const Sign = status === 'present' ? null : statusSigns[status];
    return (
      <li className={styles.place}>
        <button
          type="button"
          className={styles.seat}
          data-status={status}
          data-timeout={timeout !== null}
          aria-expanded={open}
          aria-label={label}
          title={label}
          onMouseDown={keepFocus}
          onClick={firstClick(toggle)}
        >
          <span className={styles.number}>{seat}</span>
          <span className={styles.names}>
            {partners.map((side) => (
              <span key={side} className={styles.name} data-missing={!couple[side].present}>
                {nameOf(side) ?? ''}
              </span>
            ))}
          </span>
          {timeout && <SeatTimeout timeout={timeout} due={due} />}
          <span className={styles.marks}>
            {Sign && <Sign size="0.8125rem" stroke={2} aria-hidden />}
            {noted && <IconNote className={styles.noted} size="0.8125rem" stroke={2} aria-hidden />}
          </span>
        </button>
      </li>
    );
  },
  (before, after) => before.couple === after.couple && before.open === after.open,
);
