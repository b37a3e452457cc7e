import { IconHourglass } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { landingPhrases } from '../../../shared/couple/timeout-contract';
import { extensionMinutes, isDue, minutesLeft } from '../../../shared/retreat/private-timeout';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import type { PrivateTimeout } from '../../../shared/retreat/retreat-schema';
import { Button, IconButton } from '../kit/button';
import { listText } from '../kit/list-text';
import { useClocks, useContent } from '../mirror/content';
import { useCommand, useView } from '../mirror/hooks';
import { offeredMinutes } from '../mirror/offered-minutes';
import { useLanguage } from '../mirror/use-language';
import { useMinute } from '../mirror/use-minute';
import { useShownRecords } from '../mirror/use-shown-records';
import styles from './private-timeout.module.css';

interface OfCouple {
  readonly couple: RosterEntry;
  readonly pair: string;
}

/** A timeout for one couple, beside the room's timer: begun in one action, and nobody is asked who called it (S17). */
export function CoupleTimeout({ couple, pair }: OfCouple) {
  useShownRecords({ whole: [couple.id] });
  const place = useRef<HTMLDivElement>(null);
  const isAway = couple.timeout !== null;
  const wasAway = useRef(isAway);
  // What has just begun is seen whole.
  useEffect(() => {
    if (isAway && !wasAway.current) place.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
    wasAway.current = isAway;
  }, [isAway]);
  return (
    <>
      <Begin place={place} couple={couple} pair={pair} />
      {couple.timeout !== null && <Running couple={couple} pair={pair} timeout={couple.timeout} />}
    </>
  );
}

function Begin({
  place,
  couple: { id, timeout },
  pair,
}: OfCouple & { readonly place: RefObject<HTMLDivElement | null> }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const content = useContent();
  const minutes = useView((view) => offeredMinutes(view, content, id));
  return (
    <div ref={place} className={styles.begin}>
      <IconButton
        live
        size={22}
        label={t('timeout.begin', { pair, minutes })}
        icon={<IconHourglass size="1rem" stroke={1.75} />}
        disabled={timeout !== null}
        onClick={() => void send({ type: 'couple/timeout', id, minutes })}
      />
    </div>
  );
}

function Running({ couple: { id }, pair, timeout }: OfCouple & { readonly timeout: PrivateTimeout }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const wall = useMinute();
  const at = useClocks().moment(timeout.returnsAt);
  const due = isDue(timeout, wall);
  const state = due ? t('timeout.due', { at }) : t('timeout.left', { at, count: minutesLeft(timeout, wall) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: what stands in it is no form
    <div className={styles.running} data-due={due} role="group" aria-label={t('timeout.of', { pair })}>
      <span className={styles.state} title={state}>
        {state}
      </span>
      <span className={styles.acts}>
        {!timeout.extended && (
          <Button
            live
            size="compact-xs"
            label={t('timeout.moreFor', { pair, minutes: extensionMinutes })}
            onClick={() => void send({ type: 'couple/timeout-extend', id, minutes: extensionMinutes })}
          >
            {t('timeout.more', { minutes: extensionMinutes })}
          </Button>
        )}
        <Button
          live
          size="compact-xs"
          label={t('timeout.endFor', { pair })}
          onClick={() => void send({ type: 'couple/timeout-end', id })}
        >
          {t('timeout.end')}
        </Button>
      </span>
      <Phrases id={id} due={due} />
    </div>
  );
}

/** What helps each to land, once they are due. Its lines are kept free before, so that nothing moves when the time is up. */
function Phrases({ id, due }: { readonly id: string; readonly due: boolean }) {
  const { t } = useTranslation('run');
  const language = useLanguage();
  const answers = useView(({ records }) => records[id]?.answers);
  const discreet = useView((view) => view.discreet);
  if (answers === undefined || discreet) return null;
  return landingPhrases(answers).map(({ side, lines }, index) => {
    const quoted = lines.map((line) => `“${line}”`);
    const text = t('timeout.phrases', { side, phrases: listText(quoted, language) });
    const wait = index === 0 ? t('timeout.phrasesLater') : '\u00a0';
    return (
      <p key={side} className={styles.phrases} title={due ? text : undefined}>
        {due ? text : wait}
      </p>
    );
  });
}

/** A couple's timeout on its seat: a quiet mark, and when they are back. */
export function SeatTimeout({ timeout, due }: { readonly timeout: PrivateTimeout; readonly due: boolean }) {
  return (
    <span className={styles.onSeat} data-due={due}>
      <IconHourglass size="0.75rem" stroke={2} aria-hidden />
      {useClocks().moment(timeout.returnsAt)}
    </span>
  );
}
