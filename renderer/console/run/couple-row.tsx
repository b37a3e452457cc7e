import { memo, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type RosterEntry, type Status, statuses } from '../../../shared/retreat/retreat';
import { cutTo } from '../../../shared/room/one-line';
import { type Side, sides } from '../../../shared/room/wall';
import { noteCap } from '../../../shared/session/session';
import { keepFocus } from '../kit/button';
import { privately } from '../kit/privately';
import { useCommand, useLocal, useMirrorDispatch, useView } from '../mirror/hooks';
import { leftCouple } from '../mirror/store';
import { useDraft } from '../mirror/use-draft';
import styles from './couples.module.css';
import shared from './run.module.css';

/** One couple on one card: who they are, who is here, how they take part, and a note nobody else sees. */
export const CoupleRow = memo(function CoupleRow({ couple }: { readonly couple: RosterEntry }) {
  const { t } = useTranslation('run');
  const dispatch = useMirrorDispatch();
  const sought = useLocal(({ place }) => place.coupleId === couple.id);
  const row = useRef<HTMLLIElement>(null);
  const discreet = useView((view) => view.discreet);
  const nameOf = (side: Side) => (discreet ? null : couple[side].name || t('couples.noName'));
  const seat = t('couples.seat', { seat: couple.seat });
  const pair = discreet ? seat : t('couples.pair', { A: nameOf('A'), B: nameOf('B') });

  useEffect(() => {
    if (!sought) return;
    row.current?.scrollIntoView({ block: 'center' });
    // After the palette has closed, which would else put the focus back where it was.
    window.setTimeout(() => row.current?.querySelector('textarea')?.focus());
    dispatch(leftCouple());
  }, [sought, dispatch]);

  return (
    <li ref={row} className={styles.row} data-status={couple.status} aria-label={pair}>
      <div className={styles.who}>
        <span className={styles.seat} title={seat}>
          <span className={shared.said}>{seat}</span>
          <span aria-hidden>{couple.seat}</span>
        </span>
        <span className={styles.pair} title={pair}>
          {pair}
        </span>
        {sides.map((side) => (
          <Presence key={side} id={couple.id} side={side} name={nameOf(side)} present={couple[side].present} />
        ))}
      </div>
      <StatusChoice couple={couple} pair={pair} />
      <Note id={couple.id} pair={pair} />
    </li>
  );
});

interface PresenceProps {
  readonly id: string;
  readonly side: Side;
  /** Null while names are hidden. */
  readonly name: string | null;
  readonly present: boolean;
}

function Presence({ id, side, name, present }: PresenceProps) {
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
      onClick={() => void send({ type: 'couple/presence', id, side, present: !present })}
    >
      {side}
    </button>
  );
}

/** One action, no reason asked (S14). */
function StatusChoice({ couple, pair }: { readonly couple: RosterEntry; readonly pair: string }) {
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

function Note({ id, pair }: { readonly id: string; readonly pair: string }) {
  const { t } = useTranslation('run');
  const send = useCommand('patient');
  const stored = useView(({ notes }) => notes[id] ?? '');
  const saving = useView((view) => view.saving.state);
  const hidden = useView((view) => view.discreet);
  const save = useCallback((text: string) => send({ type: 'couple/note', id, text }), [send, id]);
  const { text, change } = useDraft(`note/${id}`, stored, save);
  const waits = useView(({ unsavedNotes }) => unsavedNotes.includes(id));
  const state = saving === 'not-saved' ? saving : waits || text !== stored ? 'saving' : 'saved';
  return (
    <div className={styles.noteBox}>
      <textarea
        {...privately(hidden)}
        className={styles.note}
        rows={1}
        aria-label={t('couples.note', { pair })}
        placeholder={t('couples.notePlaceholder')}
        value={text}
        onChange={(event) => change(cutTo(event.currentTarget.value, noteCap))}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <span className={styles.kept} data-state={state}>
        {text === '' && stored === '' ? '' : t(`couples.${state}`)}
      </span>
    </div>
  );
}
