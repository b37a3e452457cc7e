import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../keys/use-actions';
import { Button, IconButton } from '../kit/button';
import { useClocks, useLasts } from '../mirror/content';
import { useAsk, useCommand, useLocal, useNow, useView } from '../mirror/hooks';
import { DayItem } from './day-item';
import { type DayPlan, dayPlan } from './day-plan';
import styles from './day-rail.module.css';
import { ElseDialog } from './else-dialog';
import { ItemDialogs } from './item-dialogs';
import shared from './run.module.css';
import { styleVariables } from './style-variables';
import { TimeOfDay } from './time-of-day';

/** The day: where it is, what it owes, and every way it can bend. */
export function DayRail() {
  const { t } = useTranslation('run');
  const now = useNow();
  const retreat = useView((view) => view.retreat);
  const live = useView((view) => view.live);
  const hour12 = useView(({ settings }) => settings.hour12);
  const undo = useAction('plan-undo');
  const lasts = useLasts();
  const plan = retreat === null ? null : dayPlan(retreat, live, now, lasts);
  if (retreat === null || plan === null) return null;
  const number = retreat.days.indexOf(plan.day) + 1;
  return (
    <section className={styles.rail} aria-label={t('day.title')}>
      <div className={styles.head}>
        <h2 className={shared.title} title={retreat.title}>
          {retreat.days.length > 1 ? t('day.number', { n: number, of: retreat.days.length }) : t('day.title')}
        </h2>
        <TimeOfDay />
        <IconButton
          live
          label={undo.label}
          disabled={!undo.enabled}
          everyClick={undo.everyClick}
          icon={<IconArrowBackUp size="1.125rem" aria-hidden />}
          onClick={undo.run}
        />
      </div>
      <OverUnder plan={plan} />
      <ol key={plan.day.id} className={styles.list} style={styleVariables({ '--at': hour12 ? '3.625rem' : '2.5rem' })}>
        {plan.lines.map((line, index) => (
          <DayItem
            key={line.item.id}
            plan={plan}
            line={line}
            index={index}
            last={index === plan.lines.length - 1}
            onStage={live.itemId === line.item.id}
          />
        ))}
      </ol>
      <Foot plan={plan} number={number} />
      <ItemDialogs day={plan.day} />
    </section>
  );
}

function OverUnder({ plan }: { readonly plan: DayPlan }) {
  const { t } = useTranslation('run');
  const clocks = useClocks();
  const { overMinutes, expectedEnd } = plan.schedule;
  const ended = plan.day.endedAt;
  const length = (whole: number) => {
    const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
    if (hours === 0) return t('minutes', { minutes });
    return minutes === 0 ? t('day.fullHours', { hours }) : t('day.hours', { hours, minutes });
  };
  const words =
    overMinutes === 0
      ? t('day.onTime')
      : overMinutes > 0
        ? t('day.late', { time: length(overMinutes) })
        : t('day.early', { time: length(-overMinutes) });
  return (
    <p className={styles.over} role="status">
      <b data-late={overMinutes > 0}>{words}</b>
      <span>
        {ended === null
          ? t('day.endsAt', { at: clocks.moment(expectedEnd) })
          : t('day.endedAt', { at: clocks.moment(ended) })}
      </span>
    </p>
  );
}

function Foot({ plan, number }: { readonly plan: DayPlan; readonly number: number }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const end = useAction('end-day');
  const ask = useAsk();
  const other = useLocal(({ place }) => place.asking === 'else');
  const days = useView(({ retreat }) => retreat?.days ?? []);
  const playing = useView(({ live }) => live.stage.playing !== null);
  const nextDay = days[number];
  return (
    <div className={styles.foot}>
      <Button live size="compact-sm" fullWidth onClick={() => ask('else')}>
        {t('day.else')}
      </Button>
      <Button live size="compact-sm" fullWidth disabled={!end.enabled} caps={end.caps} onClick={end.run}>
        {t('day.end')}
      </Button>
      {nextDay !== undefined && (plan.day.endedAt !== null || plan.lines.some(({ item }) => item.actual !== null)) && (
        <Button
          live
          size="compact-sm"
          fullWidth
          look={plan.day.endedAt === null ? 'plain' : 'primary'}
          disabled={playing}
          onClick={() => void send({ type: 'day/open', id: nextDay.id })}
        >
          {t('day.goOn', { n: number + 1 })}
        </Button>
      )}
      <ElseDialog open={other} done={() => ask(null)} />
    </div>
  );
}
