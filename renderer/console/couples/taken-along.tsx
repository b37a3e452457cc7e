import { useTranslation } from 'react-i18next';
import { useView } from '../mirror/hooks';
import styles from './take-home.module.css';
import { useRoster } from './use-roster';
import { useWho } from './use-who';

/** Where the files lie that partners made for themselves, to be given to them; nobody but they can open one. */
export function TakenAlong() {
  const { t } = useTranslation('couples');
  const { nameOf } = useWho();
  const couples = useRoster();
  const taken = useView(({ takeHome }) => takeHome.taken);
  const lines = taken.flatMap(({ id, side, folder, file }) => {
    const couple = couples.find((one) => one.id === id);
    return couple === undefined ? [] : [{ name: nameOf(couple, side), file: `${folder}/${file}` }];
  });
  if (lines.length === 0) return null;
  return (
    <section className={styles.batch} aria-label={t('takeHome.taken')}>
      <h2 className={styles.title}>{t('takeHome.taken')}</h2>
      <ul className={styles.contents}>
        {lines.map(({ name, file }) => (
          <li key={file}>{t('takeHome.takenBy', { name, file })}</li>
        ))}
      </ul>
      <p className={styles.soft}>{t('takeHome.takenText')}</p>
    </section>
  );
}
