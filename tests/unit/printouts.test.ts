import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content } from '../../shared/content/en/content';
import { loadLanguage } from '../../shared/content/language';
import { printoutWordsOf } from '../../shared/content/printout-words';
import { translator } from '../../shared/content/translator';
import { type CaptureField, scopes } from '../../shared/exercise/fields';
import { type Pages, pagesSchema } from '../../shared/exercise/printouts/pages';
import {
  makePrintout,
  type Printout,
  type PrintoutSource,
  printoutNames,
} from '../../shared/exercise/printouts/printout';
import { hasWorksheet } from '../../shared/exercise/printouts/worksheet';
import { momentOf } from '../../shared/retreat/schedule';
import { minuteMs } from '../../shared/room/timer';
import { printoutNow } from '../../shared/session/view/printouts-view';
import { reportOf } from '../../shared/session/view/retreat-report';
import { aBook, aRetreat, aSession } from '../make';
import { markedNote, markedRecord, markedRoster } from '../privacy/couples';

await loadLanguage('en');
const words = printoutWordsOf(translator('en'));
const lines = [{ name: 'Lifeline', number: '988', note: 'Day and night.' }];

const make = (printout: Printout, patch: Partial<PrintoutSource> = {}): Pages | null =>
  makePrintout(
    printout,
    {
      exercise: content.exercises.find(({ id }) => id === printout.exercise) ?? null,
      planned: content.exercises,
      helpLines: lines,
      report: reportOf(aRetreat(), aBook),
      ...patch,
    },
    words,
  );
const all: readonly Printout[] = [
  ...printoutNames.filter((name) => name !== 'worksheet').map((name) => ({ name, exercise: null })),
  ...content.exercises.filter(hasWorksheet).map(({ id }) => ({ name: 'worksheet', exercise: id }) as const),
];
const said = (pages: Pages | null): string => JSON.stringify(pages);

/** What a page of an exercise asks, in its order. */
const askedOn = (pages: Pages | null): readonly string[] =>
  pages?.leaves.flatMap(({ sections }) =>
    sections.flatMap(({ groups }) => groups.flatMap(({ items }) => items.map(({ title }) => title))),
  ) ?? [];

it('the consent form calls what it asks as the sheet it is typed into does', () => {
  const i18n = translator('en');
  for (const scope of scopes)
    expect(words.consents[scope].title.split(': ')[0]).toBe(i18n.t(`couples:consent.scope.${scope}`));
});

describe('what is printed for the room', () => {
  it('is whole, with every sentence worded', () => {
    for (const one of all) {
      const pages = make(one);
      expect(pagesSchema.safeParse(pages).success).toBe(true);
      expect(said(pages)).not.toMatch(/\{\{|undefined|printouts\./);
    }
  });

  it('asks all that an exercise captures of the couple, each for each and the joint together, and nothing else', () => {
    for (const exercise of content.exercises) {
      const of = (whose: CaptureField['whose']) =>
        exercise.capture.filter((field) => field.whose === whose && field.kind !== 'consent').map(({ label }) => label);
      const asked = askedOn(make({ name: 'worksheet', exercise: exercise.id })).filter((title) => title !== '');
      expect(asked).toEqual([...of('each'), ...of('joint')]);
    }
  });

  it('leaves room for a pen for every kind of question', () => {
    const base = { whose: 'each', label: 'Asked', optional: false } as const;
    const plain = ['text', 'long-text', 'list', 'date', 'tally'] as const;
    const capture: CaptureField[] = [
      ...plain.map((kind) => ({ ...base, id: kind, kind })),
      { ...base, id: 'scale', kind: 'scale', low: 'none', high: 'all' },
      { ...base, id: 'choice', kind: 'choice', options: ['this', 'that'], several: true },
    ];
    const [first] = content.exercises;
    if (first === undefined) throw new Error('there are no exercises');
    const pages = make({ name: 'worksheet', exercise: 'made-up' }, { exercise: { ...first, capture } });
    const [leaf, more] = pages?.leaves ?? [];
    const items = leaf?.sections[0]?.groups[0]?.items ?? [];
    expect(more).toBeUndefined();
    expect(items.slice(1).map(({ parts: [part] }) => part?.kind)).toEqual([
      'lines',
      'lines',
      'lines',
      'gaps',
      'strokes',
      'scale',
      'boxes',
    ]);
  });

  it('is one booklet of the plan in its order, and none where nothing of it is written', () => {
    const planned = [content.exercises[5], content.exercises[2]].filter((one) => one !== undefined);
    const titles = make({ name: 'booklet', exercise: null }, { planned })?.leaves.map(({ title }) => title);
    expect([...new Set(titles)]).toEqual(planned.filter(hasWorksheet).map(({ title }) => title));
    expect(make({ name: 'booklet', exercise: null }, { planned: [] })).toBeNull();
  });

  it('asks each partner for each scope apart, on a page of their own, and says it can be taken back (S8, S10, S13)', () => {
    const form = make({ name: 'consent-form', exercise: null });
    expect(form?.leaves.map(({ lines: [who] }) => who)).toEqual(['Consent of partner A', 'Consent of partner B']);
    for (const leaf of form?.leaves ?? []) {
      const scopes = leaf.sections.find(({ id }) => id === 'scopes')?.groups[0]?.items ?? [];
      expect(scopes.map(({ id }) => id)).toEqual(['record', 'measures', 'export']);
      for (const { parts } of scopes) expect(parts).toContainEqual({ kind: 'boxes', of: ['Yes', 'No'] });
      expect(JSON.stringify(leaf)).toContain('take back any yes at any time');
    }
  });

  it('hangs every line of help on the wall, for all at once (S20, S22)', () => {
    const cards = said(make({ name: 'cards', exercise: null }, { helpLines: content.helpLines }));
    for (const { name, number } of content.helpLines) {
      expect(cards).toContain(name);
      expect(cards).toContain(number);
    }
  });

  it('tells what was planned and what happened, and who was here by seat, without a name', () => {
    const retreat = aRetreat();
    const [day] = retreat.days;
    if (day === undefined) throw new Error('the retreat has no day');
    const began = momentOf(day.date, day.start);
    const at = day.items.findIndex(({ kind }) => kind === 'exercise');
    const items = day.items.map((item, n) =>
      n === at ? { ...item, actual: { startedAt: began, endedAt: began + 7 * minuteMs, steps: [] } } : item,
    );
    const couples = retreat.couples.map((couple, n) => ({
      ...couple,
      status: n === 0 ? ('passed' as const) : ('left' as const),
      A: { ...couple.A, present: true },
      B: { ...couple.B, present: n === 0 },
    }));
    const led = { ...retreat, days: [{ ...day, items }], couples };
    const pages = makePrintout(
      { name: 'report', exercise: null },
      { exercise: null, planned: [], helpLines: lines, report: reportOf(led, aBook) },
      words,
    );
    const tables = pages?.leaves.flatMap(({ sections }) =>
      sections.flatMap(({ groups }) =>
        groups.flatMap(({ items: all }) =>
          all.flatMap(({ parts }) => parts.map((part) => (part.kind === 'table' ? part.rows : []))),
        ),
      ),
    );
    expect(tables?.[1]?.map((row) => row.slice(2))).toEqual([['7 min']]);
    expect(tables?.[2]).toEqual([
      ['1', 'here', 'here', 'took part'],
      ['2', 'here', 'not here', 'left'],
    ]);
    expect(said(pages)).not.toMatch(/Ada|Bo\b|Cleo|Dee|passed/);
  });

  it('is the same whatever couples are called, and whatever is known of them', () => {
    const name = fc.string({ minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const couples = [...markedRoster(), ...aRetreat().couples].map((couple) => ({
          ...couple,
          A: { ...couple.A, name: a },
          B: { ...couple.B, name: b },
        }));
        const first = couples[0]?.id ?? '';
        const record = markedRecord(first, 'r1', { exercise: 'right-to-pass', field: 'room-needs' });
        const known = aSession(aRetreat('evening', { couples }), {
          notes: { [first]: markedNote() },
          records: { [first]: { record, closed: null } },
        });
        const unknown = aSession(aRetreat('evening', { couples: [] }));
        for (const one of all.filter(({ name }) => name !== 'report'))
          expect(printoutNow(known, aBook, one)).toEqual(printoutNow(unknown, aBook, one));
      }),
      { numRuns: 20 },
    );
  });
});
