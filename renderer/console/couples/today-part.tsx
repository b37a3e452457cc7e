import { VisuallyHidden } from '@mantine/core';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../shared/couple/progress';
import type { Exercise } from '../../../shared/exercise/exercise';
import { currentDay, type RosterEntry } from '../../../shared/retreat/retreat';
import { EmptyState } from '../kit/panel';
import { useContent } from '../mirror/content';
import { useMirrorDispatch, useView } from '../mirror/hooks';
import { openedForm } from '../mirror/store';
import { useShownRecords } from '../mirror/use-shown-records';
import shared from './couples.module.css';
import { NobodyYet } from './nobody-yet';
import { SeatHead } from './seat-head';
import { sheetVariables } from './sheet-variables';
import styles from './today.module.css';
import { useRoster } from './use-roster';
import { cellMarks, type GridCell, useSeatGrid } from './use-seat-grid';
import { useWho } from './use-who';

const marks = ['filled', 'hollow', 'crossed'] as const;
type Mark = (typeof marks)[number];

/** How each standing is drawn. Why somebody did without is nobody's to see, nor whether something is begun: three marks are all. */
const markOf: Readonly<Record<Progress, Mark>> = {
  done: 'filled',
  'in-progress': 'hollow',
  'private-timeout': 'hollow',
  passed: 'crossed',
  skipped: 'crossed',
};

/** The exercises of the current day, each once, in its order. */
function useExercises(): readonly Exercise[] {
  const content = useContent();
  const retreat = useView((view) => view.retreat);
  return useMemo(() => {
    const items = retreat === null ? [] : (currentDay(retreat)?.items ?? []);
    const led = items.filter(({ kind, skipped }) => kind === 'exercise' && !skipped);
    return [...new Set(led.map(({ ref }) => ref))].flatMap((ref) => content.exercise(ref) ?? []);
  }, [content, retreat]);
}

export function TodayPart() {
  const { t } = useTranslation('couples');
  const couples = useRoster();
  const exercises = useExercises();
  if (couples.length === 0) return <NobodyYet />;
  if (exercises.length === 0) {
    return <EmptyState title={t('today.noExercises')} text={t('today.noExercisesText')} />;
  }
  return <Overview couples={couples} exercises={exercises} />;
}

interface OverviewProps {
  readonly couples: readonly RosterEntry[];
  readonly exercises: readonly Exercise[];
}

/** Seats down, exercises across: how each went, and nothing of what anyone wrote. */
function Overview({ couples, exercises }: OverviewProps) {
  const { t } = useTranslation('couples');
  const sheets = useView((view) => view.sheets);
  const onStage = useView(({ live }) => live.ref);
  const dispatch = useMirrorDispatch();
  useShownRecords({ sheets: couples.map(({ id }) => id) });
  const rows = useMemo(
    () => couples.map(({ id, seat }) => ({ id, seat, columns: [0, ...exercises.map((_, index) => index + 1)] })),
    [couples, exercises],
  );
  const open = ({ row, column }: GridCell): void => {
    const exercise = exercises[column - 1]?.id;
    if (exercise !== undefined) dispatch(openedForm({ coupleId: row, exercise }));
  };
  const { grid, at } = useSeatGrid(rows, (cell, key) => {
    if ((key !== 'Enter' && key !== ' ') || cell.column === 0) return false;
    open(cell);
    return true;
  });
  return (
    <div className={shared.page} style={sheetVariables(couples.length, exercises.length)}>
      <div className={shared.scroll}>
        <table {...grid} className={`${shared.sheet} ${styles.sheet}`} aria-label={t('today.sheet')}>
          <thead>
            <tr>
              <th scope="col" className={shared.seat}>
                {t('seat')}
              </th>
              {exercises.map(({ id, code, title }) => (
                <th key={id} scope="col" title={title} data-now={id === onStage}>
                  <span aria-hidden>{code}</span>
                  <VisuallyHidden>{title}</VisuallyHidden>
                  {id === onStage && <VisuallyHidden>, {t('today.now')}</VisuallyHidden>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {couples.map((couple) => (
              <SeatRow
                key={couple.id}
                couple={couple}
                exercises={exercises}
                progress={sheets[couple.id]?.progress ?? nothing}
                column={at?.row === couple.id ? at.column : null}
                onStage={onStage}
                open={open}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={shared.foot}>
        <span className={styles.legend}>
          {marks.map((mark) => (
            <span key={mark} className={styles.meaning}>
              <Dot mark={mark} /> {t(`today.mark.${mark}`)}
            </span>
          ))}
        </span>
        <span>{t('today.keys')}</span>
      </p>
    </div>
  );
}

const nothing: Readonly<Record<string, Progress>> = {};

interface SeatRowProps {
  readonly couple: RosterEntry;
  readonly exercises: readonly Exercise[];
  readonly progress: Readonly<Record<string, Progress>>;
  /** Where the keyboard is in this row, null while it is in another. */
  readonly column: number | null;
  readonly onStage: string | null;
  readonly open: (cell: GridCell) => void;
}

const SeatRow = memo(
  function SeatRow({ couple, exercises, progress, column, onStage, open }: SeatRowProps) {
    const { t } = useTranslation('couples');
    const { coupleOf } = useWho();
    const who = coupleOf(couple);
    return (
      <tr data-current={column !== null}>
        <SeatHead couple={couple} current={column === 0} />
        {exercises.map(({ id, title }, index) => {
          const known = progress[id];
          const mark = known === undefined ? 'hollow' : markOf[known];
          const cell = { row: couple.id, column: index + 1 };
          const label = t('today.cell', { who, exercise: title, mark: t(`today.mark.${mark}`) });
          return (
            <td key={id} data-now={id === onStage}>
              <button
                {...cellMarks(cell)}
                type="button"
                className={styles.cell}
                tabIndex={column === cell.column ? 0 : -1}
                aria-label={label}
                onClick={() => open(cell)}
              >
                <Dot mark={mark} />
              </button>
            </td>
          );
        })}
      </tr>
    );
  },
  (before, after) =>
    before.couple === after.couple &&
    before.exercises === after.exercises &&
    before.progress === after.progress &&
    before.column === after.column &&
    before.onStage === after.onStage,
);

/** Told apart by shape alone. */
function Dot({ mark }: { readonly mark: Mark }) {
  return (
    <svg className={styles.dot} data-mark={mark} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" />
      {mark === 'crossed' && <path d="M6 6 L14 14 M14 6 L6 14" />}
    </svg>
  );
}
