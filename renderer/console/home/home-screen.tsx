import { useTranslation } from 'react-i18next';
import { useAction } from '../keys/use-actions';
import { Button } from '../kit/button';
import { useAsk, useView } from '../mirror/hooks';
import { DueCouples } from './due-couples';
import styles from './home.module.css';
import { LibraryCard } from './library-card';
import { RecoveryCard } from './recovery-card';
import { RetreatList } from './retreat-list';

export function HomeScreen() {
  const { t } = useTranslation('home');
  const ask = useAsk();
  const demo = useAction('demo');
  const absent = useView(({ saving }) => saving.absent !== null);
  const ways = [
    { id: 'start', label: t('start'), text: t('startText'), look: 'primary', act: () => ask('start') },
    { id: 'drill', label: t('drill'), text: t('drillText'), look: 'plain', act: () => ask('drill') },
    { id: 'demo', label: t('demo'), text: t('demoText'), look: 'plain', act: demo.run },
  ] as const;
  return (
    <div className={styles.home}>
      <LibraryCard />
      <RecoveryCard />
      <div>
        <header className={styles.head}>
          <h1 className={styles.title}>{t('title')}</h1>
          <DueCouples />
        </header>
        <div className={styles.ways}>
          {ways.map(({ id, label, text, look, act }) => (
            <div key={id}>
              <Button look={look} size="lg" fullWidth onClick={act}>
                {label}
              </Button>
              <p className={styles.wayText}>{text}</p>
            </div>
          ))}
        </div>
      </div>
      {!absent && <RetreatList />}
    </div>
  );
}
