import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../electron/export/csv';
import { portableJsonSchema } from '../../electron/export/json';
import { loadLanguage } from '../../shared/content/language';
import { type Owner, owners, type Reader, readers } from '../../shared/couple/answer';
import { emptyCharter } from '../../shared/couple/charter/charter';
import type { Clause } from '../../shared/couple/charter/clause';
import { clauseKindNames, fieldsOf } from '../../shared/couple/charter/clause-kinds';
import { emptyPractice } from '../../shared/couple/practice/practice';
import { practiceKindNames, practiceKinds } from '../../shared/couple/practice/practice-kinds';
import { type CoupleRecord, emptyRecord, withAnswer } from '../../shared/couple/record';
import { portable, portableSchema } from '../../shared/couple/summary/portable';
import { clauseFields, practiceFields } from '../../shared/couple/summary/portable-fields';
import type { Summary } from '../../shared/couple/summary/summary';
import { type Version, versions } from '../../shared/couple/summary/version';
import { hostile } from '../hostile';
import { aDevice } from '../make';
import { anEntry, journal, scale, win } from '../practice-kit';
import { allYes, aSource, summaryOf, summaryWords, takenBack, textOf } from '../summary-kit';

await loadLanguage('en');

interface Said {
  readonly owner: Owner;
  readonly reader: Reader;
}

const recordOf = (said: readonly Said[], consents = allYes): CoupleRecord => ({
  ...said.reduce(
    (record, { owner, reader }, n) =>
      withAnswer(
        record,
        { retreat: 'r1', exercise: 'right-to-pass', field: `f${n}`, owner },
        { value: { kind: 'text', text: `${owner}-${reader}-${n}-` }, asked: `Question ${n}`, reader },
        { id: `a${n}`, at: n, device: aDevice },
      ),
    emptyRecord('c1'),
  ),
  consents: [...consents],
});

const dataOf = (source: ReturnType<typeof aSource>, version: Version, out: readonly string[] = []) =>
  portable(source, version, new Set(out), summaryWords());

const aPrinciple = (text: string): Clause => {
  const stamp = { retreat: 'r1', at: 1, device: aDevice };
  return {
    ...stamp,
    id: 'c1',
    kind: 'principle',
    captured: null,
    wordings: [{ ...stamp, id: 'w1', content: { text }, carriedBy: 'both', restricts: [] }],
    review: { on: null, at: 1, device: aDevice },
    ticks: [],
    consents: [],
    confirmations: [],
  };
};

describe('what one person takes along as data', () => {
  it('holds what stands in the summary of that version, and not a word more', () => {
    const said = fc.array(fc.record({ owner: fc.constantFrom(...owners), reader: fc.constantFrom(...readers) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(said, fc.constantFrom(...versions), (all, version) => {
        const source = aSource(recordOf(all));
        const made = summaryOf(source, version);
        const data = JSON.stringify(dataOf(source, version));
        expect(data === 'null').toBe(made.summary === null);
        for (const [n, { owner, reader }] of all.entries()) {
          const mark = `${owner}-${reader}-${n}-`;
          expect(data.includes(mark), mark).toBe(textOf(made).includes(mark));
        }
      }),
    );
  });

  it('is what its published shape says it is', () => {
    const shape = readFileSync('shared/couple/summary/holdfast-take-home.schema.json', 'utf8');
    expect(JSON.parse(JSON.stringify(portableJsonSchema()))).toEqual(JSON.parse(shape));
    const practice = {
      ...emptyPractice('c1'),
      entries: [anEntry(win('a walk'), 'A', { reader: 'partner' })],
    };
    const source = aSource(recordOf([{ owner: 'A', reader: 'partner' }]), { practice });
    const data = dataOf(source, 'A');
    expect(data?.practice).toHaveLength(1);
    const isSo = new Ajv2020({ strict: false, formats: { date: true } }).compile(JSON.parse(shape));
    expect(isSo(JSON.parse(JSON.stringify(data))), JSON.stringify(isSo.errors)).toBe(true);
    expect(isSo({ ...data, more: 1 })).toBe(false);
  });

  it('leaves out a field of the record, and of what was practised, that nobody said whose it is', () => {
    const record = recordOf([{ owner: 'joint', reader: 'facilitator' }]);
    const answers = record.answers.map((answer) => ({ ...answer, newcomer: 'word-7f3' }));
    const entries = [anEntry(journal('mine'), 'A', { reader: 'partner' })].map((entry) => ({
      ...entry,
      newcomer: 'word-7f3',
    }));
    const source = aSource({ ...record, answers }, { practice: { ...emptyPractice('c1'), entries } });
    for (const version of versions) expect(JSON.stringify(dataOf(source, version))).not.toContain('word-7f3');
  });

  it('holds nothing joint once a yes is taken back, and nothing that was left out by hand', () => {
    const all = [
      { owner: 'joint', reader: 'facilitator' },
      { owner: 'A', reader: 'partner' },
    ] as const;
    const taken = dataOf(aSource(recordOf(all, takenBack(allYes, 'B', 'export'))), 'A');
    expect(JSON.stringify(taken)).not.toContain('joint-');
    expect(JSON.stringify(taken)).toContain('A-partner');
    const source = aSource(recordOf(all));
    expect(JSON.stringify(dataOf(source, 'joint', ['a1']))).not.toContain('A-partner');
    expect(JSON.stringify(dataOf(source, 'joint', ['a1']))).toContain('joint-');
  });

  it('leaves out a day that was left out by hand, of whichever exercise, and each review with the days to come', () => {
    const dated = (exercise: string, id: string, date: string) => (record: CoupleRecord) =>
      withAnswer(
        record,
        { retreat: 'r1', exercise, field: 'on', owner: 'joint' },
        { value: { kind: 'date', date }, asked: 'When?', reader: 'facilitator' },
        { id, at: 1, device: aDevice },
      );
    const record = [dated('storm-planning', 'day', '2031-05-06'), dated('take-home-plan', 'plan', '2031-07-08')].reduce(
      (all, one) => one(all),
      recordOf([{ owner: 'joint', reader: 'facilitator' }]),
    );
    const made = aPrinciple('We come back.');
    const charter = {
      ...emptyCharter('c1'),
      clauses: [{ ...made, review: { ...made.review, on: '2031-09-10' } } as Clause],
    };
    const days = (...out: readonly string[]) =>
      JSON.stringify(dataOf(aSource(record, { charter }), 'joint', out)).match(/2031-\d\d/g);
    expect(days()).toEqual(['2031-05', '2031-07', '2031-09']);
    expect(days('day')).toEqual(['2031-07', '2031-09']);
    expect(days('days-ahead')).toEqual(['2031-05']);
    expect(days(made.id)).toEqual(['2031-05', '2031-07']);
  });

  it('leaves out what a form of its own newly asks, until somebody says whose it is', () => {
    const added = <T extends { readonly content: object }>(one: T): T => ({
      ...one,
      content: { ...one.content, newcomer: 'word-7f3' },
    });
    const made = aPrinciple('We come back.');
    const clause = {
      ...made,
      newcomer: 'word-7f3',
      wordings: [...made.wordings].map((one) => added(one)),
    } as unknown as Clause;
    const charter = { ...emptyCharter('c1'), clauses: [clause] };
    const practice = { ...emptyPractice('c1'), entries: [added(anEntry(journal('mine'), 'A', { reader: 'partner' }))] };
    const source = aSource(recordOf([{ owner: 'joint', reader: 'facilitator' }]), { charter, practice });
    for (const version of versions) {
      const data = JSON.stringify(dataOf(source, version));
      expect(data).toContain('We come back.');
      expect(data).toContain('mine');
      expect(data).not.toContain('word-7f3');
    }
  });

  it('asks of every field of a form whose it is', () => {
    for (const kind of clauseKindNames) expect(clauseFields[kind], kind).toEqual(Object.keys(fieldsOf(kind)));
    for (const kind of practiceKindNames)
      expect(practiceFields[kind], kind).toEqual(Object.keys(practiceKinds[kind].fields));
  });

  it('leaves the figures of a chart out with the chart', () => {
    const entries = [anEntry(scale(7), 'A', { reader: 'partner' })];
    const source = aSource(recordOf([{ owner: 'A', reader: 'partner' }]), {
      practice: { ...emptyPractice('c1'), entries },
    });
    expect(dataOf(source, 'A')?.practice).toHaveLength(1);
    expect(dataOf(source, 'A', ['charts'])?.practice).toHaveLength(0);
  });

  it('says to its owner how much they keep to themselves, and to nobody else', () => {
    const source = aSource(
      recordOf([
        { owner: 'A', reader: 'only-i' },
        { owner: 'A', reader: 'partner' },
        { owner: 'B', reader: 'partner' },
      ]),
    );
    expect(versions.map((version) => dataOf(source, version)?.kept)).toEqual([null, 1, 0]);
    expect(portableSchema.parse(dataOf(source, 'A')).closing.join()).toContain('educational');
  });
});

const aSummary = (title: string, says: string): Summary => ({
  language: 'en',
  version: 'joint',
  title: 'What we take home',
  lines: [],
  sections: [
    {
      id: 'agreed',
      title: 'What we agreed',
      intro: null,
      groups: [{ title, items: [{ id: 'i1', title, about: null, parts: [{ kind: 'paragraph', text: says }] }] }],
    },
  ],
  closing: ['educational, not therapy'],
  foot: 'foot',
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** A half letter becomes another sign in a file. */
const asFile = (text: string): string => Buffer.from(text).toString();

/** Without the sign by which a formula is told as text. */
const unmarked = (cell: string): string => cell.replaceAll("'", '');

describe('the table for a program of tables', () => {
  it('is read back by another parser as it was written, and no cell of it is a formula', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, says) => {
        const file = csvOf(aSummary(title, says), summaryWords().say);
        const rows: string[][] = parse(file, { bom: true, record_delimiter: '\r\n' });
        expect(rows).toHaveLength(3);
        const [, row = []] = rows;
        const back = row.map(unmarked);
        for (const [at, cell] of [title, title, '', says].entries()) {
          expect(back[at + 1]).toBe(unmarked(asFile(cell.replace(unseen, ''))));
        }
        // Where a comma parts nothing, a semicolon does, and no quote then holds a line together.
        expect(file).not.toMatch(/[;\t\r\n][\s"]*[=+\-@＝＋－＠]/);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/);
      }),
    );
  });

  it('begins with the mark of its letters, and ends its lines as Excel does', () => {
    const file = csvOf(aSummary('Łukasz', '李 علي'), summaryWords().say);
    expect(file.startsWith('\uFEFF"Part","Under","What","Whose","Says"\r\n')).toBe(true);
    expect(file.endsWith('therapy"\r\n')).toBe(true);
    expect(file).toContain('"李 علي"');
  });
});
