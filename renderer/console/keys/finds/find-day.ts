import { type AgendaItem, currentDay } from '../../../../shared/retreat/retreat';
import { otherSide } from '../../../../shared/room/wall';
import { minutesIn, otherForms } from '../../../../shared/session/commands/exercise-lengths';
import { publicTitle } from '../../../../shared/session/commands/public-title';
import type { Does } from '../actions';
import type { Find, Finds, Met } from './find';

export const findItems: Finds = ({ t, view, content }) =>
  itemsOf(view)
    .filter(({ kind }) => kind !== 'buffer')
    .map((item) => ({
      id: `item/${item.id}`,
      label: publicTitle(item, content),
      description: t('palette.minutes', { minutes: item.minutes }),
      does: { command: { type: 'day/go', id: item.id }, to: 'run' },
    }));

const itemsOf = ({ retreat }: Met['view']): readonly AgendaItem[] =>
  retreat === null ? [] : (currentDay(retreat)?.items ?? []);

const shiftBy = 5;
const breakMinutes = 10;

type Change =
  | 'skip'
  | 'unskip'
  | 'later'
  | 'earlier'
  | 'length'
  | 'insertBreak'
  | 'insertExercise'
  | 'addAfter'
  | 'up'
  | 'down'
  | 'starts'
  | 'remove';

/** What can be done with an item of the day, as its menus on Run and Prepare offer it. */
function changes(item: AgendaItem, index: number, last: number, takesTurns: boolean): Partial<Record<Change, Does>> {
  const { id, skipped } = item;
  return {
    [skipped ? 'unskip' : 'skip']: { command: { type: 'day/skip', id, skipped: !skipped } },
    later: { command: { type: 'day/shift', id, minutes: shiftBy } },
    earlier: { command: { type: 'day/shift', id, minutes: -shiftBy } },
    length: { ask: 'minutes', about: id, on: 'run' },
    insertBreak: {
      command: { type: 'day/insert', after: id, kind: 'break', ref: null, title: null, minutes: breakMinutes },
    },
    insertExercise: { ask: 'insert', about: id, on: 'run' },
    addAfter: { ask: 'add', about: id, on: 'prepare' },
    ...(index > 0 ? { up: { command: { type: 'day/move', id, to: index - 1 } } } : {}),
    ...(index < last ? { down: { command: { type: 'day/move', id, to: index + 1 } } } : {}),
    ...(takesTurns ? { starts: { command: { type: 'day/starts', id, starts: otherSide(item.starts) } } } : {}),
    remove: { command: { type: 'day/remove', id } },
  };
}

export const findChanges: Finds = ({ t, view, content }) =>
  itemsOf(view).flatMap((item, index, items): Find[] => {
    const exercise = content.exercise(item.ref);
    const takesTurns = exercise?.steps.some(({ part }) => part === 'first') ?? false;
    const inForms =
      exercise === undefined
        ? []
        : otherForms(item, exercise).map((form) => ({ form, takes: minutesIn(form, exercise, item.minutes) }));
    const words = { title: publicTitle(item, content), side: otherSide(item.starts) };
    const found = Object.entries(changes(item, index, items.length - 1, takesTurns)) as [Change, Does][];
    return [
      ...found.map(([change, does]) => ({
        id: `${change}/${item.id}`,
        label: t(`palette.change.${change}`, words),
        does,
      })),
      ...inForms.map(({ form, takes }) => ({
        id: `${form}/${item.id}`,
        label: t(`palette.form.${form}`, { ...words, minutes: takes }),
        does: { command: { type: 'day/form', id: item.id, form } } as const,
      })),
    ];
  });

/** The other days; the one after today goes on from here. */
export const findDays: Finds = ({ t, view: { retreat } }) =>
  (retreat?.days ?? []).flatMap(({ id }, index, days): Find[] => {
    if (id === retreat?.currentDay) return [];
    const next = days[index - 1]?.id === retreat?.currentDay;
    return [
      {
        id: `day/${id}`,
        label: t(next ? 'palette.nextDay' : 'palette.openDay', { n: index + 1 }),
        does: { command: { type: 'day/open', id } },
      },
    ];
  });
