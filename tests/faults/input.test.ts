import { describe, expect, test } from 'vitest';
import { currentDay } from '../../shared/retreat/retreat';
import { retreatSchema } from '../../shared/retreat/retreat-schema';
import { type Command, commandSchema } from '../../shared/session/commands/commands';
import { refusal } from '../../shared/session/commands/rules';
import { aContext, act, aRetreat, aSession } from '../make';
import { samples } from '../privacy/samples';
import { textsIn } from '../texts-in';

const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}';
const nasty: Readonly<Record<string, string>> = {
  'ten thousand letters': 'x'.repeat(10_000),
  'families of emoji': family.repeat(4),
  'marks of direction': '\u202egnp.exe\u202c\u2066Ada',
  'nothing to be seen': '\u200b\u2060\ufeff\u00a0',
  'a script': '<script>globalThis.taken = true</script>',
  'half a pair': 'Ada\ud83d',
  'lines and tabs': 'Ada\r\nBo\tCleo\u2028Dee',
};

describe('odd text', () => {
  test.each(Object.entries(nasty))('in every field of every command: %s', (_, text) => {
    const filling = { text: () => text, ids: () => ['r1'] };
    const given = samples(commandSchema, filling);
    expect(given.length).toBeGreaterThan(80);
    for (const raw of given) {
      const parsed = commandSchema.safeParse(raw);
      if (!parsed.success) continue;
      // A note, and what is still being typed, stay as they were typed, line ends included; a file that came back is read before anything
      // of it is kept; of the settings the crisis lines go on the wall.
      const { data } = parsed;
      if (['couple/note', 'draft/keep', 'answers/look'].includes(data.type)) continue;
      for (const kept of textsIn(data.type === 'settings/change' ? data.patch.helpLines : data)) {
        expect(kept.isWellFormed()).toBe(true);
        expect(kept).not.toMatch(/[\u202a-\u202e\u2066-\u2069\r\u2028]/u);
        // Only a long answer has lines, and a clause as it is typed.
        const hasLines =
          data.type === 'charter/write' ||
          ((data.type === 'record/answer' || data.type === 'handover/answer') && data.value?.kind === 'long-text');
        if (!hasLines) expect(kept).not.toContain('\n');
      }
    }
  });

  test('twins that look alike are kept alike, and nothing to be seen is nothing', () => {
    const named = act(aSession(), { type: 'roster/add', couples: [{ A: 'Zo\u00eb', B: '' }] }, 0);
    const parsed = commandSchema.parse({ type: 'roster/add', couples: [{ A: 'Zoe\u0308', B: '\u200b \u2060' }] });
    expect(act(aSession(), parsed, 0).retreat?.couples).toEqual(named.retreat?.couples);
  });
});

describe('odd numbers', () => {
  const insert = (minutes: unknown) => ({
    type: 'day/insert',
    after: null,
    kind: 'break',
    ref: null,
    title: null,
    minutes,
  });
  test.each([-5, 0, Number.NaN, Number.POSITIVE_INFINITY, 1e9, 10.5, '10', null])(
    'minutes of %s are refused',
    (minutes) => {
      expect(commandSchema.safeParse(insert(minutes)).success).toBe(false);
      const timer = { kind: 'countdown', minutes };
      expect(commandSchema.safeParse({ type: 'drill/timer', timer, title: null }).success).toBe(false);
    },
  );

  test.each(['25:00', '24:00', '9:5', '', 'noon', '12:60'])('a clock time of "%s" is refused', (clock) => {
    expect(commandSchema.safeParse({ type: 'drill/timer', timer: { kind: 'until', clock }, title: null }).success).toBe(
      false,
    );
  });

  test.each(['2026-02-30', '1', '2026-13-01', '10000-01-01'])('a date of "%s" is refused', (date) => {
    expect(commandSchema.safeParse({ type: 'day/date', id: 'r1-d1', date, start: '09:00' }).success).toBe(false);
  });
});

describe('odd shapes', () => {
  test.each([
    '{"type":"stage/next","__proto__":{"taken":true}}',
    '{"type":"stage/next","constructor":{"prototype":{"taken":true}}}',
    '{"__proto__":{"type":"stage/next"}}',
    '{"type":"retreat/open","id":"__proto__"}',
    '{"type":"retreat/open","id":"constructor"}',
    '{"type":"couple/note","id":"../../settings","text":""}',
    '[]',
    '"stage/next"',
    'null',
  ])('%s is refused, and no prototype is changed', (text) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    expect(commandSchema.safeParse(JSON.parse(text)).success).toBe(false);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).taken).toBeUndefined();
  });

  test('an id that is there already is refused, in a command and in a file', () => {
    const retreat = aRetreat();
    const [first, ...rest] = retreat.couples;
    if (first === undefined) throw new Error('no couple');
    expect(retreatSchema.safeParse({ ...retreat, couples: [first, first, ...rest] }).success).toBe(false);
    const day = currentDay(retreat);
    const item = day?.items[0];
    if (day === undefined || item === undefined) throw new Error('no item');
    const again: Command = { type: 'day/restore', day: day.id, index: 0, item };
    expect(refusal(aSession(retreat), again, aContext())?.code).toBe('malformed');
  });
});
