import { useTranslation } from 'react-i18next';
import { currentDay, itemAfter } from '../../../shared/retreat/retreat';
import { hasNext, type Playing, type Stage } from '../../../shared/room/stage';
import { minuteMs } from '../../../shared/room/timer';
import { otherSide } from '../../../shared/room/wall';
import { publicTitle } from '../../../shared/session/commands/public-title';
import { useAction } from '../keys/use-actions';
import { Button } from '../kit/button';
import { lengthText } from '../kit/clock-text';
import { useContent } from '../mirror/content';
import { useCommand, useNow, useView } from '../mirror/hooks';
import { wholeSeconds } from './flips';
import styles from './slot.module.css';
import { useReading } from './use-reading';

/** What the wall really shows is not the step that is on. */
const showsElse = (stage: Stage): boolean => stage.playing !== null && stage.show !== 'playing';

/** One line under the picture for what is asked or worth knowing now. It is always there, so nothing moves when it speaks. */
export function Slot() {
  const { t } = useTranslation('run');
  const away = useView(({ live }) => live.away);
  const offered = useView(({ live }) => live.stage.playing !== null && speaksOf(live.stage.playing));
  if (away !== null && away.ms === null) return <Line text={t('slot.asleep')} tone="ask" />;
  if (away !== null && away.ms !== null) return <Away ms={away.ms} />;
  if (offered) return <Offer />;
  return <Hint />;
}

/** An offer is spoken of while the turn it came from is on, and in the partner's; never in a step between them. */
function speaksOf({ offer, steps, index }: Playing): boolean {
  return offer !== null && (offer.step === index || steps[offer.step]?.pair === index);
}

function Line({ text, tone, children }: { text: string; tone: 'ask' | 'hint'; children?: React.ReactNode }) {
  const { t } = useTranslation('run');
  return (
    <div className={styles.slot} data-tone={tone} role="status" aria-label={t('slot.label')}>
      <span className={styles.text} title={text}>
        {text}
      </span>
      {children}
    </div>
  );
}

function Away({ ms }: { readonly ms: number }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const count = Math.max(1, Math.round(ms / minuteMs));
  return (
    <Line tone="ask" text={t('slot.away', { count })}>
      <Button live size="compact-sm" onClick={() => void send({ type: 'stage/answer-away', count: true })}>
        {t('slot.count')}
      </Button>
      <Button live size="compact-sm" onClick={() => void send({ type: 'stage/answer-away', count: false })}>
        {t('slot.resume')}
      </Button>
    </Line>
  );
}

/** S19: the partner gets the same, unless they do not want it. */
function Offer() {
  const { t } = useTranslation('run');
  const send = useCommand();
  const offer = useView(({ live }) => live.stage.playing?.offer ?? null);
  if (offer === null) return null;
  const words = { from: otherSide(offer.to), to: offer.to, time: lengthText(Math.abs(offer.ms)) };
  return (
    <Line tone="ask" text={t(offer.ms > 0 ? 'slot.offerMore' : 'slot.offerLess', words)}>
      <Button
        live
        size="compact-sm"
        label={t('slot.declineLabel', { to: offer.to })}
        onClick={() => void send({ type: 'stage/decline-offer' })}
      >
        {t('slot.decline')}
      </Button>
    </Line>
  );
}

function Hint() {
  const { t } = useTranslation('run');
  const content = useContent();
  const retreat = useView((view) => view.retreat);
  const after = useView(({ live }) => live.after);
  const stage = useView(({ live }) => live.stage);
  const state = useReading('state')?.reading.state;

  const day = retreat === null ? undefined : currentDay(retreat);
  const item = day === undefined ? null : itemAfter(day, after);
  const follows = item === null ? null : publicTitle(item, content);

  const text = () => {
    if (stage.playing === null) {
      if (retreat !== null && day?.endedAt != null) {
        return t(retreat.days.at(-1) === day ? 'slot.dayEnded' : 'slot.dayEndedNext');
      }
      if (follows !== null) return t('slot.idleNext', { title: follows });
      return t(day === undefined ? 'slot.idle' : 'slot.dayOver');
    }
    if (stage.held) return t('slot.held');
    if (showsElse(stage)) return t('slot.elsewhere');
    if (state === 'ready') return t('slot.ready');
    if (state === 'paused') return t('slot.paused');
    // What Next puts up then stands under the timer.
    if (state === 'done') return t(follows === null && !hasNext(stage.playing) ? 'slot.doneLast' : 'slot.done');
    return '';
  };
  return (
    <Line tone="hint" text={text()}>
      {stage.heldAt !== null && <HeldFor since={stage.heldAt} />}
      {!stage.held && showsElse(stage) && <BackToStep />}
    </Line>
  );
}

function BackToStep() {
  const { t } = useTranslation('run');
  const { caps, run } = useAction('show-playing');
  return (
    <Button live size="compact-sm" caps={caps} onClick={run}>
      {t('slot.backToStep')}
    </Button>
  );
}

/** How long the room has been held; who asks for it, hears it once. */
function HeldFor({ since }: { readonly since: number }) {
  const { t } = useTranslation('run');
  const { live } = useNow(1000);
  const time = lengthText(wholeSeconds(Math.max(0, live - since)));
  return (
    <span className={styles.held} role="timer" aria-live="off">
      {t('slot.heldFor', { time })}
    </span>
  );
}
