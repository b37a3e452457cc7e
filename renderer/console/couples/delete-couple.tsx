import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoupleFile } from '../../../shared/session/protocol/couple-file';
import { Button } from '../kit/button';
import { dateText } from '../kit/dates';
import { Dialog } from '../kit/dialog';
import { bridge } from '../mirror/bridge';
import { useCommand, useMirrorDispatch } from '../mirror/hooks';
import { closedPage } from '../mirror/store';
import { useLanguage } from '../mirror/use-language';
import { HandedList } from '../parts/handed-list';
import type { NameOf } from './answer-lines';
import styles from './file.module.css';
import { useFoundCouples } from './use-found-couples';
import { usePageNames } from './use-page-names';

interface DeleteCoupleProps {
  readonly id: string;
  readonly nameOf: NameOf;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What is kept about the couple, counted anew each time it is asked; null until it is. */
function useCoupleFile(id: string, open: boolean): CoupleFile | null {
  const [file, setFile] = useState<CoupleFile | null>(null);
  useEffect(() => {
    if (!open) return;
    let isCurrent = true;
    setFile(null);
    void bridge()
      .coupleFile(id)
      .then((counted) => {
        if (isCurrent) setFile(counted);
      });
    return () => {
      isCurrent = false;
    };
  }, [id, open]);
  return file;
}

/** Deletes a couple everywhere: first what goes, then a box to tick, then the button. Enter and Escape delete nothing. */
export function DeleteCouple({ id, nameOf, open, onClose }: DeleteCoupleProps) {
  const { t } = useTranslation(['file', 'shell']);
  const send = useCommand();
  const dispatch = useMirrorDispatch();
  const couple = usePageNames(id);
  const file = useCoupleFile(id, open);
  const [sure, setSure] = useState(false);
  useEffect(() => {
    if (open) setSure(false);
  }, [open]);
  const remove = async () => {
    onClose();
    if ((await send({ type: 'couple/delete', id })).ok) dispatch(closedPage(id));
  };
  return (
    <Dialog open={open} title={t('deleteTitle', { couple })} onClose={onClose}>
      <Stack gap="md">
        <Text>{t('deleteText')}</Text>
        {file === null ? <Text>{t('deleteReading')}</Text> : <WhatGoes id={id} file={file} />}
        <Text className={styles.soft ?? ''}>{t('notReached')}</Text>
        <HandedList id={id} whose="joint" nameOf={nameOf} title="notReached" />
        <Checkbox
          label={t('deleteSure')}
          checked={sure}
          disabled={file === null}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button first onClick={onClose}>
            {t('shell:cancel')}
          </Button>
          <Button look="danger" disabled={!sure} onClick={remove}>
            {t('deleteYes')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

const parts = ['answers', 'agreements', 'practice', 'notes', 'copies'] as const;

function WhatGoes({ id, file }: { readonly id: string; readonly file: CoupleFile }) {
  const { t } = useTranslation('file');
  const language = useLanguage();
  const [couple] = useFoundCouples({ id })?.couples ?? [];
  return (
    <ul className={styles.goes}>
      {parts.map((part) => file[part] > 0 && <li key={part}>{t(`goes.${part}`, { count: file[part] })}</li>)}
      <li>{t('goes.consents')}</li>
      {couple?.retreats.map(({ id: retreat, title, date }) => (
        <li key={retreat}>{t('goes.roster', { title, date: dateText(date, language) })}</li>
      ))}
    </ul>
  );
}
