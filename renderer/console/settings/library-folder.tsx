import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { useView } from '../mirror/hooks';
import { useLibraryFolder } from '../mirror/use-library-folder';
import styles from './settings.module.css';

/** Where the data lives and who can read it (S25), and the way to another folder. */
export function LibraryFolder() {
  const { t } = useTranslation(['settings', 'shell']);
  const place = useLibraryFolder();
  const { folder, absent, moving } = useView(({ saving }) => saving);
  return (
    <Panel title={t('data.title')}>
      <div className={styles.prose}>
        <p>{t('data.where')}</p>
        <p className={styles.folder}>{folder}</p>
        <Group gap="sm">
          <Button
            onClick={() => void place('save-elsewhere')}
            disabled={absent !== null || moving !== null}
            loading={moving !== null}
          >
            {t('shell:place.elsewhere')}
          </Button>
          {moving !== null && (
            <>
              <span role="status">{t('shell:place.moving', { ...moving })}</span>
              <Button look="quiet" onClick={() => void place('stop')}>
                {t('shell:place.stop')}
              </Button>
            </>
          )}
        </Group>
        <p>{t('data.elsewhere')}</p>
        <p>{t('data.who')}</p>
        <p>{t('data.sent')}</p>
        <p>{t('data.claim')}</p>
      </div>
    </Panel>
  );
}
