import { Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../kit/button';
import { dayText } from '../kit/dates';
import { useCommand, useView } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import type { NameOf } from './answer-lines';
import { DeleteCouple } from './delete-couple';
import styles from './file.module.css';

/** What is done with a couple's file as a whole. */
export function FileMenu({ id, nameOf }: { readonly id: string; readonly nameOf: NameOf }) {
  const { t } = useTranslation('file');
  const send = useCommand();
  const isArchived = useView(({ records }) => (records[id]?.archivedAt ?? null) !== null);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <IconButton label={t('more')} icon={<IconDots size={18} />} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
            onClick={() => void send({ type: 'record/archive', id, archived: !isArchived })}
          >
            {t(isArchived ? 'bringBack' : 'archive')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => setAsking(true)}>
            {t('delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <DeleteCouple id={id} nameOf={nameOf} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

/** Says that the couple is archived, and brings it back with one action. */
export function Archived({ id }: { readonly id: string }) {
  const { t } = useTranslation('file');
  const language = useLanguage();
  const send = useCommand();
  const at = useView(({ records }) => records[id]?.archivedAt ?? null);
  if (at === null) return null;
  return (
    <p className={styles.archived} role="status">
      {t('archived', { date: dayText(at, language) })}
      <Button size="compact-sm" onClick={() => void send({ type: 'record/archive', id, archived: false })}>
        {t('bringBack')}
      </Button>
    </p>
  );
}
