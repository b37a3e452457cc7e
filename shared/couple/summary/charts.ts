import { type Side, sides } from '../../room/wall';
import { highestScale } from '../answer-caps';
import type { PracticeEntryView } from '../practice/practice-view';
import { type BidsOfDay, type FeltSecurity, type Happened, type Series, seriesOf } from '../practice/series';
import type { Item, Part } from './summary';
import type { SummaryKey, SummaryWords } from './summary-words';

type Chart = Omit<Extract<Part, { kind: 'chart' }>, 'kind'>;

/** A chart with the same figures in a table, and what is to be said of both. */
function charted(
  id: string,
  about: string | null,
  chart: Chart,
  table: readonly (readonly string[])[],
  said: string[],
): Item {
  const [head = [], ...rows] = table;
  return {
    id,
    title: chart.title,
    about,
    parts: [
      { kind: 'chart', ...chart },
      { kind: 'table', caption: chart.title, head: [...head], rows: rows.map((row) => [...row]) },
      ...said.map((text) => ({ kind: 'paragraph', text }) as const),
    ],
  };
}

function feltSecurity(points: readonly FeltSecurity[], side: Side, words: SummaryWords): Item[] {
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { say, date, practice } = words;
  const values = { first: first.score, last: last.score, date: date(first.on) };
  const chart: Chart = {
    title: say('feltSecurity'),
    sentence: say(points.length === 1 ? 'feltSecurityOne' : 'feltSecuritySome', values),
    unit: say('ofTen'),
    form: 'line',
    most: highestScale,
    points: points.map(({ on, moment, score }) => ({ day: date(on), marks: [{ mark: moment, value: score }] })),
    legend: (['before', 'after', 'follow-up'] as const)
      .filter((mark) => points.some(({ moment }) => moment === mark))
      .map((mark) => ({ mark, says: practice.option(mark) })),
  };
  const rows = points.map(({ on, moment, score }) => [date(on), practice.option(moment), practice.number(score)]);
  return [
    charted(
      `felt-security-${side}`,
      words.speech.name(side),
      chart,
      [[say('when'), say('moment'), say('ofTen')], ...rows],
      [say('unvalidated')],
    ),
  ];
}

function bids(days: readonly BidsOfDay[], side: Side, words: SummaryWords): Item[] {
  if (days.length === 0) return [];
  const { say, date, practice } = words;
  const total = (what: 'noticed' | 'answered') => days.reduce((sum, day) => sum + day[what], 0);
  const [noticed, answered] = [total('noticed'), total('answered')];
  const kinds = ['noticed', 'answered'] as const;
  const chart: Chart = {
    title: say('bids'),
    sentence: say(days.length === 1 ? 'bidsOne' : 'bidsMore', { noticed, answered, count: days.length }),
    unit: say('bids'),
    form: 'bars',
    most: Math.max(1, ...days.flatMap((day) => [day.noticed, day.answered])),
    points: days.map((day) => ({ day: date(day.on), marks: kinds.map((mark) => ({ mark, value: day[mark] })) })),
    legend: kinds.map((mark) => ({ mark, says: say(mark) })),
  };
  const rows = days.map((day) => [date(day.on), ...kinds.map((kind) => practice.number(day[kind]))]);
  const head = [say('when'), ...kinds.map((kind) => say(kind))];
  return [charted(`bids-${side}`, words.speech.name(side), chart, [head, ...rows], [])];
}

interface StepWords {
  readonly title: SummaryKey;
  readonly says: SummaryKey;
  readonly well: SummaryKey;
  readonly not: SummaryKey;
}

const stepWords: Readonly<Record<'timeouts' | 'repairs', StepWords>> = {
  timeouts: { title: 'timeouts', says: 'timeoutsSays', well: 'timeoutKept', not: 'timeoutNotKept' },
  repairs: { title: 'repairs', says: 'repairsSays', well: 'repairReceived', not: 'repairNotYet' },
};

function steps(id: 'timeouts' | 'repairs', happened: readonly Happened[], words: SummaryWords): Item[] {
  if (happened.length === 0) return [];
  const { say, date } = words;
  const keys = stepWords[id];
  const title = say(keys.title);
  const marks = (['well', 'not'] as const).filter((mark) => happened.some(({ well }) => well === (mark === 'well')));
  const chart: Chart = {
    title,
    sentence: say(keys.says, { well: happened.filter(({ well }) => well).length, count: happened.length }),
    unit: title,
    form: 'steps',
    most: 1,
    points: happened.map(({ on, well }) => ({
      day: date(on),
      marks: [{ mark: well ? 'well' : 'not', value: Number(well) }],
    })),
    legend: marks.map((mark) => ({ mark, says: say(keys[mark]) })),
  };
  const rows = happened.map(({ on, well }) => [date(on), say(keys[well ? 'well' : 'not'])]);
  return [charted(id, null, chart, [[say('when'), title], ...rows], [])];
}

/** What was practised, drawn: what is joint, then one partner after the other, and never both in one chart. */
export function inCharts(entries: readonly PracticeEntryView[], words: SummaryWords): readonly Item[] {
  const series: Series = seriesOf(entries);
  return [
    ...steps('timeouts', series.timeouts, words),
    ...steps('repairs', series.repairs, words),
    ...sides.flatMap((side) => [
      ...feltSecurity(series.feltSecurity[side], side, words),
      ...bids(series.bids[side], side, words),
    ]),
  ];
}
