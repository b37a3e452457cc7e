import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { lengthText } from '../kit/clock-text';
import { useClocks } from '../mirror/content';
import { useCommand, useGo, useView } from '../mirror/hooks';
import styles from './home.module.css';

/** Offers the run that ended without being closed. */
export function RecoveryCard() {
  const { t } = useTranslation('home');
  const send = useCommand();
  const go = useGo();
  const recovery = useView((view) => view.recovery);
  const clocks = useClocks();
  if (recovery === null) return null;

  const time = clocks.moment(recovery.lastSeen);
  const { title, step, remainingMs } = recovery;
  const goOn = async () => {
    if ((await send({ type: 'recovery/go-on' })).ok) go('run');
  };
  return (
    <section className={styles.recovery} aria-label={t('recovery.title')}>
      <div>
        <h2 className={styles.recoveryTitle}>{t('recovery.title')}</h2>
        <p className={styles.recoveryText}>
          {step === null ? t('recovery.text', { title, time }) : t('recovery.textStep', { title, time, step })}{' '}
          {remainingMs !== null && t('recovery.remaining', { time: lengthText(remainingMs) })}
        </p>
        <p className={styles.recoveryText}>{t('recovery.safe')}</p>
      </div>
      <Group gap="sm">
        <Button look="quiet" onClick={() => send({ type: 'recovery/dismiss' })}>
          {t('recovery.leave')}
        </Button>
        <Button look="primary" onClick={goOn}>
          {t('recovery.goOn')}
        </Button>
      </Group>
    </section>
  );
}
