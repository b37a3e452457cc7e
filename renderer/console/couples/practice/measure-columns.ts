import { moments } from '../../../../shared/couple/practice/practice-kinds';
import type { PracticeEntryView } from '../../../../shared/couple/practice/practice-view';
import type { Moment } from '../../../../shared/couple/practice/series';
import type { Side } from '../../../../shared/room/wall';

export type MeasureView = Extract<PracticeEntryView, { kind: 'measure' }>;

/** Measures that were taken together. */
export interface MeasureColumn {
  readonly moment: Moment;
  readonly on: string;
  readonly measures: readonly MeasureView[];
  /** Something can be noted in it. */
  readonly open: boolean;
}

/** So many stand beside each other on a small laptop. */
const most = 6;

const keyOf = (on: string, moment: Moment): string => `${on} ${moments.indexOf(moment)}`;

interface Noted {
  readonly measures: readonly MeasureView[];
  /** The retreat at which something can be noted, or null. */
  readonly retreat: string | null;
  readonly today: string;
}

/** A partner's measures by when they were taken, oldest first; at the retreat that is open those that are still to be taken as well. */
export function measureColumns({ measures, retreat, today }: Noted): readonly MeasureColumn[] {
  const columns = new Map<string, MeasureColumn & { measures: MeasureView[] }>();
  const known = measures.flatMap((measure) =>
    measure.content === null ? [] : [{ measure, moment: measure.content.moment }],
  );
  for (const { measure, moment } of known) {
    const key = keyOf(measure.on, moment);
    const column = columns.get(key) ?? { moment, on: measure.on, measures: [], open: false };
    column.measures.push(measure);
    columns.set(key, { ...column, open: column.open || measure.retreat === retreat });
  }
  if (retreat !== null) {
    const here = new Set(known.filter(({ measure }) => measure.retreat === retreat).map(({ moment }) => moment));
    for (const moment of moments.filter((one) => one === 'follow-up' || !here.has(one))) {
      const key = keyOf(today, moment);
      if (!columns.has(key)) columns.set(key, { moment, on: today, measures: [], open: true });
    }
  }
  return [...columns.keys()]
    .sort()
    .slice(-most)
    .flatMap((key) => columns.get(key) ?? []);
}

export const measuresOf = (entries: readonly PracticeEntryView[], side: Side): readonly MeasureView[] =>
  entries.filter((entry): entry is MeasureView => entry.kind === 'measure' && entry.owner === side);
