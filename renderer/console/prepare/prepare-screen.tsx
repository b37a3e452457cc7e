import { Group, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentDay } from '../../../shared/retreat/retreat';
import { oneLine } from '../../../shared/room/one-line';
import { wallCaps } from '../../../shared/room/wall-constants';
import { draftKey } from '../../../shared/session/state/drafts';
import { useAction } from '../keys/use-actions';
import { Button } from '../kit/button';
import { EmptyState } from '../kit/panel';
import { Warning } from '../kit/warning';
import { useClocks } from '../mirror/content';
import { useCommand, useGo, useView } from '../mirror/hooks';
import { KeptField } from '../mirror/kept-field';
import { useOpenRetreat } from '../mirror/use-draft';
import { useNameWarning } from '../mirror/use-name-warning';
import { DayPlan } from './day-plan';
import styles from './prepare.module.css';
import { Roster } from './roster';
import { useTimes } from './use-times';

export function PrepareScreen() {
  const { t } = useTranslation('prepare');
  const send = useCommand();
  const go = useGo();
  const runDay = useAction('run-day');
  const close = useAction('close-retreat');
  const print = useAction('print-worksheets');
  const retreat = useView((view) => view.retreat);
  const own = useOpenRetreat();
  const typing = useView(({ drafts }) => drafts[draftKey(own, 'title')]?.text);
  const warning = useNameWarning(retreat === null ? [] : [typing ?? retreat.title]);
  const canUndo = useView((view) => view.planUndo !== null);
  const clocks = useClocks();
  const times = useTimes();

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
  const day = currentDay(retreat);
  return (
    <div className={styles.prepare}>
      <header className={styles.head}>
        <div className={styles.name}>
          <VisuallyHidden component="h1">{retreat.title}</VisuallyHidden>
          <KeptField
            of={own}
            field="title"
            bare
            label={t('name')}
            value={retreat.title}
            maxLength={wallCaps.title}
            check={(name) => (oneLine(name) === '' ? t('nameNeeded') : null)}
            onCommit={(name) => send({ type: 'retreat/rename', title: name })}
          />
          <Warning text={warning} />
        </div>
        {day !== undefined && (
          <p className={styles.ends} role="status">
            {day.endedAt === null
              ? t('ends', { time: clocks.moment(times(day).expectedEnd) })
              : t('ended', { time: clocks.moment(day.endedAt) })}
          </p>
        )}
        <Group gap="sm" wrap="nowrap">
          <Button look="quiet" onClick={close.run}>
            {t('closeRetreat')}
          </Button>
          <Button look="quiet" onClick={print.run}>
            {t('print')}
          </Button>
          <Button everyClick disabled={!canUndo} onClick={() => send({ type: 'edit/undo', couple: null })}>
            {t('undo')}
          </Button>
          <Button look="primary" onClick={runDay.run}>
            {t('run')}
          </Button>
        </Group>
      </header>
      <div className={styles.columns}>
        {day !== undefined && <DayPlan retreat={retreat} day={day} times={times} />}
        <Roster retreat={retreat} />
      </div>
    </div>
  );
}
