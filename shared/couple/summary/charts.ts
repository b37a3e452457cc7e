import { type Side, sides } from '../../room/wall';
import { highestScale } from '../answer-caps';
import { ended } from '../ended';
import type { PracticeEntryView } from '../practice/practice-view';
import { type BidsOfDay, type FeltSecurity, type Happened, type Series, seriesOf } from '../practice/series';
import type { Item, Part } from './summary';
import type { SummaryKey, SummaryWords } from './summary-words';

type Chart = Omit<Extract<Part, { kind: 'chart' }>, 'kind'>;

/** So many can be told apart on a page. */
const mostDrawn = 28;

const newestOf = (count: number, says: SummaryKey, { say }: SummaryWords): Chart['newest'] =>
  count > mostDrawn ? { count: mostDrawn, says: say(says, { drawn: mostDrawn, all: count }) } : null;

/** A chart, and what is to be said beside it. */
const charted = (id: string, about: string | null, chart: Chart, said: readonly string[]): Item => ({
  id,
  title: chart.title,
  about,
  parts: [{ kind: 'chart', ...chart }, ...said.map((text) => ({ kind: 'paragraph', text }) as const)],
});

function feltSecurity(points: readonly FeltSecurity[], side: Side, words: SummaryWords): Item[] {
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { say, date, shortDate, practice } = words;
  const values = { first: first.score, last: last.score, date: date(first.on), moment: practice.option(first.moment) };
  const chart: Chart = {
    title: say('feltSecurity'),
    sentence: say(points.length === 1 ? 'feltSecurityOne' : 'feltSecuritySome', values),
    newest: newestOf(points.length, 'newestAnswers', words),
    form: 'line',
    most: highestScale,
    points: points.map(({ on, moment, score }) => ({
      day: date(on),
      short: shortDate(on),
      marks: [{ mark: moment, value: score }],
    })),
    legend: (['before', 'after', 'follow-up'] as const)
      .filter((mark) => points.some(({ moment }) => moment === mark))
      .map((mark) => ({ mark, says: practice.option(mark) })),
    figures: {
      head: [say('when'), say('moment'), say('ofTen')],
      rows: points.map(({ on, moment, score }) => [date(on), practice.option(moment), practice.number(score)]),
    },
  };
  return [charted(`felt-security-${side}`, words.speech.name(side), chart, [say('unvalidated')])];
}

function bids(days: readonly BidsOfDay[], side: Side, words: SummaryWords): Item[] {
  const [first] = days;
  if (first === undefined) return [];
  const { say, date, shortDate, practice } = words;
  const total = (what: 'noticed' | 'answered') => days.reduce((sum, day) => sum + day[what], 0);
  const [noticed, answered] = [total('noticed'), total('answered')];
  const kinds = ['noticed', 'answered'] as const;
  const values = { noticed, answered, count: days.length, date: date(first.on) };
  const chart: Chart = {
    title: say('bids'),
    sentence: say(days.length === 1 ? 'bidsOne' : 'bidsMore', values),
    newest: newestOf(days.length, 'newestDays', words),
    form: 'bars',
    most: Math.max(1, ...days.flatMap((day) => [day.noticed, day.answered])),
    points: days.map((day) => ({
      day: date(day.on),
      short: shortDate(day.on),
      marks: kinds.map((mark) => ({ mark, value: day[mark] })),
    })),
    legend: kinds.map((mark) => ({ mark, says: say(mark) })),
    figures: {
      head: [say('when'), ...kinds.map((kind) => say(kind))],
      rows: days.map((day) => [date(day.on), ...kinds.map((kind) => practice.number(day[kind]))]),
    },
  };
  return [charted(`bids-${side}`, words.speech.name(side), chart, [])];
}

/** Each with its day and whether both were back, and below what was written of it. */
function timeouts(happened: readonly Happened[], entries: readonly PracticeEntryView[], words: SummaryWords): Item[] {
  const [first] = happened;
  if (first === undefined) return [];
  const { say, date, shortDate } = words;
  const title = say('timeouts');
  const legend = [
    { mark: 'well', says: say('timeoutKept') },
    { mark: 'not', says: say('timeoutNotKept') },
  ] as const;
  const markOf = ({ well }: Happened) => legend[well ? 0 : 1];
  const chart: Chart = {
    title,
    sentence:
      happened.length === 1
        ? say('noteOf', { date: date(first.on), text: ended(markOf(first).says) })
        : say('timeoutsSays', { well: happened.filter(({ well }) => well).length, count: happened.length }),
    newest: null,
    form: 'steps',
    most: 1,
    points: happened.map((one) => ({
      day: date(one.on),
      short: shortDate(one.on),
      marks: [{ mark: markOf(one).mark, value: Number(one.well) }],
    })),
    legend: legend.filter((mark) => happened.some((one) => markOf(one) === mark)),
    figures: { head: [say('when'), title], rows: happened.map((one) => [date(one.on), markOf(one).says]) },
  };
  const notes = entries.flatMap(({ on, ...entry }) =>
    entry.kind === 'timeout' && entry.content !== null && entry.content.note !== ''
      ? [say('noteOf', { date: date(on), text: ended(entry.content.note) })]
      : [],
  );
  return [charted('timeouts', null, chart, notes)];
}

/** What was practised, drawn: what is joint, then one partner after the other, and never both in one chart. */
export function inCharts(entries: readonly PracticeEntryView[], words: SummaryWords): readonly Item[] {
  const series: Series = seriesOf(entries);
  return [
    ...timeouts(series.timeouts, entries, words),
    ...sides.flatMap((side) => [
      ...feltSecurity(series.feltSecurity[side], side, words),
      ...bids(series.bids[side], side, words),
    ]),
  ];
}
