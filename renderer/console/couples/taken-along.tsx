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
    <details className={styles.taken}>
      <summary>{t('takeHome.taken', { count: lines.length })}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too. */}
      <ul className={styles.takenFiles} tabIndex={0}>
        {lines.map(({ name, file }) => (
          <li key={file}>{t('takeHome.takenBy', { name, file })}</li>
        ))}
      </ul>
      <p className={styles.soft}>{t('takeHome.takenText')}</p>
    </details>
  );
}
