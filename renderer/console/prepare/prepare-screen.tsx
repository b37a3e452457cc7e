import { Group, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oneLine } from '../../../shared/room/one-line';
import { wallCaps } from '../../../shared/room/wall';
import { useAction } from '../keys/use-actions';
import { Button } from '../kit/button';
import { Field } from '../kit/field';
import { EmptyState } from '../kit/panel';
import { Warning } from '../kit/warning';
import { useCommand, useGo, useView } from '../mirror/hooks';
import { useNameWarning } from '../mirror/use-name-warning';
import { DayPlan } from './day-plan';
import styles from './prepare.module.css';
import { Roster } from './roster';

export function PrepareScreen() {
  const { t } = useTranslation('prepare');
  const send = useCommand();
  const go = useGo();
  const runDay = useAction('run-day');
  const close = useAction('close-retreat');
  const retreat = useView((view) => view.retreat);
  const [typing, setTyping] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title, by undo too, ends what was typed
  useEffect(() => setTyping(null), [retreat?.title]);
  const warning = useNameWarning(retreat === null ? [] : [typing ?? retreat.title]);
  const canUndo = useView((view) => view.planUndo !== null);

  if (retreat === null) {
    return (
      <div className={styles.prepare}>
        <EmptyState title={t('none')} text={t('noneText')}>
          <Group mt="md">
            <Button onClick={() => go('home')}>{t('noneAct')}</Button>
          </Group>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.prepare}>
      <div className={styles.head}>
        <div className={styles.name}>
          <VisuallyHidden component="h1">{retreat.title}</VisuallyHidden>
          <Field
            bare
            label={t('name')}
            value={retreat.title}
            maxLength={wallCaps.title}
            check={(title) => (oneLine(title) === '' ? t('nameNeeded') : null)}
            onType={setTyping}
            onCommit={(title) => send({ type: 'retreat/rename', title })}
          />
          <Warning text={warning} />
        </div>
        <Group gap="sm">
          <Button look="quiet" onClick={close.run}>
            {t('closeRetreat')}
          </Button>
          <Button disabled={!canUndo} onClick={() => send({ type: 'plan/undo' })}>
            {t('undo')}
          </Button>
          <Button look="primary" onClick={runDay.run}>
            {t('run')}
          </Button>
        </Group>
      </div>
      <div className={styles.columns}>
        <DayPlan retreat={retreat} />
        <Roster retreat={retreat} />
      </div>
    </div>
  );
}
