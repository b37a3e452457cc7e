import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCharter } from '../../shared/couple/charter/charter';
import { emptyPractice } from '../../shared/couple/practice/practice';
import { emptyRecord } from '../../shared/couple/record';
import { timeoutFrom } from '../../shared/retreat/private-timeout';
import { currentDay, type Retreat } from '../../shared/retreat/retreat';
import { mostCouples, mostItems } from '../../shared/retreat/retreat-constants';
import { schedule } from '../../shared/retreat/schedule';
import * as on from '../../shared/room/stage';
import { minuteMs } from '../../shared/room/timer';
import { wallCaps } from '../../shared/room/wall-constants';
import { type Command, commandSchema } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import { documentKinds } from '../../shared/session/documents/documents';
import { retreatWithForms } from '../../shared/session/documents/migrations';
import type { Session } from '../../shared/session/state/session';
import { arbitraryOf, idMark } from '../arbitrary';
import { aContext, act, aNow, aRetreat, aSession, aStage, evening, turns } from '../make';

/** What leaves the retreat, and with it all that is to be tried. */
const leaving: readonly string[] = ['retreat/close', 'retreat/delete', 'retreat/open', 'retreat/demo'];
const options = commandSchema.options.filter((option) => !leaving.includes(option.shape.type.value));
const ofKinds = (wanted: RegExp): fc.Arbitrary<unknown> =>
  fc.oneof(...options.filter((option) => wanted.test(option.shape.type.value)).map(arbitraryOf));
const plan = ofKinds(/^(day|roster|couple|plan|retreat)\//);
const any = ofKinds(/./);

const full = (retreat: Retreat): Retreat => {
  const [first, ...rest] = retreat.days;
  const [item] = first?.items ?? [];
  if (first === undefined || item === undefined) throw new Error('an empty retreat');
  const more = Array.from({ length: mostItems - first.items.length }, (_, n) => ({ ...item, id: `more-${n}` }));
  const [couple] = retreat.couples;
  if (couple === undefined) throw new Error('nobody');
  const couples = Array.from({ length: mostCouples - 1 }, (_, n) => ({ ...couple, id: `c-${n}`, seat: 998 - n }));
  return { ...retreat, days: [{ ...first, items: [...first.items, ...more] }, ...rest], couples };
};
const late = (retreat: Retreat): Retreat => ({
  ...retreat,
  days: retreat.days.map((day) => ({ ...day, date: '9999-12-31', start: '23:59' })),
});
/** Somebody is missing from the start, or only chance would let everyone be said to be here. */
const waiting = (retreat: Retreat): Retreat => ({
  ...retreat,
  couples: retreat.couples.map((couple) => ({ ...couple, status: 'late' })),
});
/** Every couple in a private timeout. */
const away = (retreat: Retreat): Retreat => ({
  ...retreat,
  couples: retreat.couples.map((couple) => ({ ...couple, timeout: timeoutFrom(evening, 20) })),
});
const retreats = [
  aRetreat('evening'),
  aRetreat('weekend'),
  waiting(aRetreat('evening')),
  full(aRetreat('weekend')),
  late(aRetreat('weekend')),
  away(aRetreat('evening')),
];

const others = ['timeout-rehearsal', 'floor-and-echo', 'evening', 'weekend', 'new-id'];

/** With what its couples consent to and agree open, and empty; a couple of the first one's names was here before, by more than one id. */
function withRecords(session: Session): Session {
  const couples = session.retreat?.couples ?? [];
  const ids = couples.map(({ id }) => id);
  const [first] = couples;
  const names = { A: first?.A.name ?? '', B: first?.B.name ?? '' };
  return {
    ...session,
    returning: others.map((id) => ({ id, ...names, retreats: [], newer: false })),
    records: Object.fromEntries(ids.map((id) => [id, { record: emptyRecord(id), closed: null }])),
    charters: Object.fromEntries(ids.map((id) => [id, { charter: emptyCharter(id), closed: null }])),
    practices: Object.fromEntries(ids.map((id) => [id, { practice: emptyPractice(id), closed: null }])),
  };
}

function idsOf({ retreat }: Session): readonly string[] {
  if (retreat === null) return ['evening'];
  const items = currentDay(retreat)?.items.map(({ id }) => id) ?? [];
  const couples = retreat.couples.map(({ id }) => id);
  const days = retreat.days.map(({ id }) => id);
  return [...items.slice(0, 8), ...items.slice(-4), ...couples.slice(0, 4), ...days, ...others];
}

/** The value with its marks replaced by ids that are there. */
function named(value: unknown, ids: readonly string[]): unknown {
  if (typeof value === 'string') {
    const mark = idMark.exec(value)?.[1];
    return mark === undefined ? value : ids[Number(mark) % ids.length];
  }
  if (Array.isArray(value)) return value.map((inner) => named(inner, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, named(inner, ids)]));
}

const issuesOf = (session: Session, now: { live: number; wall: number }): unknown => {
  const saved = { retreat: session.retreat?.id ?? null, live: session.live, at: now, closed: false };
  const found = [
    documentKinds.retreat.shape.nullable().safeParse(session.retreat),
    documentKinds.live.shape.safeParse(saved),
    documentKinds.settings.shape.safeParse(session.settings),
  ];
  return found.flatMap(({ error }) => error?.issues ?? []);
};

const moves = fc.array(fc.record({ value: fc.oneof({ weight: 3, arbitrary: plan }, any), wait: fc.nat(400_000) }), {
  maxLength: 40,
});

describe('property: whatever is asked for and carried out', () => {
  it('leaves a retreat, a run and settings that can be saved, on any clock', () => {
    const carriedOut = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...retreats),
        fc.constantFrom(evening, -86_400_000, Date.UTC(9999, 11, 31)),
        moves,
        (retreat, beganAt, asked) => {
          let session = aSession(retreat);
          let ms = 0;
          asked.forEach(({ value, wait }, n) => {
            ms += wait;
            const context = { ...aContext(0, `id-${n}`), now: { live: 1_000_000 + ms, wall: beganAt + ms } };
            const parsed = commandSchema.safeParse(named(value, idsOf(session)));
            if (!parsed.success || refusal(session, parsed.data, context) !== null) return;
            carriedOut.add(parsed.data.type);
            session = reduce(session, parsed.data, context);
            expect(issuesOf(session, context.now), parsed.data.type).toEqual([]);
          });
        },
      ),
      { numRuns: 700 },
    );
    expect(carriedOut.size).toBeGreaterThan(20);
  });

  // So often that chance leaves none of them out.
  const planned = options.filter(({ shape }) => /^(day|roster|couple)\//.test(shape.type.value));
  it.each(planned.map((option) => [option.shape.type.value, option] as const))('is tried of %s', (_, option) => {
    const carriedOut = retreats.map((retreat) => {
      const session = withRecords(aSession(retreat));
      return fc.sample(arbitraryOf(option), 300).filter((value) => {
        const parsed = commandSchema.safeParse(named(value, idsOf(session)));
        if (!parsed.success || refusal(session, parsed.data, aContext()) !== null) return false;
        expect(issuesOf(reduce(session, parsed.data, aContext()), aNow())).toEqual([]);
        return true;
      }).length;
    });
    expect(Math.max(...carriedOut)).toBeGreaterThan(0);
  });
});

const refusedWith = (session: Session, command: Command) => refusal(session, command, aContext());

describe('what no document holds', () => {
  it('is refused: a retreat that goes on after the calendar has ended', () => {
    const create = (date: string) =>
      refusedWith(aSession(null), { type: 'retreat/create', program: 'weekend', title: 'T', date, couples: [] });
    expect(create('9999-12-31')?.code).toBe('no-such-date');
    expect(create('9999-12-01')).toBeNull();
  });

  it('is refused: a turn made for the partner where there are as many steps as there can be', () => {
    const stage = aStage(turns(wallCaps.steps / 2));
    const at = on.start(on.jump(stage, wallCaps.steps - 1, aNow()), aNow());
    const session = { ...aSession(), live: { ...aSession().live, stage: at } };
    expect(refusedWith(session, { type: 'stage/adjust', ms: minuteMs })?.code).toBe('already-longest');
  });
});

const seats = ({ retreat }: Session) => retreat?.couples.map(({ seat }) => seat);
const statuses = ({ retreat }: Session) => retreat?.couples.map(({ status, leftOn }) => [status, leftOn]);

describe('seats', () => {
  it('of a couple that is added is a free one, also beside seat 999', () => {
    const [first = ''] = aRetreat().couples.map(({ id }) => id);
    const moved = act(aSession(), { type: 'roster/seat', id: first, seat: 999 }, 0);
    const added = act(
      moved,
      {
        type: 'roster/add',
        couples: [
          { A: 'E', B: 'F' },
          { A: 'G', B: 'H' },
        ],
      },
      1,
    );
    expect(seats(added)).toEqual([999, 2, 1, 3]);
    expect(documentKinds.retreat.shape.safeParse(added.retreat).success).toBe(true);
  });

  it('have one couple each: another one is refused', () => {
    const [first = ''] = aRetreat().couples.map(({ id }) => id);
    expect(refusedWith(aSession(), { type: 'roster/seat', id: first, seat: 2 })).toEqual({
      code: 'seat-taken',
      values: { seat: 2 },
    });
    expect(refusedWith(aSession(), { type: 'roster/seat', id: first, seat: 1 })).toBeNull();
  });
});

describe('a new day', () => {
  it('begins with yesterday’s late and paused undone; who left has left, and since when is known', () => {
    const retreat = aRetreat('weekend');
    const [a = '', b = ''] = retreat.couples.map(({ id }) => id);
    const [one = '', two = ''] = retreat.days.map(({ id }) => id);
    const late = act(aSession(retreat), { type: 'couple/status', id: a, status: 'late' }, 0);
    const left = act(late, { type: 'couple/status', id: b, status: 'left' }, 1);
    expect(statuses(left)).toEqual([
      ['late', null],
      ['left', one],
    ]);
    const next = act(left, { type: 'day/open', id: two }, 2);
    expect(statuses(next)).toEqual([
      ['present', null],
      ['left', one],
    ]);
    // Opened again, it stands as it is.
    const again = act(
      act(next, { type: 'couple/status', id: a, status: 'paused' }, 3),
      { type: 'day/open', id: two },
      4,
    );
    expect(statuses(again)).toEqual([
      ['paused', null],
      ['left', one],
    ]);
    const back = act(again, { type: 'couple/status', id: b, status: 'present' }, 5);
    expect(statuses(act(back, { type: 'edit/undo', couple: null }, 6))).toEqual([
      ['paused', null],
      ['left', one],
    ]);
  });

  it('is known of couples that left before it was kept', () => {
    const couples = [{ status: 'left' }, { status: 'late' }];
    expect(retreatWithForms({ currentDay: 'd2', days: [], couples })).toMatchObject({
      couples: [{ leftOn: 'd2' }, { leftOn: null }],
    });
  });
});

describe('the plan', () => {
  it('is neither early nor late when an item was moved and is then skipped', () => {
    const retreat = aRetreat();
    const item = retreat.days[0]?.items[2]?.id ?? '';
    const moved = act(aSession(retreat), { type: 'day/shift', id: item, minutes: 5 }, 0);
    const skipped = act(moved, { type: 'day/skip', id: item, skipped: true }, 1);
    const day = skipped.retreat === null ? undefined : currentDay(skipped.retreat);
    if (day === undefined) throw new Error('no day');
    const times = schedule(day, evening - 60 * minuteMs, null);
    expect(times.expectedEnd).toBe(times.plannedEnd);
    expect(times.overMinutes).toBe(0);
  });

  it('takes back a move as far as it went, and refuses one that goes nowhere', () => {
    const item = aRetreat().days[0]?.items[2]?.id ?? '';
    const shift = ({ retreat }: Session) => retreat?.days[0]?.items[2]?.shift;
    let session = act(aSession(), { type: 'day/shift', id: item, minutes: 400 }, 0);
    session = act(session, { type: 'day/shift', id: item, minutes: 400 }, 1);
    expect(shift(session)).toBe(600);
    expect(refusedWith(session, { type: 'day/shift', id: item, minutes: 5 })?.code).toBe('shifted-most');
    expect(shift(act(session, { type: 'edit/undo', couple: null }, 2))).toBe(400);
  });
});
