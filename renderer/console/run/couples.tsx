import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstClick, keepFocus } from '../kit/button';
import { privately } from '../kit/privately';
import { useLocal, useView } from '../mirror/hooks';
import { Attendance } from './attendance';
import { CoupleRow } from './couple-row';
import styles from './couples.module.css';
import { findCouples } from './find-couples';
import shared from './run.module.css';
import { Seats } from './seats';

/** So many couples are a list of open cards; of more, each is a seat that opens one. */
export const mostRows = 8;

/** The couples with their status: administrative, private, and never on the wall. */
export function Couples() {
  const { t } = useTranslation('run');
  const couples = useView(({ retreat }) => retreat?.couples ?? []);
  const sought = useLocal(({ place }) => place.coupleId);
  const discreet = useView((view) => view.discreet);
  const [wanted, setWanted] = useState('');
  const [asked, setAsked] = useState(false);
  const attendance = useId();
  // A couple jumped to from the palette must not be filtered away.
  useEffect(() => {
    if (sought !== null) setWanted('');
  }, [sought]);
  const bySeat = [...couples].sort((one, other) => one.seat - other.seat);
  const found = findCouples(bySeat, wanted, t('couples.seatWord'));
  const here = couples.filter(({ status }) => status !== 'late' && status !== 'left').length;
  const words = { n: here, of: couples.length };
  return (
    <section
      className={styles.couples}
      data-look={couples.length > mostRows ? 'seats' : 'rows'}
      aria-label={t('couples.title')}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{t('couples.title')}</h2>
        <button
          type="button"
          className={styles.count}
          aria-expanded={asked}
          aria-controls={attendance}
          aria-label={t('couples.who', words)}
          onMouseDown={keepFocus}
          onClick={firstClick(() => setAsked(!asked))}
        >
          {t('couples.here', words)}
        </button>
        <TextInput
          size="xs"
          className={styles.find ?? ''}
          aria-label={t('couples.find')}
          placeholder={t('couples.findShort')}
          leftSection={<IconSearch size="0.875rem" aria-hidden />}
          {...privately(discreet)}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setWanted('');
          }}
        />
      </div>
      {asked && <Attendance id={attendance} couples={bySeat} done={() => setAsked(false)} />}
      {found.length === 0 && (
        <p className={shared.soft}>{couples.length === 0 ? t('couples.none') : t('couples.nobody')}</p>
      )}
      {found.length > 0 &&
        (couples.length > mostRows ? (
          <Seats couples={found} />
        ) : (
          <ul className={styles.list}>
            {found.map((couple) => (
              <CoupleRow key={couple.id} couple={couple} look="row" />
            ))}
          </ul>
        ))}
    </section>
  );
}
