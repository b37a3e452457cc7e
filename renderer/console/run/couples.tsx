import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { privately } from '../kit/privately';
import { useLocal, useView } from '../mirror/hooks';
import { CoupleRow } from './couple-row';
import styles from './couples.module.css';
import { findCouples } from './find-couples';
import shared from './run.module.css';

/** The couples with their status: administrative, private, and never on the wall. */
export function Couples() {
  const { t } = useTranslation('run');
  const couples = useView(({ retreat }) => retreat?.couples ?? []);
  const sought = useLocal(({ place }) => place.coupleId);
  const discreet = useView((view) => view.discreet);
  const [wanted, setWanted] = useState('');
  // A couple jumped to from the palette must not be filtered away.
  useEffect(() => {
    if (sought !== null) setWanted('');
  }, [sought]);
  const bySeat = [...couples].sort((one, other) => one.seat - other.seat);
  const found = findCouples(bySeat, wanted);
  const here = couples.filter(({ status }) => status !== 'late' && status !== 'left').length;
  return (
    <section className={styles.couples} aria-label={t('couples.title')}>
      <div className={shared.head}>
        <h2 className={shared.title}>
          {t('couples.title')} <span className={shared.soft}>{t('couples.here', { n: here, of: couples.length })}</span>
        </h2>
        <TextInput
          size="xs"
          w={124}
          aria-label={t('couples.find')}
          placeholder={t('couples.findShort')}
          leftSection={<IconSearch size={14} aria-hidden />}
          {...privately(discreet)}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setWanted('');
          }}
        />
      </div>
      {found.length === 0 ? (
        <p className={shared.soft}>{couples.length === 0 ? t('couples.none') : t('couples.nobody')}</p>
      ) : (
        <ul className={styles.list}>
          {found.map((couple) => (
            <CoupleRow key={couple.id} couple={couple} />
          ))}
        </ul>
      )}
    </section>
  );
}
