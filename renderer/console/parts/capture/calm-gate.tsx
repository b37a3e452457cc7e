import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Side, sides } from '../../../../shared/room/wall';
import { Button } from '../../kit/button';
import styles from './capture.module.css';
import { Points } from './editors';
import type { Partners } from './use-partners';

interface CalmGateProps {
  /** So many of ten, or fewer, let the form open. */
  readonly most: number;
  readonly partners: Partners;
  readonly onCalm: () => void;
  readonly onSkip: () => void;
}

/** Asks how stirred up each of them is (S18). The numbers live in this component alone: they are stored and sent nowhere. */
export function CalmGate({ most, partners, onCalm, onSkip }: CalmGateProps) {
  const { t } = useTranslation('capture');
  const [said, setSaid] = useState<Readonly<Partial<Record<Side, string>>>>({});
  const asked = partners.alone === null ? sides : [partners.alone];
  // It opens when it is told to: a one may still become ten.
  const calm = asked.map((side) => said[side] ?? '').every((points) => points !== '' && Number(points) <= most);
  const tooStirred = asked.some((side) => Number(said[side] ?? '') > most);
  return (
    <section className={styles.gate} aria-label={t('calm.title')}>
      <h3 className={styles.partTitle}>{t('calm.title')}</h3>
      <p>{t('calm.text', { most })}</p>
      {asked.map((side) => (
        <Points
          key={side}
          label={t('calm.of', { name: partners.nameOf(side) })}
          low={t('calm.low')}
          high={t('calm.high')}
          text={said[side] ?? ''}
          hidden={partners.hidden}
          change={(text) => setSaid((before) => ({ ...before, [side]: text }))}
        />
      ))}
      {tooStirred && <p role="status">{t('calm.notNow')}</p>}
      <span className={styles.choices} data-stop-in>
        {calm && (
          <Button look="primary" onClick={onCalm}>
            {t('calm.open')}
          </Button>
        )}
        <Button look="quiet" onClick={onSkip}>
          {t('calm.skip')}
        </Button>
      </span>
    </section>
  );
}
