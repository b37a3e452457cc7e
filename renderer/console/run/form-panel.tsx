import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { seatField } from '../keys/called-field';
import { ownKeys } from '../keys/typing';
import { awaitField, cameTo } from '../kit/type-ahead';
import { useContent } from '../mirror/content';
import { useCommand, useLocal, useMirrorDispatch, useView } from '../mirror/hooks';
import { closedForm, openedForm } from '../mirror/store';
import { useShownRecords } from '../mirror/use-shown-records';
import { CoupleForm } from '../parts/capture/couple-form';
import { firstStop } from '../parts/capture/stops';
import styles from './form.module.css';
import { exerciseNow, exercisesOfDay } from './form-exercise';
import { FormHead } from './form-head';
import { MoveSheet } from './move-sheet';
import { formKeys } from './use-form-keys';

/** So many of the seats that follow are read beforehand: who types a room's sheets waits for none. */
const readAhead = 2;

/** The form of one couple in one exercise, beside the room and never over it. */
export function FormPanel() {
  const { t } = useTranslation('capture');
  const dispatch = useMirrorDispatch();
  const send = useCommand();
  const { exercise: find } = useContent();
  const form = useLocal(({ place }) => place.form);
  const retreat = useView((view) => view.retreat);
  const now = useView(({ retreat: open, live }) => exerciseNow(open, live, find));
  const body = useRef<HTMLDivElement>(null);
  const [moving, setMoving] = useState(false);
  const close = useCallback(() => setMoving(false), []);
  const bySeat = [...(retreat?.couples ?? [])].sort((one, other) => one.seat - other.seat);
  const couple = bySeat.find(({ id }) => id === form?.coupleId) ?? null;
  const exercise = find(form?.exercise ?? now);
  const following = couple === null ? bySeat : bySeat.filter(({ seat }) => seat > couple.seat);
  const ahead = following.slice(0, readAhead).map(({ id }) => id);
  useShownRecords({ whole: couple === null ? ahead : [couple.id, ...ahead] });
  const record = useView(({ records }) => (couple === null ? undefined : records[couple.id]));

  // What goes on stage meanwhile changes no form under anybody's hand.
  useEffect(() => {
    if (form !== null && form.exercise === null && now !== null) dispatch(openedForm({ ...form, exercise: now }));
  }, [form, now, dispatch]);

  const sought = useRef<string | null>(null);
  const shown = couple === null ? null : `${couple.id}/${exercise?.id}`;
  const isThere = record !== undefined;
  useEffect(() => {
    if (shown === null || sought.current === shown) return;
    if (!isThere) return awaitField(() => undefined);
    sought.current = shown;
    const first = body.current === null ? undefined : firstStop(body.current);
    const field = first ?? document.getElementById(seatField.id);
    field?.focus();
    if (field != null) cameTo(field);
    body.current?.scrollTo({ top: 0 });
  }, [shown, isThere]);

  if (form === null || retreat === null) return null;
  const goTo = ({ id }: RosterEntry): void => {
    dispatch(openedForm({ coupleId: id, exercise: form.exercise }));
  };
  const neighbour = (by: 1 | -1): RosterEntry | undefined => {
    const staying = bySeat.filter(({ status, id }) => status !== 'left' || id === couple?.id);
    const at = staying.findIndex(({ id }) => id === couple?.id);
    return at === -1 ? staying.at(by === 1 ? 0 : -1) : staying[at + by];
  };
  const toSeat = (by: 1 | -1): boolean => {
    const next = neighbour(by);
    if (next !== undefined) goTo(next);
    return next !== undefined;
  };
  const leave = () => void dispatch(closedForm());
  const written = (record?.answers ?? []).some(
    (answer) => answer.retreat === retreat.id && answer.exercise === exercise?.id && answer.value !== null,
  );
  const askWhose = (): void => {
    setMoving(true);
    awaitField(close);
  };
  const moveSheet = written ? askWhose : null;
  const edit = (type: 'edit/undo' | 'edit/redo'): void => {
    if (couple !== null) void send({ type, couple: couple.id });
  };
  return (
    <section
      {...ownKeys}
      className={styles.form}
      aria-label={t('title')}
      onKeyDown={formKeys({ toSeat, askSeat: seatField.focus, leave, edit, moveSheet })}
    >
      <FormHead
        couple={couple}
        couples={bySeat}
        exercise={exercise}
        exercises={exercisesOfDay(retreat, find)}
        retreat={retreat.id}
        record={record}
        goTo={goTo}
        before={neighbour(-1)}
        after={neighbour(1)}
        choose={(id) => dispatch(openedForm({ coupleId: form.coupleId, exercise: id }))}
        leave={leave}
        moveSheet={moveSheet}
      />
      {couple !== null && exercise !== undefined && (
        <MoveSheet
          open={moving}
          couple={couple}
          couples={bySeat}
          retreat={retreat.id}
          exercise={exercise}
          close={close}
        />
      )}
      <div ref={body} className={styles.body} data-stops>
        {bySeat.length === 0 ? (
          <p className={styles.soft}>{t('noSeats')}</p>
        ) : exercise === undefined ? (
          <p className={styles.soft}>{t('noExercise')}</p>
        ) : couple === null ? (
          <p className={styles.soft}>{t('seatHelp')}</p>
        ) : record === undefined ? (
          <p className={styles.soft} role="status">
            {t('opening')}
          </p>
        ) : record.sheet.closed !== null ? (
          <p role="status">{t(record.sheet.closed)}</p>
        ) : (
          <CoupleForm
            key={`${couple.id}/${exercise.id}`}
            couple={couple}
            retreat={retreat.id}
            exercise={exercise}
            record={record}
            onSkipped={() => void toSeat(1)}
          />
        )}
      </div>
    </section>
  );
}
