import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { summary } from '../../shared/content/en/interface/summary';
import { type Charter, emptyCharter } from '../../shared/couple/charter/charter';
import { applyEdit, refuseEdit } from '../../shared/couple/charter/charter-edit';
import type { Saying } from '../../shared/couple/charter/clause-kinds';
import type { CharterEdit } from '../../shared/couple/charter/edit-rule';
import { type Consents, withConsent } from '../../shared/couple/consent';
import { emptyPractice } from '../../shared/couple/practice/practice';
import { type CoupleRecord, emptyRecord, withAnswer } from '../../shared/couple/record';
import { choose, type Source } from '../../shared/couple/summary/choose';
import { type DayToCome, daysToCome } from '../../shared/couple/summary/days-to-come';
import { timeSaid } from '../../shared/couple/summary/time-said';
import { type Version, versions } from '../../shared/couple/summary/version';
import { scopes } from '../../shared/exercise/fields';
import { sides } from '../../shared/room/wall';
import { around, stampAt } from '../charter-kit';

const { halves } = summary.calendar;

const yes: Consents = sides
  .flatMap((side) => scopes.map((scope) => [side, scope] as const))
  .reduce<Consents>((all, [side, scope], n) => withConsent(all, side, scope, true, stampAt(n)), []);

interface Written {
  readonly saying: Saying;
  readonly review?: string | null;
  /** Both said yes to it. */
  readonly agreed?: boolean;
}

/** A charter of these clauses; the id of each is `e` and its place times ten. */
function charterOf(clauses: readonly Written[]): Charter {
  const facts = around(yes);
  const at = { id: 'c1', retreat: 'r1' } as const;
  return clauses.reduce<Charter>((charter, { saying, review = null, agreed = true }, n) => {
    const id = `e${n * 10}`;
    const edits: CharterEdit[] = [
      { ...at, type: 'charter/add', saying, carriedBy: 'both', review, captured: null },
      ...(agreed ? sides : []).map(
        (side): CharterEdit => ({
          ...at,
          type: 'charter/consent',
          clause: id,
          side,
          wording: id,
          given: true,
          paper: null,
        }),
      ),
    ];
    return edits.reduce((before, edit, step) => {
      expect(refuseEdit(before, edit, facts)).toBeNull();
      return applyEdit(before, edit, stampAt(n * 10 + step), facts);
    }, charter);
  }, emptyCharter('c1'));
}

const checkIn = (time: string): Saying => ({
  kind: 'daily-check-in',
  content: { time, place: 'on the stairs', reminder: 'the kettle', length: 5 },
});
const review = (weekday: 'monday' | 'sunday', time: string): Saying => ({
  kind: 'weekly-review',
  content: { weekday, time },
});
const principle: Saying = { kind: 'principle', content: { text: 'we rest' } };

const planned = (record: CoupleRecord): CoupleRecord =>
  withAnswer(
    record,
    { retreat: 'r1', exercise: 'take-home-plan', field: 'first-look', owner: 'joint' },
    { value: { kind: 'date', date: '2026-03-20' }, asked: 'We look at it', reader: 'facilitator' },
    { id: 'a1', at: 1, device: 'd1' },
  );

/** Its last day is a Sunday, 2026-03-08. */
const sourceOf = (clauses: readonly Written[], consents: Consents = yes): Source => ({
  record: { ...planned(emptyRecord('c1')), consents: [...consents] },
  charter: charterOf(clauses),
  practice: emptyPractice('c1'),
  partners: sides,
  lookBacks: { day30: '2026-04-07', day60: '2026-05-07' },
  today: '2026-03-08',
  alone: false,
  helpLines: [],
});
const daysOf = (source: Source, version: Version = 'joint', out: readonly string[] = []): readonly DayToCome[] =>
  daysToCome(choose(source, version).readable, new Set(out), halves);
const kinds = (days: readonly DayToCome[]): readonly string[] => days.map(({ kind }) => kind);

const whole = [
  { saying: checkIn('9 pm') },
  { saying: review('monday', 'at 18:30') },
  { saying: principle, review: '2026-06-01' },
];

describe('the days to come of a couple', () => {
  it('are its rituals for sixty days, its reviews, its plan, and day thirty and sixty', () => {
    expect(daysOf(sourceOf(whole))).toEqual([
      {
        kind: 'daily-check-in',
        of: 'e0',
        on: '2026-03-09',
        at: { clock: '21:00', minutes: 5 },
        repeats: { every: 'day', times: 60 },
      },
      {
        kind: 'weekly-review',
        of: 'e10',
        on: '2026-03-09',
        at: { clock: '18:30', minutes: 30 },
        repeats: { every: 'week', times: 9 },
      },
      { kind: 'clause-review', of: 'e20', on: '2026-06-01', at: null, repeats: null },
      { kind: 'plan', of: 'a1', on: '2026-03-20', at: null, repeats: null },
      { kind: 'day30', of: null, on: '2026-04-07', at: null, repeats: null },
      { kind: 'day60', of: null, on: '2026-05-07', at: null, repeats: null },
    ]);
  });

  it('begin a weekly review on its day, and end it by day sixty', () => {
    const [weekly] = daysOf(sourceOf([{ saying: review('sunday', '10:00') }]));
    expect(weekly).toMatchObject({ on: '2026-03-15', repeats: { every: 'week', times: 8 } });
  });

  it('hold no ritual that both have not said yes to, though a draft is looked at again', () => {
    const draft = { saying: checkIn('9 pm'), agreed: false, review: '2026-06-01' };
    expect(kinds(daysOf(sourceOf([draft])))).toEqual(['clause-review', 'plan', 'day30', 'day60']);
  });

  it('are whole days where no time can be read', () => {
    const [daily] = daysOf(sourceOf([{ saying: checkIn('after the children are asleep') }]));
    expect(daily).toMatchObject({ at: null, repeats: { times: 60 } });
  });

  it('tell one day once, however many clauses are looked at on it', () => {
    const on = (day: string) => ({ saying: principle, review: day });
    const days = daysOf(sourceOf([on('2026-06-01'), on('2026-07-01'), on('2026-06-01')]));
    expect(days.filter(({ kind }) => kind === 'clause-review').map(({ on: day, of }) => [day, of])).toEqual([
      ['2026-06-01', 'e0'],
      ['2026-07-01', 'e10'],
    ]);
  });

  it.each([
    ['a ritual', ['e0'], ['weekly-review', 'clause-review', 'plan', 'day30', 'day60']],
    ['the section of rituals', ['rituals'], ['clause-review', 'plan', 'day30', 'day60']],
    ['a clause that is looked at again', ['e20'], ['daily-check-in', 'weekly-review', 'plan', 'day30', 'day60']],
    ['a date', ['a1'], ['daily-check-in', 'weekly-review', 'clause-review', 'day30', 'day60']],
    ['the days ahead', ['days-ahead'], ['daily-check-in', 'weekly-review']],
    ['their section', ['ahead'], ['daily-check-in', 'weekly-review']],
  ])('leave out by hand %s', (_, out, left) => {
    expect(kinds(daysOf(sourceOf(whole), 'joint', out))).toEqual(left);
  });

  it.each(sides.flatMap((side) => (['record', 'export'] as const).map((scope) => [side, scope] as const)))(
    'hold nothing the couple made once %s has taken %s back',
    (side, scope) => {
      const source = sourceOf(whole, withConsent(yes, side, scope, false, stampAt(99)));
      for (const version of versions) expect(kinds(daysOf(source, version))).toEqual(['day30', 'day60']);
    },
  );

  it('hold no word that anybody wrote', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }).filter((text) => /\p{L}/u.test(text));
    fc.assert(
      fc.property(words, (text) => {
        const source = sourceOf([{ saying: checkIn(`canary ${text}`) }, { saying: principle, review: '2026-06-01' }]);
        const told = JSON.stringify(daysOf(source));
        for (const word of ['canary', 'stairs', 'kettle', 'rest', 'We look at it']) expect(told).not.toContain(word);
      }),
    );
  });
});

describe('the time in what a couple wrote', () => {
  test.each([
    ['21:00', '21:00'],
    ['at 9 pm, in the kitchen', '21:00'],
    ['9:30 p.m.', '21:30'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['7.15', '07:15'],
    ['07:15 after the evening shift', '07:15'],
    ['21h', '21:00'],
    ['20h30', '20:30'],
    ['9:30, before bed', '21:30'],
    ['10:30 at night', '22:30'],
    ['8:00 after breakfast', '08:00'],
    ['7:00 or 19:00', '07:00'],
    ['9 in the evening', '21:00'],
    ['9 o’clock', null],
    ['after dinner', null],
    ['5 minutes after dinner', null],
    ['25:00', null],
    ['13 pm', null],
    ['10.03.2026', null],
    ['9:75', null],
    ['9 pmx', null],
    ['', null],
  ])('%s: %s', (text, time) => {
    expect(timeSaid(text, halves)).toBe(time);
  });

  it('is a time of a day, whatever they wrote', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('9', ':', '30', ' ', 'pm', 'h', '99', '0', '24', 'night'),
      ),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        expect(timeSaid(parts.join(''), halves) ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      }),
    );
  });
});
