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
  const say = (side: Side, text: string): void => {
    const next = { ...said, [side]: text };
    setSaid(next);
    const all = asked.map((one) => next[one] ?? '');
    if (all.every((points) => points !== '' && Number(points) <= most)) onCalm();
  };
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
          change={(text) => say(side, text)}
        />
      ))}
      {tooStirred && <p role="status">{t('calm.notNow')}</p>}
      <span data-stop-in>
        <Button onClick={onSkip}>{t('calm.skip')}</Button>
      </span>
    </section>
  );
}
