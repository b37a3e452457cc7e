import { Switch } from '@mantine/core';
import { IconArrowsExchange, IconMessage2, IconMoon, IconUsers } from '@tabler/icons-react';
import { memo, type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { airtime, current, type Playing } from '../../../shared/room/stage';
import { freshRun, read } from '../../../shared/room/timer';
import { type Side, sides } from '../../../shared/room/wall';
import type { Speaker } from '../../../shared/room/wall-constants';
import { useAction } from '../keys/use-actions';
import { Button, IconButton } from '../kit/button';
import { lengthText } from '../kit/clock-text';
import { Figures } from '../kit/figures';
import { useInSight } from '../kit/in-sight';
import { useContent } from '../mirror/content';
import { useClock, useView } from '../mirror/hooks';
import styles from './ahead.module.css';
import { wholeSeconds } from './flips';
import { LedForm } from './led-form';
import { RoomPicture } from './room-picture';
import shared from './run.module.css';
import { stepNames } from './steps-of';
import { styleVariables } from './style-variables';
import { useChoosing } from './use-choosing';
import { useReading } from './use-reading';
import type { Words } from './words';

/** What comes: the next picture for the wall, then every step of what is on stage. */
export function Ahead() {
  return (
    <>
      <NextUp />
      <Steps />
      <LedForm />
      <Toggles />
    </>
  );
}

function NextUp() {
  const { t } = useTranslation('run');
  const chosen = useView((view) => view.chosen);
  const upNext = useView((view) => view.upNext);
  const next = chosen?.view ?? upNext;
  const { width, height } = useView(({ screens }) => screens.room);
  const [fits, setFits] = useState(true);
  const onFit = useCallback((fit: boolean) => setFits(fit), []);
  const scene = next?.scene;
  const title = scene !== undefined && 'thought' in scene ? scene.thought : '';
  return (
    <section className={styles.next} aria-label={t(chosen === null ? 'ahead.next' : 'ahead.chosen')}>
      <div className={styles.small}>
        <h2 className={styles.heading}>{t(chosen === null ? 'ahead.next' : 'ahead.chosen')}</h2>
        <span className={styles.tight} role="status">
          {next !== null && !fits ? t('ahead.tight') : ''}
        </span>
        {chosen !== null && <GoToIt title={chosen.title} />}
      </div>
      <div
        className={styles.picture}
        style={styleVariables({ '--ratio': width / height })}
        data-chosen={chosen !== null}
        role="img"
        aria-label={
          next === null ? t('ahead.nothing') : t(chosen === null ? 'ahead.nextTitle' : 'ahead.chosenTitle', { title })
        }
      >
        {next === null ? (
          <p className={styles.nothing}>{t('ahead.nothing')}</p>
        ) : (
          <RoomPicture view={next} onFit={onFit} />
        )}
      </div>
    </section>
  );
}

function GoToIt({ title }: { readonly title: string }) {
  const { t } = useTranslation('run');
  const { caps, run } = useAction('go-to-choice');
  return (
    <Button live size="compact-sm" look="primary" caps={caps} label={t('ahead.goTo', { title })} onClick={run}>
      {t('ahead.go')}
    </Button>
  );
}

function Steps() {
  const { t } = useTranslation('run');
  const swap = useAction('swap');
  const live = useView((view) => view.live);
  const { exercise } = useContent();
  const { playing } = live.stage;
  const takesTurns = playing?.kind === 'exercise' && playing.steps.some(({ speaker }) => speaker === 'A');
  const begun = playing?.steps.some(
    ({ speaker }, index) => isSide(speaker) && playing.runs[index]?.run.startedAt != null,
  );
  return (
    <section className={styles.steps} aria-label={t('ahead.steps')}>
      <h2 className={styles.small}>
        {t('ahead.steps')}
        {takesTurns && <span className={styles.starts}>{t('ahead.starts', { side: live.starts })}</span>}
        <IconButton
          live
          size={26}
          label={t('ahead.swap')}
          caps={swap.caps}
          disabled={!takesTurns || begun === true}
          icon={<IconArrowsExchange size="1rem" aria-hidden />}
          onClick={swap.run}
        />
      </h2>
      {playing === null ? (
        <p className={shared.soft}>{t('ahead.noSteps')}</p>
      ) : (
        <StepList playing={playing} names={stepNames(playing, exercise(live.ref), live.starts)} />
      )}
    </section>
  );
}

const isSide = (speaker: Speaker): speaker is 'A' | 'B' => speaker === 'A' || speaker === 'B';

function StepList({ playing, names }: { readonly playing: Playing; readonly names: readonly string[] }) {
  const { t } = useTranslation('run');
  const clock = useClock();
  const chosen = useView(({ chosen: at }) => (at?.choice.kind === 'step' ? at.choice.index : null));
  return (
    <ol className={styles.list}>
      {playing.steps.map((step, index) => {
        const stepRun = playing.runs[index];
        const run = { ...freshRun, adjustedMs: stepRun?.run.adjustedMs ?? 0 };
        const { lengthMs } = read(step.timer, run, clock.now());
        const known = step.timer.kind !== 'until' && lengthMs !== null;
        const time = known ? lengthText(lengthMs) : t('ahead.open');
        const here = index === playing.index;
        const who = t(`ahead.${step.speaker}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
          <li key={index}>
            <StepButton
              index={index}
              chosen={chosen === index}
              state={here ? 'on' : stepRun?.leftAt != null ? 'done' : 'to-come'}
              label={t('ahead.step', { n: index + 1, name: names[index], who, time })}
            >
              <span className={styles.who} data-who={step.speaker} title={who}>
                <Who speaker={step.speaker} />
              </span>
              <span className={styles.name}>{names[index]}</span>
              <span className={styles.time}>{known ? time : ''}</span>
            </StepButton>
          </li>
        );
      })}
    </ol>
  );
}

interface StepButtonProps {
  readonly index: number;
  readonly chosen: boolean;
  readonly state: 'on' | 'done' | 'to-come';
  readonly label: string;
  readonly children: ReactNode;
}

function StepButton({ index, chosen, state, label, children }: StepButtonProps) {
  const choosing = useChoosing(chosen);
  const place = useInSight<HTMLButtonElement>(state === 'on');
  return (
    <button
      ref={place}
      type="button"
      className={styles.step}
      data-state={state}
      aria-current={state === 'on' ? 'step' : undefined}
      aria-pressed={chosen}
      aria-label={label}
      {...choosing({ kind: 'step', index })}
    >
      {children}
    </button>
  );
}

const signs = { facilitator: IconMessage2, silent: IconMoon, joint: IconUsers };

function Who({ speaker }: { readonly speaker: Speaker }) {
  if (isSide(speaker)) return speaker;
  const Sign = signs[speaker];
  return <Sign size={14} stroke={1.6} aria-hidden />;
}

function Toggles() {
  const { t } = useTranslation('run');
  const advance = useAction('advance');
  const autopilot = useAction('autopilot');
  const stage = useView(({ live }) => live.stage);
  const on = current(stage);
  return (
    <div className={styles.toggles}>
      <Airtime />
      <Switch
        size="sm"
        label={t('ahead.autoShort')}
        aria-label={t('ahead.auto')}
        disabled={on === null}
        checked={on?.step.advance === 'auto'}
        onChange={advance.run}
      />
      <Switch
        size="sm"
        label={t('ahead.autopilotShort')}
        aria-label={t('ahead.autopilot')}
        checked={stage.autopilot}
        onChange={autopilot.run}
      />
    </div>
  );
}

/** How long each side has had the floor in this exercise: for the whole room, never for one couple. */
function Airtime() {
  const { t } = useTranslation('run');
  return (
    <fieldset className={styles.airtime} aria-label={t('ahead.airtime')}>
      <BothHeard t={t} />
    </fieldset>
  );
}

/** Looks each second; what it shows is drawn anew only for the side whose time goes on. */
function BothHeard({ t }: Pick<HeardProps, 't'>) {
  const on = useReading();
  const playing = useView(({ live }) => live.stage.playing);
  const takesTurns = playing?.steps.some(({ speaker }) => isSide(speaker)) === true;
  const heard = playing !== null && on !== null && takesTurns ? airtime(playing, on.now.live) : { A: 0, B: 0 };
  const most = Math.max(heard.A, heard.B, 1);
  return sides.map((side) => (
    <Heard
      key={side}
      side={side}
      time={lengthText(wholeSeconds(heard[side]))}
      percent={Math.round((100 * heard[side]) / most)}
      t={t}
    />
  ));
}

interface HeardProps {
  readonly side: Side;
  readonly time: string;
  /** Of the longer of the two. */
  readonly percent: number;
  readonly t: Words;
}

const Heard = memo(function Heard({ side, time, percent, t }: HeardProps) {
  return (
    <p className={styles.heard}>
      <span className={styles.who} data-who={side} aria-hidden>
        {side}
      </span>
      <span className={styles.track} aria-hidden>
        <span className={styles.fill} data-who={side} style={styleVariables({ '--part': percent / 100 })} />
      </span>
      <span className={styles.heardTime} role="img" aria-label={t('ahead.airtimeOf', { side, time })}>
        <span className={styles.heardFigures}>
          <Figures text={time} />
        </span>
      </span>
    </p>
  );
});
