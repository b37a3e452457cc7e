import { SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Day, Retreat } from '../../../shared/retreat/retreat';
import type { Schedule } from '../../../shared/retreat/schedule';
import { Button } from '../kit/button';
import { DatePicker } from '../kit/date-picker';
import { isDate } from '../kit/dates';
import { EmptyState, Panel } from '../kit/panel';
import { useClocks } from '../mirror/content';
import { useAsk, useCommand, useLocal, useView } from '../mirror/hooks';
import { KeptField } from '../mirror/kept-field';
import { useOpenRetreat } from '../mirror/use-draft';
import { AgendaList } from './agenda-list';
import { InsertDialog } from './insert-dialog';
import styles from './prepare.module.css';

interface DayPlanProps {
  readonly retreat: Retreat;
  readonly day: Day;
  readonly times: (day: Day) => Schedule;
}

/** One day of the retreat, to be arranged. */
export function DayPlan({ retreat, day, times }: DayPlanProps) {
  const { t } = useTranslation('prepare');
  const send = useCommand();
  const clocks = useClocks();
  const own = useOpenRetreat();
  const ask = useAsk();
  const adding = useLocal(({ place }) => place.asking === 'add');
  /** The item to add after: the one asked about, or the last one. */
  const about = useLocal(({ place }) => place.about);
  const changeDate = (date: string) => send({ type: 'day/date', id: day.id, date, start: day.start });
  const changeStart = (text: string) => {
    const start = clocks.nearest(text, day.start);
    if (start === null || start === day.start) return null;
    return send({ type: 'day/date', id: day.id, date: day.date, start });
  };

  return (
    <Panel
      title={t('agenda')}
      text={t('agendaText')}
      aside={
        retreat.days.length > 1 && (
          <SegmentedControl
            aria-label={t('days')}
            value={day.id}
            onChange={(id) => send({ type: 'day/open', id })}
            data={retreat.days.map(({ id }, index) => ({ value: id, label: t('day', { n: index + 1 }) }))}
          />
        )
      }
    >
      <div className={styles.dayBar}>
        <KeptField
          key={`${day.id}/date`}
          of={own}
          field={`day/${day.id}/date`}
          label={t('date')}
          value={day.date}
          check={(date) => (isDate(date.trim()) ? null : t('dateWrong'))}
          onCommit={(date) => changeDate(date.trim())}
          rightSection={<DatePicker label={t('pickDate')} value={day.date} onPick={changeDate} />}
        />
        <KeptField
          key={`${day.id}/start`}
          of={own}
          field={`day/${day.id}/start`}
          label={t('start')}
          value={clocks.text(day.start)}
          check={(text) => (clocks.isTime(text) ? null : t('startWrong', { example: clocks.example }))}
          onCommit={changeStart}
        />
      </div>
      {day.endedAt !== null && <EndedDay retreat={retreat} day={day} endedAt={day.endedAt} />}
      {day.items.length === 0 ? (
        <EmptyState title={t('emptyDay')} text={t('emptyDayText')} />
      ) : (
        <AgendaList key={day.id} day={day} times={times} onInsert={(id) => ask('add', id)} />
      )}
      <div>
        <Button leftSection={<IconPlus size={16} />} onClick={() => ask('add')}>
          {t('add')}
        </Button>
      </div>
      {adding && (
        <InsertDialog day={day} times={times} after={about ?? day.items.at(-1)?.id ?? null} onClose={() => ask(null)} />
      )}
    </Panel>
  );
}

interface EndedDayProps {
  readonly retreat: Retreat;
  readonly day: Day;
  readonly endedAt: number;
}

/** Says of a day that has ended what can be done now. */
function EndedDay({ retreat, day, endedAt }: EndedDayProps) {
  const { t } = useTranslation('prepare');
  const send = useCommand();
  const clocks = useClocks();
  const playing = useView(({ live }) => live.stage.playing !== null);
  const number = retreat.days.indexOf(day) + 1;
  const next = retreat.days[number];
  const values = { time: clocks.moment(endedAt), n: number + 1 };
  return (
    <div className={styles.endedDay} role="status">
      <p>
        <b>{t('endedTitle', values)}</b> {t(next === undefined ? 'endedLast' : 'endedNext', values)}
      </p>
      {next !== undefined && (
        <Button look="primary" disabled={playing} onClick={() => send({ type: 'day/open', id: next.id })}>
          {t('endedGoOn', values)}
        </Button>
      )}
    </div>
  );
}
