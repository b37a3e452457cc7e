import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { useCommand, useGo, useView } from '../mirror/hooks';
import { DrillPicker } from './drill-picker';
import styles from './home.module.css';
import { LibraryCard } from './library-card';
import { RecoveryCard } from './recovery-card';
import { RetreatList } from './retreat-list';
import { StartRetreat } from './start-retreat';

export function HomeScreen() {
  const { t } = useTranslation('home');
  const send = useCommand();
  const go = useGo();
  const absent = useView(({ saving }) => saving.absent !== null);
  const [dialog, setDialog] = useState<'start' | 'drill' | null>(null);

  const tryDemo = async () => {
    if ((await send({ type: 'retreat/demo' })).ok) go('run');
  };
  const ways = [
    { id: 'start', label: t('start'), text: t('startText'), look: 'primary', act: () => setDialog('start') },
    { id: 'drill', label: t('drill'), text: t('drillText'), look: 'plain', act: () => setDialog('drill') },
    { id: 'demo', label: t('demo'), text: t('demoText'), look: 'plain', act: tryDemo },
  ] as const;
  return (
    <div className={styles.home}>
      <LibraryCard />
      <RecoveryCard />
      <div>
        <h1 className={styles.title}>{t('title')}</h1>
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
      <StartRetreat open={dialog === 'start'} onClose={() => setDialog(null)} />
      <DrillPicker open={dialog === 'drill'} onClose={() => setDialog(null)} />
    </div>
  );
}
