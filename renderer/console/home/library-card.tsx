import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { useView } from '../mirror/hooks';
import { useLibraryFolder } from '../mirror/use-library-folder';
import styles from './home.module.css';

/** Says that no library is open, and offers what can be done; an empty one is never put in its place unasked. */
export function LibraryCard() {
  const { t } = useTranslation('home');
  const place = useLibraryFolder();
  const { absent, folder } = useView(({ saving }) => saving);
  if (absent === null) return null;
  return (
    <section className={styles.recovery} aria-label={t('library.label')}>
      <div>
        <h2 className={styles.recoveryTitle}>{t(`library.${absent.why}`)}</h2>
        <p className={styles.recoveryText}>{t(`library.${absent.why}-text`, { folder, machine: absent.machine })}</p>
        <p className={styles.recoveryText}>{t('library.safe')}</p>
      </div>
      <Group gap="sm">
        <Button look="primary" onClick={() => void place('look-again')}>
          {t('library.again')}
        </Button>
        <Button onClick={() => void place('choose-other')}>{t('library.other')}</Button>
        <Button look="quiet" onClick={() => void place('start-new')}>
          {t('library.new')}
        </Button>
      </Group>
    </section>
  );
}
