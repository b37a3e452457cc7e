import { IconChevronRight, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { currentDay, itemAfter } from '../../../shared/retreat/retreat';
import { backAt, type Reading } from '../../../shared/room/timer';
import { publicTitle } from '../../../shared/session/commands/public-title';
import { useAction } from '../keys/use-actions';
import { Button } from '../kit/button';
import { lengthText } from '../kit/clock-text';
import { Figures } from '../kit/figures';
import { useClocks, useContent } from '../mirror/content';
import { useView } from '../mirror/hooks';
import { shownMs, wholeSeconds } from './flips';
import { stepNames } from './steps-of';
import { styleVariables } from './style-variables';
import styles from './timer-bar.module.css';
import { useReading } from './use-reading';
import type { Words } from './words';

/** The facilitator's own clock, and the three buttons that lead. They keep their places whatever happens. */
export function TimerBar() {
  const { t } = useTranslation('run');
  return (
    <section className={styles.bar} aria-label={t('timer.label')}>
      <Dial />
      <div className={styles.lead}>
        <Back />
        <StartOrPause />
        <Next />
      </div>
    </section>
  );
}

function Dial() {
  const { t } = useTranslation('run');
  return (
    <>
      <Time t={t} />
      <StepName />
    </>
  );
}

/** What changes each second, and no more: it is drawn anew that often for hours. */
function Time({ t }: { readonly t: Words }) {
  const reading = useReading()?.reading ?? null;
  const digits = reading === null ? '–:––' : lengthText(shownMs(reading));
  return (
    <>
      <div
        className={styles.ring}
        style={styleVariables({ '--left': reading?.left ?? 0 })}
        data-state={reading?.state ?? 'none'}
        aria-hidden
      />
      <div className={styles.read}>
        <p
          className={styles.digits}
          style={styleVariables({ '--characters': digits.length })}
          data-none={reading === null}
          role="timer"
          aria-label={spoken(reading, t)}
        >
          <Figures text={digits} />
        </p>
        <StateLine />
      </div>
    </>
  );
}

/** The step that is on; once its time is up, what Next will do. */
function StepName() {
  const { t } = useTranslation('run');
  const live = useView((view) => view.live);
  const retreat = useView((view) => view.retreat);
  const content = useContent();
  const over = useReading('state')?.reading.state === 'done';
  const { playing } = live.stage;
  const names = playing === null ? [] : stepNames(playing, content.exercise(live.ref), live.starts);
  const name = playing === null ? '' : (names[playing.index] ?? '');
  const coming = playing === null || !over ? null : (names[playing.index + 1] ?? nextTitle());
  if (coming !== null) {
    const words = t('timer.nextPuts', { title: coming });
    return (
      <p className={styles.step} title={words}>
        {words}
      </p>
    );
  }
  return (
    <p className={styles.step} title={name}>
      {playing !== null && (
        <>
          <span className={styles.count}>{t('timer.step', { n: playing.index + 1, of: playing.steps.length })}</span>{' '}
          {name}
        </>
      )}
    </p>
  );

  function nextTitle(): string | null {
    const day = retreat === null ? undefined : currentDay(retreat);
    const item = day === undefined ? null : itemAfter(day, live.after);
    return item === null ? null : publicTitle(item, content);
  }
}

function spoken(reading: Reading | null, t: Words): string {
  if (reading === null) return t('timer.none');
  const time = lengthText(shownMs(reading));
  return reading.remainingMs === null ? t('timer.elapsed', { time }) : t('timer.remaining', { time });
}

/** State, and either how far over it is or when it ends. Overtime is the facilitator's to see, calmly. */
const StateLine = memo(function StateLine() {
  const { t } = useTranslation('run');
  const clocks = useClocks();
  const reading = useReading('state')?.reading ?? null;
  return <p className={styles.state}>{reading === null ? t('timer.none') : words(reading)}</p>;

  function words(reading: Reading) {
    const { state, lengthMs } = reading;
    const at = backAt(reading);
    if (state === 'done') {
      return (
        <>
          {t('timer.done')} <Over />
        </>
      );
    }
    const more =
      state === 'running' && at !== null
        ? t('timer.endsAt', { at: clocks.moment(at) })
        : lengthMs === null
          ? ''
          : t('timer.of', { time: lengthText(lengthMs) });
    return (
      <>
        {t(`timer.${state}`)} <span className={styles.more}>{more}</span>
      </>
    );
  }
});

function Over() {
  const { t } = useTranslation('run');
  const overMs = useReading()?.reading.overMs ?? 0;
  if (overMs < 1000) return null;
  return <span className={styles.over}>{t('timer.over', { time: lengthText(wholeSeconds(overMs)) })}</span>;
}

function StartOrPause() {
  const { t } = useTranslation('run');
  const run = useAction('run');
  const on = useReading('state');
  const held = useView(({ live }) => live.stage.held);
  const state = on?.reading.state;
  const byTheClock = on?.current.timer.kind === 'until' && state === 'running';
  const running = state === 'running';
  const Icon = running ? IconPlayerPause : IconPlayerPlay;
  return (
    <div className={styles.big}>
      <Button
        live
        fullWidth
        look={running ? 'plain' : 'primary'}
        caps={run.caps}
        tip="bottom"
        disabled={on === null || state === 'done' || held || byTheClock}
        leftSection={<Icon size={20} stroke={1.8} aria-hidden />}
        onClick={run.run}
      >
        {t(running ? 'timer.pause' : state === 'paused' ? 'timer.resume' : 'timer.start')}
      </Button>
    </div>
  );
}

function Next() {
  const { t } = useTranslation('run');
  const next = useAction('next');
  const something = useView(({ upNext }) => upNext !== null);
  const waits = useReading('state')?.reading.state;
  const ended = useView(({ live }) => live.dayEndedAt !== null);
  return (
    <div className={styles.big}>
      <Button
        live
        fullWidth
        look={waits === 'done' || (waits === undefined && !ended) ? 'primary' : 'plain'}
        caps={next.caps}
        tip="bottom"
        disabled={!something}
        leftSection={<IconChevronRight size="1.25rem" stroke={1.8} aria-hidden />}
        onClick={next.run}
      >
        {t('timer.next')}
      </Button>
    </div>
  );
}

function Back() {
  const { t } = useTranslation('run');
  const back = useAction('back');
  const first = useView(({ live }) => (live.stage.playing?.index ?? 0) === 0);
  return (
    <div className={styles.small}>
      <Button live fullWidth caps={back.caps} tip="bottom" disabled={first} onClick={back.run}>
        {t('timer.back')}
      </Button>
    </div>
  );
}
