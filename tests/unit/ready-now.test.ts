import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { makers } from '../../electron/export/formats';
import { NotMade } from '../../electron/export/maker';
import { momentOf } from '../../electron/export/summary-of';
import { emptyCharter } from '../../shared/couple/charter/charter';
import type { Consents } from '../../shared/couple/consent';
import { emptyPractice } from '../../shared/couple/practice/practice';
import { type CoupleRecord, emptyRecord, withAnswer } from '../../shared/couple/record';
import { type FormatName, formatNames, formats } from '../../shared/couple/summary/formats';
import { type Version, versions } from '../../shared/couple/summary/version';
import { scopes } from '../../shared/exercise/fields';
import { sides } from '../../shared/room/wall';
import { filesOf, type TakeHome } from '../../shared/session/state/take-home';
import { readyIn, standsFor } from '../../shared/session/view/copy-standing';
import { standingNow } from '../../shared/session/view/ready-now';
import { aBook, aDevice, aRetreat, aSession } from '../make';
import { wantedIn } from '../wanted';

const retreat = aRetreat();
const [couple] = retreat.couples;
if (couple === undefined) throw new Error('nobody came');
const { id } = couple;

type Act = readonly [(typeof sides)[number], (typeof scopes)[number], boolean];

const consentsOf = (acts: readonly Act[]): Consents =>
  acts.map(([side, scope, given], n) => ({
    id: `k${n}`,
    retreat: retreat.id,
    at: n,
    device: aDevice,
    side,
    scope,
    given,
  }));

const yes = (side: (typeof sides)[number]): Act[] => scopes.map((scope) => [side, scope, true]);
const wrote = { exercise: 'right-to-pass', field: 'room-needs', owner: 'A', retreat: retreat.id } as const;

const recordOf = (acts: readonly Act[], says = false): CoupleRecord => {
  const record = { ...emptyRecord(id), consents: [...consentsOf(acts)] };
  const answer = { value: { kind: 'text', text: 'quiet' }, asked: 'What helps', reader: 'partner' } as const;
  return says ? withAnswer(record, wrote, answer, { id: 'a1', at: 1, device: aDevice }) : record;
};

const opened = (record: CoupleRecord, couples = retreat.couples, takeHome: Partial<TakeHome> = {}) => {
  const session = aSession({ ...retreat, couples });
  return {
    ...session,
    records: { [id]: { record, closed: null } },
    charters: { [id]: { charter: emptyCharter(id), closed: null } },
    practices: { [id]: { practice: emptyPractice(id), closed: null } },
    takeHome: { ...session.takeHome, ...takeHome },
  };
};

const standing = (record: CoupleRecord, version: Version, couples = retreat.couples) =>
  standingNow(opened(record, couples), aBook, { id, version });

describe('who can be given what', () => {
  it('of two who said yes and wrote nothing: days and a page to fill in, and no pages of their own', () => {
    const record = recordOf([...yes('A'), ...yes('B')]);
    const alone = { summary: 'nothing', days: 'ready', questions: 'ready', lacks: [] };
    expect(versions.map((version) => standing(record, version))).toEqual([
      { summary: 'nothing', days: 'ready', questions: 'nothing', lacks: [] },
      alone,
      alone,
    ]);
  });

  it('says whose yes is missing, and makes nothing for both without the yes of both (S10)', () => {
    const record = recordOf(yes('A'), true);
    expect(standing(record, 'joint')).toMatchObject({ summary: 'no-consent', days: 'no-consent', lacks: ['B'] });
    expect(standing(record, 'A')).toEqual({ summary: 'ready', days: 'ready', questions: 'ready', lacks: [] });
    expect(standing(record, 'B')).toEqual({
      summary: 'no-consent',
      days: 'no-consent',
      questions: 'no-consent',
      lacks: ['B'],
    });
    expect(standing(recordOf([]), 'joint').lacks).toEqual(['A', 'B']);
  });

  it('asks at home only whoever lets something be written, and takes no days from who took measures back', () => {
    const files = recordOf([['A', 'export', true]]);
    expect(standing(files, 'A')).toMatchObject({ days: 'ready', questions: 'no-consent', lacks: ['A'] });
    const measures = recordOf([...yes('A'), ['A', 'measures', false]]);
    expect(standing(measures, 'A')).toMatchObject({ days: 'ready', questions: 'ready' });
    expect(standing(recordOf([...yes('A'), ['A', 'record', false]]), 'A')).toMatchObject({ days: 'no-consent' });
  });

  it('knows who came alone, and what is still being read', () => {
    const alone = [{ ...couple, B: { ...couple.B, name: '' } }];
    const record = recordOf(yes('A'), true);
    expect(versions.map((version) => standing(record, version, alone).summary)).toEqual(['alone', 'ready', 'alone']);
    expect(standingNow(aSession(retreat), aBook, { id, version: 'A' }).days).toBe('reading');
  });

  const act: fc.Arbitrary<Act> = fc.tuple(fc.constantFrom(...sides), fc.constantFrom(...scopes), fc.boolean());
  const leftOut = fc.subarray(['ahead', 'practised', 'a1']);

  it('says ready of what a file is made of, and of nothing else', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), fc.boolean(), leftOut, (acts, says, out) => {
        for (const version of versions)
          for (const format of formatNames.filter((one) => formats[one].versions.includes(version))) {
            const copy = { id, version };
            const session = opened(recordOf(acts, says), retreat.couples, {
              out: { [`${id}/${version}`]: out },
              batch: { at: 1 } as never,
            });
            const made = (): string => {
              try {
                makers[format](momentOf(session, aBook, copy));
                return 'ready';
              } catch (error) {
                if (error instanceof NotMade) return error.fault;
                throw error;
              }
            };
            expect(`${format} ${made()}`).toBe(`${format} ${standingNow(session, aBook, copy)[formats[format].from]}`);
          }
      }),
      { numRuns: 60 },
    );
  });
});

describe('for the formats that are ticked', () => {
  const quiet = { summary: 'nothing', days: 'ready', questions: 'ready', lacks: [] } as const;

  test.each<[readonly FormatName[], Version, ReturnType<typeof standsFor>, readonly FormatName[]]>([
    [['pdf'], 'A', 'nothing', []],
    [['pdf', 'page'], 'A', 'ready', ['page']],
    [['pdf', 'calendar', 'page'], 'A', 'ready', ['calendar', 'page']],
    [['page'], 'joint', 'none', []],
    [[], 'A', 'none', []],
  ])('%j, for %s: %s', (wanted, version, is, ready) => {
    expect(standsFor(quiet, version, wanted)).toBe(is);
    const there = wanted.filter((format) => formats[format].versions.includes(version));
    const without = there.filter((format) => !ready.includes(format));
    expect(readyIn(quiet, version, wanted)).toEqual({ formats: ready, without });
  });

  it('a missing yes is said before there being nothing, and what is not read yet is ready in nothing', () => {
    const both = { summary: 'nothing', days: 'no-consent', questions: 'nothing', lacks: ['B'] } as const;
    expect(standsFor(both, 'joint', ['pdf', 'calendar'])).toBe('no-consent');
    expect(standsFor(undefined, 'joint', ['pdf'])).toBe('reading');
    expect(readyIn(undefined, 'A', ['pdf'])).toEqual({ formats: [], without: ['pdf'] });
  });

  it('one calendar for both is theirs where they get it, and each partner’s own where they do not', () => {
    const joint = { id, version: 'joint' } as const;
    const own = { id, version: 'A' } as const;
    const named = (copies: Parameters<typeof filesOf>[0]) =>
      filesOf(copies).map(({ version, format }) => `${version} ${format}`);
    expect(named(wantedIn(['calendar'], [joint, own]))).toEqual(['joint calendar']);
    expect(
      named([
        { ...joint, formats: ['pdf'] },
        { ...own, formats: ['calendar'] },
      ]),
    ).toEqual(['joint pdf', 'A calendar']);
  });
});
