import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { loadLanguage } from '../../shared/content/language';
import { type Reader, readers } from '../../shared/couple/answer';
import type { Consents } from '../../shared/couple/consent';
import { emptyPractice, type PracticeEntry, type PracticeOwner } from '../../shared/couple/practice/practice';
import { sentence } from '../../shared/couple/practice/practice-fields';
import { practiceKind } from '../../shared/couple/practice/practice-kind';
import {
  type Noting,
  type PracticeKindName,
  practiceKindNames,
  practiceKinds,
} from '../../shared/couple/practice/practice-kinds';
import { emptyRecord } from '../../shared/couple/record';
import { forAll } from '../../shared/couple/summary/sections';
import type { Item, Made, Section } from '../../shared/couple/summary/summary';
import { type Version, versions } from '../../shared/couple/summary/version';
import { type Side, sides } from '../../shared/room/wall';
import { anEntry, journal, scale, win } from '../practice-kit';
import { allYes, aSource, saidYes, summaryOf, takenBack, textOf } from '../summary-kit';

await loadLanguage('en');

/** Of each kind an entry in which a mark can be found again. */
const notings: Readonly<Record<PracticeKindName, (mark: string) => Noting>> = {
  journal: (mark) => journal(mark),
  disclosure: (trigger) => ({ kind: 'disclosure', content: { trigger, body: [], impulse: '', earlyPattern: '' } }),
  repair: (hurt) => ({ kind: 'repair', content: { hurt, part: '', matters: '', received: 'received', need: '' } }),
  bids: (mark) => ({ kind: 'bids', content: { noticed: Number(mark.slice(4)), answered: 0 } }),
  wish: (text) => ({ kind: 'wish', content: { what: 'ear', text } }),
  goal: (text) => ({ kind: 'goal', content: { text, by: null } }),
  pledge: (text) => ({ kind: 'pledge', content: { text } }),
  win: (text) => win(text),
  slip: (text) => ({ kind: 'slip', content: { text, kind: '' } }),
  'check-in': (decisions) => ({
    kind: 'check-in',
    content: { decisions, conflict: '', outsiders: '', hardMoments: '' },
  }),
  'own-check-in': (decisions) => ({
    kind: 'own-check-in',
    content: { decisions, conflict: '', outsiders: '', hardMoments: '' },
  }),
  review: (works) => ({ kind: 'review', content: { works, adjust: '', win: '', slip: '' } }),
  timeout: (note) => ({ kind: 'timeout', content: { kept: true, note } }),
  measure: (name) => scale(3, name),
};

interface Noted {
  readonly kind: PracticeKindName;
  readonly side: Side;
  readonly reader: Reader;
}

const ownerOf = ({ kind, side }: Noted): PracticeOwner => (practiceKinds[kind].whose === 'joint' ? 'joint' : side);
const markOf = (n: number): string => `mark${700_100 + n}`;
/** As it reads in a sentence, and as a number in a table. */
const isMarked = (made: Made, n: number): boolean => new RegExp(`mark${700_100 + n}|700,${100 + n}`).test(textOf(made));

/** Each on a day of its own: what was counted of one day is added up. */
const dayOf = (n: number): string => `2026-02-${String(n + 1).padStart(2, '0')}`;

const entryOf = (noted: Noted, n: number): PracticeEntry => {
  const owner = ownerOf(noted);
  const reader = owner === 'joint' ? null : noted.reader;
  return anEntry(notings[noted.kind](markOf(n)), owner, { id: `e${n}`, reader, on: dayOf(n) });
};

const make = (entries: readonly PracticeEntry[], version: Version, consents: Consents = allYes): Made =>
  summaryOf(
    aSource({ ...emptyRecord('c1'), consents: [...consents] }, { practice: { ...emptyPractice('c1'), entries } }),
    version,
  );

const everyKind = (reader: Reader): PracticeEntry[] =>
  practiceKindNames.flatMap((kind, n) =>
    (practiceKinds[kind].whose === 'joint' ? (['A'] as const) : sides).map((side, at) =>
      entryOf({ kind, side, reader }, 2 * n + at),
    ),
  );

const sectionOf = (made: Made, id: Section['id']): string =>
  JSON.stringify(made.summary?.sections.filter((section) => section.id === id));

/** What stands in it of the couple's own. */
const itemsOf = ({ summary }: Made): readonly Item[] =>
  (summary?.sections ?? [])
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items))
    .filter(({ id }) => !forAll.has(id));

const someNoted = fc.array(
  fc.record({
    kind: fc.constantFrom(...practiceKindNames),
    side: fc.constantFrom(...sides),
    reader: fc.constantFrom(...readers),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('what a couple practised, in what it takes home', () => {
  it.each(practiceKindNames)('tells an entry of %s once, in one place and one form', (kind) => {
    for (const version of ['joint', 'A'] as const) {
      const items = itemsOf(make([entryOf({ kind, side: 'A', reader: 'partner' }, 3)], version));
      expect(items).toHaveLength(1);
      const forms = items.flatMap(({ parts }) => parts.map((part) => part.kind).filter((form) => form !== 'paragraph'));
      expect(forms.length).toBeLessThan(2);
    }
  });

  it.each(versions)('%s: holds what its readers may have, and of all else no word', (version) => {
    fc.assert(
      fc.property(someNoted, (all) => {
        const made = make(all.map(entryOf), version);
        for (const [n, noted] of all.entries()) {
          const owner = ownerOf(noted);
          const isTheirs = noted.reader !== 'only-i' && (owner === version || noted.reader === 'partner');
          expect(isMarked(made, n)).toBe(owner === 'joint' || isTheirs);
        }
      }),
    );
  });

  it.each(sides)('stands on the pages of %s alone where it is theirs, among the rest where it was shared', (side) => {
    const other = side === 'A' ? 'B' : 'A';
    const words = (owner: Side) => anEntry(journal(`of ${owner}`), owner, { id: owner, reader: 'partner' });
    const made = make([words('A'), words('B'), anEntry(win('of both'), 'joint')], side);
    expect(sectionOf(made, 'own')).toContain(`of ${side}`);
    expect(sectionOf(made, 'own')).not.toMatch(`of (${other}|both)`);
    expect(sectionOf(made, 'practised')).toContain(`of ${other}`);
    expect(sectionOf(made, 'practised')).toContain('of both');
    expect(sectionOf(make([words('A'), words('B')], 'joint'), 'own')).toBe('[]');
  });

  it.each(sides)('holds nothing joint, and nothing of %s, without their yes to files', (side) => {
    const consents = saidYes(
      ...sides.flatMap((one) =>
        (['record', 'measures', 'export'] as const).map(
          (scope) => [one, scope, one !== side || scope !== 'export'] as const,
        ),
      ),
    );
    const entries = everyKind('partner');
    for (const version of versions) {
      const made = make(entries, version, consents);
      for (const { id, owner } of entries)
        expect(isMarked(made, Number(id.slice(1)))).toBe(owner === otherOf(side) && version === owner);
    }
  });

  it.each(sides)('holds no word of %s, and nothing joint, once they have taken the record back', (side) => {
    const entries = everyKind('partner').filter(({ owner, kind }) => owner !== otherOf(side) && kind !== 'measure');
    const consents = takenBack(allYes, side, 'record');
    for (const version of versions) expect(textOf(make(entries, version, consents))).not.toMatch(/mark\d|700,1/);
  });

  it.each(sides)('holds no figure of %s once they have taken the measures back, in a journal neither', (side) => {
    const entries = [
      anEntry(journal('a slammed door', 7), side, { id: 'j', reader: 'partner' }),
      anEntry(journal('', 7), side, { id: 'k', reader: 'partner' }),
      anEntry(scale(4, 'A scale'), side, { id: 'm', reader: 'partner' }),
    ];
    for (const version of versions) {
      expect(textOf(make(entries, version))).toMatch(/7 of 10.*A scale|A scale.*7 of 10/);
      const made = textOf(make(entries, version, takenBack(allYes, side, 'measures')));
      expect(made).toContain('a slammed door');
      expect(made).not.toMatch(/of 10|A scale/);
    }
  });

  it('tells its owner alone how much they keep, and the facilitator what is not shared', () => {
    const entries = [
      anEntry(journal('one'), 'A', { id: '1', reader: 'only-i' }),
      anEntry(journal('two'), 'A', { id: '2', reader: 'only-i' }),
      anEntry(journal('three'), 'B', { id: '3', reader: 'facilitator' }),
      anEntry(win('four'), 'joint', { id: '4' }),
    ];
    expect(make(entries, 'A').summary?.lines.at(-1)).toContain('Ada keeps 2 notes of what they practised');
    expect(textOf(make(entries, 'B'))).not.toContain('Ada keeps');
    expect(make(entries, 'B').leftOut).toEqual([]);
    expect(make(entries, 'joint').leftOut).toEqual([
      { why: 'only-i', what: 'entry', side: 'A', count: 2 },
      { why: 'not-shared', what: 'entry', side: 'B', count: 1 },
    ]);
    expect(textOf(make(entries, 'joint'))).not.toContain('to themselves');
  });

  it('takes up no part of an entry that nobody has said how it reads', () => {
    const entries = everyKind('partner').map((entry): unknown => ({
      ...entry,
      margin: 'canary',
      content: { ...entry.content, caller: 'canary' },
    })) as PracticeEntry[];
    for (const version of versions) expect(textOf(make(entries, version))).not.toContain('canary');
  });

  describe('a kind that is new', () => {
    afterEach(() => void Reflect.deleteProperty(practiceKinds, 'whisper'));

    it.each(['joint', ...sides])('stands in nothing, of %s, until it is said where', (owner) => {
      const whose = owner === 'joint' ? ('joint' as const) : ('each' as const);
      const whisper = practiceKind({ whose, fields: { text: sentence() }, reads: ({ text }) => [text] });
      Object.assign(practiceKinds, { whisper });
      const entry = {
        ...anEntry(win('canary'), 'joint', { id: 'w' }),
        kind: 'whisper',
        owner,
        reader: owner === 'joint' ? null : 'partner',
      } as unknown as PracticeEntry;
      for (const version of versions) {
        const made = make([entry, anEntry(win('a win'), 'joint')], version);
        expect(textOf(made)).toContain('a win');
        expect(textOf(made)).not.toContain('canary');
        expect(made.leftOut).toEqual([]);
      }
    });
  });
});

const otherOf = (side: Side): Side => (side === 'A' ? 'B' : 'A');
