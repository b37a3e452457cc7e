import { IconDeviceLaptop } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { type Status, statuses } from '../../../shared/retreat/retreat-constants';
import { cutTo } from '../../../shared/room/one-line';
import type { Side } from '../../../shared/room/wall';
import { noteCap } from '../../../shared/session/state/drafts';
import { firstClick, keepFocus } from '../kit/button';
import { privately } from '../kit/privately';
import { useAsk, useCommand, useMirrorDispatch, useView } from '../mirror/hooks';
import { openedForm } from '../mirror/store';
import { useDraft } from '../mirror/use-draft';
import styles from './couple-parts.module.css';
import shared from './run.module.css';

interface PresenceProps {
  readonly id: string;
  readonly side: Side;
  /** Null while names are hidden. */
  readonly name: string | null;
  readonly present: boolean;
}

/** Whether one partner is here: A is a disc and B a diamond, as on the wall. */
export function Presence({ id, side, name, present }: PresenceProps) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const label = name === null ? t('couples.presenceOf', { side }) : t('couples.presence', { name, side });
  return (
    <button
      type="button"
      className={styles.presence}
      data-side={side}
      aria-pressed={present}
      aria-label={label}
      title={label}
      onMouseDown={keepFocus}
      onClick={firstClick(() => void send({ type: 'couple/presence', id, side, present: !present }))}
    >
      {side}
    </button>
  );
}

/** Gives one of them the laptop: it asks first to whom, for what, and says what rests meanwhile. */
export function HandOverButton({ id, pair }: { readonly id: string; readonly pair: string }) {
  const { t } = useTranslation('run');
  const ask = useAsk();
  const label = t('handOver.open', { pair });
  return (
    <button
      type="button"
      className={styles.handOver}
      aria-label={label}
      title={label}
      onMouseDown={keepFocus}
      onClick={firstClick(() => ask('hand-over', id))}
    >
      <IconDeviceLaptop size="1rem" stroke={1.75} aria-hidden />
    </button>
  );
}

/** Opens what the couple says in the exercise, beside the room. */
export function FormButton({ id, pair }: { readonly id: string; readonly pair: string }) {
  const { t } = useTranslation('capture');
  const dispatch = useMirrorDispatch();
  return (
    <button
      type="button"
      className={styles.formButton}
      aria-label={t('openOf', { pair })}
      onMouseDown={keepFocus}
      onClick={firstClick(() => void dispatch(openedForm({ coupleId: id, exercise: null })))}
    >
      {t('open')}
    </button>
  );
}

/** How a couple takes part: one action, no reason asked (S14). */
export function StatusChoice({ couple, pair }: { readonly couple: RosterEntry; readonly pair: string }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const choose = (status: Status) => void send({ type: 'couple/status', id: couple.id, status });
  return (
    <div className={styles.statuses} role="radiogroup" aria-label={t('couples.status', { pair })}>
      {statuses.map((status) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses on the radio inside
        <label
          key={status}
          className={styles.status}
          data-status={status}
          onMouseDown={keepFocus}
          onClick={(event) => {
            if (event.target instanceof HTMLInputElement) return;
            // A label would give the focus to its radio, and the next arrow would then choose for the couple.
            event.preventDefault();
            choose(status);
          }}
        >
          <input
            type="radio"
            className={shared.said}
            name={`status-${couple.id}`}
            checked={couple.status === status}
            onChange={() => choose(status)}
          />
          {t(`couples.${status}`)}
        </label>
      ))}
    </div>
  );
}

const showWhole = (field: HTMLElement): void => field.closest('li')?.scrollIntoView({ block: 'nearest' });

/** The facilitator's private note about a couple, with whether it is saved. */
export function Note({ id, pair }: { readonly id: string; readonly pair: string }) {
  const { t } = useTranslation('run');
  const stored = useView(({ notes }) => notes[id] ?? '');
  const saving = useView((view) => view.saving.state);
  const hidden = useView((view) => view.discreet);
  const { draft, change } = useDraft({ document: 'note', id }, 'note');
  const text = draft ?? stored;
  const waits = useView(({ unsavedNotes }) => unsavedNotes.includes(id));
  const field = useRef<HTMLTextAreaElement>(null);
  // It grows with what is written, and takes its couple's card along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each text may have another height
  useEffect(() => {
    if (field.current !== null && document.activeElement === field.current) showWhole(field.current);
  }, [text]);
  const state = saving === 'not-saved' ? saving : waits || text !== stored ? 'saving' : 'saved';
  return (
    <div className={styles.noteBox}>
      <textarea
        ref={field}
        {...privately(hidden)}
        className={styles.note}
        rows={1}
        aria-label={t('couples.note', { pair })}
        placeholder={t('couples.notePlaceholder')}
        value={text}
        onChange={(event) => change(cutTo(event.currentTarget.value, noteCap))}
        onFocus={(event) => showWhole(event.currentTarget)}
      />
      <span className={styles.kept} data-state={state}>
        {text === '' && stored === '' ? '' : t(`couples.${state}`)}
      </span>
    </div>
  );
}
