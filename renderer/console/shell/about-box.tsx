import { Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Versions } from '../../../shared/session/protocol/channel';
import { Dialog } from '../kit/dialog';
import { bridge } from '../mirror/bridge';
import { useAsk, useLocal } from '../mirror/hooks';
import styles from './shell.module.css';

const rows = ['app', 'electron', 'chromium', 'node'] as const;

/** What runs here, in versions. */
export function VersionList() {
  const { t } = useTranslation('shell');
  const [versions, setVersions] = useState<Versions | null>(null);
  useEffect(() => {
    let shown = true;
    void bridge()
      .askVersions()
      .then((answer) => shown && setVersions(answer));
    return () => {
      shown = false;
    };
  }, []);
  return (
    <dl className={styles.versions}>
      {rows.flatMap((row) => [
        <dt key={row}>{t(`about.${row}`)}</dt>,
        <dd key={`${row}-version`}>{versions?.[row] ?? '…'}</dd>,
      ])}
    </dl>
  );
}

export function AboutBox() {
  const { t } = useTranslation('shell');
  const ask = useAsk();
  const open = useLocal(({ place }) => place.asking === 'about');
  return (
    <Dialog open={open} onClose={() => ask(null)} title={t('about.title')}>
      <Stack gap="md">
        <Text>{t('about.text')}</Text>
        <VersionList />
        <Text c="dimmed" size="sm">
          {t('about.claim')} {t('about.licence')}
        </Text>
      </Stack>
    </Dialog>
  );
}
