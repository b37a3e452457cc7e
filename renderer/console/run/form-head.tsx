import { IconArrowDown, IconArrowRightBar, IconArrowUp, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark } from '../../../shared/couple/record';
import type { Exercise } from '../../../shared/exercise/exercise';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import type { RecordView } from '../../../shared/session/view/record-view';
import { seatField } from '../keys/called-field';
import { useCaps } from '../keys/use-actions';
import { IconButton } from '../kit/button';
import { useCommand, useView } from '../mirror/hooks';
import { useAnswersThere, useHalfTyped } from '../mirror/use-answer';
import { useCoupleLabel } from '../mirror/use-couple-label';
import styles from './form.module.css';

interface FormHeadProps {
  readonly couple: RosterEntry | null;
  readonly couples: readonly RosterEntry[];
  readonly exercise: Exercise | undefined;
  readonly exercises: readonly Exercise[];
  readonly retreat: string;
  readonly record: RecordView | undefined;
  readonly goTo: (couple: RosterEntry) => void;
  readonly before: RosterEntry | undefined;
  readonly after: RosterEntry | undefined;
  readonly choose: (exercise: string) => void;
  readonly leave: () => void;
  /** Asks whose the sheet is; null where nothing of it could be another couple's. */
  readonly moveSheet: (() => void) | null;
}

/** Whose form it is and of which exercise, how it went, and whether it is saved. */
export function FormHead(props: FormHeadProps) {
  const { couple, couples, exercise, exercises, retreat, record, goTo, before, after, choose, leave, moveSheet } =
    props;
  const { t } = useTranslation('capture');
  const caps = useCaps();
  const labelOf = useCoupleLabel();
  const move = (label: string, chord: string, to: RosterEntry | undefined, icon: React.ReactNode) => (
    <IconButton
      label={label}
      caps={caps(chord)}
      size={26}
      icon={icon}
      disabled={to === undefined}
      everyClick
      onClick={() => to !== undefined && goTo(to)}
    />
  );
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <SeatField couple={couple} couples={couples} goTo={goTo} />
        <h2 className={styles.pair}>{couple === null ? t('title') : labelOf(couple)}</h2>
        {move(t('before'), 'alt+arrowup', before, <IconArrowUp size={16} aria-hidden />)}
        {move(t('after'), 'alt+arrowdown', after, <IconArrowDown size={16} aria-hidden />)}
        <IconButton
          label={t('close')}
          caps={caps('escape')}
          size={26}
          icon={<IconX size={16} aria-hidden />}
          onClick={leave}
        />
      </div>
      {exercise !== undefined && (
        <select
          className={styles.exercise}
          aria-label={t('exercise')}
          value={exercise.id}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {(exercises.some(({ id }) => id === exercise.id) ? exercises : [exercise, ...exercises]).map(
            ({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ),
          )}
        </select>
      )}
      {couple !== null && (
        <div className={styles.how}>
          {exercise !== undefined && record !== undefined && record.sheet.closed === null && (
            <Marks couple={couple} pair={labelOf(couple)} retreat={retreat} exercise={exercise.id} record={record} />
          )}
          <Kept couple={couple.id} />
          {moveSheet !== null && (
            <IconButton
              label={t('move.open')}
              caps={caps('alt+m')}
              size={24}
              icon={<IconArrowRightBar size={15} aria-hidden />}
              onClick={moveSheet}
            />
          )}
        </div>
      )}
    </header>
  );
}

interface SeatFieldProps {
  readonly couple: RosterEntry | null;
  readonly couples: readonly RosterEntry[];
  readonly goTo: (couple: RosterEntry) => void;
}

/** The seat whose form is open; another number and Enter opens that one's. */
function SeatField({ couple, couples, goTo }: SeatFieldProps) {
  const { t } = useTranslation('capture');
  const told = useId();
  const field = useRef<HTMLInputElement>(null);
  const seat = couple === null ? '' : String(couple.seat);
  const [text, setText] = useState(seat);
  const [missing, setMissing] = useState<string | null>(null);
  useEffect(() => {
    setText(seat);
    setMissing(null);
  }, [seat]);
  useEffect(() => {
    if (seatField.wanted()) seatField.focus();
  }, []);
  const enter = (): void => {
    const wanted = couples.find((one) => String(one.seat) === text) ?? (text === '' ? couples[0] : undefined);
    if (wanted === undefined) {
      setMissing(text);
      field.current?.select();
    } else if (wanted.id === couple?.id) {
      field.current
        ?.closest('section')
        ?.querySelector<HTMLElement>('[data-stops] [data-stop], [data-stop-in] button')
        ?.focus();
    } else goTo(wanted);
  };
  return (
    <span className={styles.seat}>
      <input
        ref={field}
        id={seatField.id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        className={styles.seatField}
        aria-label={t('seat')}
        aria-describedby={told}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value.replace(/\D/gu, '').slice(0, 3));
          setMissing(null);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setText(seat)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          enter();
        }}
      />
      <span id={told} role="status" className={styles.noSeat}>
        {missing === null ? '' : t('noSeat', { seat: missing })}
      </span>
    </span>
  );
}

/** That what was typed is saved, once and softly; that it is not, for as long as it is so. Of what is half typed its field tells. */
function Kept({ couple }: { readonly couple: string }) {
  const { t } = useTranslation('capture');
  const there = useAnswersThere(couple);
  const half = useHalfTyped(couple);
  const waits = useView(({ unsavedRecords }) => unsavedRecords.includes(couple));
  const saving = useView((view) => view.saving.state);
  const state = saving === 'not-saved' ? saving : waits || !there ? 'saving' : 'saved';
  const [typed, setTyped] = useState(false);
  useEffect(() => {
    if (state !== 'saved') setTyped(true);
  }, [state]);
  return (
    <span className={styles.kept} data-state={state} role="status">
      {typed && !(half && state === 'saved') ? t(state) : ''}
    </span>
  );
}

/** What a facilitator says of how an exercise went; one action, no reason (S14), and once more takes it back. */
const offered = ['done', 'passed', 'skipped'] as const satisfies readonly Mark[];

interface MarksProps {
  readonly couple: RosterEntry;
  readonly pair: string;
  readonly retreat: string;
  readonly exercise: string;
  readonly record: RecordView;
}

function Marks({ couple, pair, retreat, exercise, record }: MarksProps) {
  const { t } = useTranslation('capture');
  const send = useCommand();
  const progress = record.sheet.progress[exercise];
  return (
    <fieldset className={styles.marks} aria-label={t('mark.label', { pair })}>
      {offered.map((mark) => (
        <button
          key={mark}
          type="button"
          className={styles.mark}
          data-mark={mark}
          aria-pressed={progress === mark}
          onClick={() =>
            void send({
              type: 'record/mark',
              id: couple.id,
              retreat,
              exercise,
              mark: progress === mark ? null : mark,
            })
          }
        >
          {t(`mark.${mark}`)}
        </button>
      ))}
    </fieldset>
  );
}
