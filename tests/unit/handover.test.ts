import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate } from '../../electron/ipc/gate';
import { surfaces } from '../../electron/surfaces/surfaces';
import { type Reader, readers } from '../../shared/couple/answer';
import { emptyCharter } from '../../shared/couple/charter/charter';
import { emptyPractice } from '../../shared/couple/practice/practice';
import { emptyRecord } from '../../shared/couple/record';
import { reading } from '../../shared/room/stage';
import type { Side } from '../../shared/room/wall';
import { type Command, type CommandType, commandTypes } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { handoverView, handoverViewSchema } from '../../shared/session/view/handover-view';
import { aBook, aContext, act, aRetreat, aSession } from '../make';

const retreat = aRetreat();
const [first, second] = retreat.couples;
if (first === undefined || second === undefined) throw new Error('no couples');
const couple = first.id;
const exercise = 'trigger-map';
const asked = aBook.exercise(exercise)?.capture ?? [];

const withPin = act(aSession(retreat), { type: 'pin/known', set: true }, 0);

function given(session: Session, side: Side, ms: number): Session {
  const begun = act(session, { type: 'handover/begin', id: couple, retreat: retreat.id, side, exercise }, ms);
  const opened = act(begun, { type: 'handover/marked', ok: true }, ms + 1);
  const record = opened.records[couple]?.record ?? kept(session);
  const read = act(opened, { type: 'library/record-read', record, closed: null }, ms + 2);
  const charter = act(read, { type: 'library/charter-read', charter: emptyCharter(couple), closed: null }, ms + 2);
  return act(charter, { type: 'library/practice-read', practice: emptyPractice(couple), closed: null }, ms + 2);
}
/** What the library would bring: the record as it was last. */
const last = new WeakMap<Session, ReturnType<typeof emptyRecord>>();
const kept = (session: Session) => last.get(session) ?? emptyRecord(couple);

function back(session: Session, ms: number): Session {
  const record = session.records[couple]?.record ?? emptyRecord(couple);
  const left = act(session, { type: 'handover/left', byPin: true }, ms);
  last.set(left, record);
  return left;
}

const consents = (session: Session, ms: number): Session =>
  (['record', 'measures'] as const).reduce(
    (at, scope) => act(at, { type: 'handover/consent', scope, given: true }, ms),
    session,
  );

const codeOf = (
  session: Session,
  command: Command,
  asker: typeof surfaces.console | typeof surfaces.handover = surfaces.handover,
) => refusal(session, command, { ...aContext(50), asker })?.code ?? null;

const text = (field: string, words: string): Command => ({
  type: 'handover/answer',
  field,
  value: { kind: 'long-text', text: words },
});

describe('the laptop in a partner’s hands', () => {
  it('shows their own name, what they are asked alone, and nothing else', () => {
    const view = handoverView(given(withPin, 'B', 0), aBook);
    expect(view.page?.hello).toBe('Hello, Bo');
    expect(view.page?.fields.map(({ field }) => field.id)).toEqual(
      asked.filter(({ whose }) => whose === 'each').map(({ id }) => id),
    );
    expect(view.page?.fields[0]?.position).toBe(`1 of ${view.page?.fields.length}`);
    const said = JSON.stringify(view);
    for (const stranger of [first.A.name, second.A.name, second.B.name, couple, retreat.id, retreat.title]) {
      expect(said).not.toContain(`"${stranger}"`);
      expect(view.page?.hello).not.toContain(stranger);
    }
  });

  it('writes nothing before that partner’s own consent, and a number only with the one for measures (S8)', () => {
    const session = given(withPin, 'A', 0);
    const number: Command = { type: 'handover/answer', field: 'intensity', value: { kind: 'scale', points: 4 } };
    expect([codeOf(session, text('trigger', 'x')), codeOf(session, number)]).toEqual([
      'consent-missing',
      'consent-missing',
    ]);
    const said = act(session, { type: 'handover/consent', scope: 'record', given: true }, 10);
    expect([codeOf(said, text('trigger', 'x')), codeOf(said, number)]).toEqual([null, 'consent-missing']);
    expect(said.records[couple]?.record.consents).toMatchObject([{ side: 'A', scope: 'record', given: true }]);
    const other = given(back(said, 20), 'B', 30);
    expect(codeOf(other, text('trigger', 'x'))).toBe('consent-missing');
  });

  it('begins each answer at only I, and tells the console no more than that there is one (S9)', () => {
    const written = act(consents(given(withPin, 'A', 0), 5), text('trigger', 'zz-secret'), 10);
    expect(written.records[couple]?.record.answers).toMatchObject([{ owner: 'A', reader: 'only-i' }]);
    const shown = act(back(written, 20), { type: 'records/show', sheets: [couple], whole: [couple] }, 30);
    const read = act(shown, { type: 'library/record-read', record: kept(back(written, 20)), closed: null }, 31);
    const view = consoleView(read, aBook);
    expect(JSON.stringify(view)).not.toContain('zz-secret');
    expect(view.records[couple]?.answers).toMatchObject([{ closed: 'only-i', value: null }]);
    const widened = act(written, { type: 'handover/reader', field: 'trigger', reader: 'facilitator' }, 40);
    expect(widened.records[couple]?.record.answers[0]).toMatchObject({
      reader: 'facilitator',
      asks: [{ on: '2026-03-07' }],
    });
  });

  it('reaches nothing but what is theirs, whatever its page says', () => {
    const session = consents(given(withPin, 'A', 0), 5);
    const joint = asked.find(({ whose }) => whose === 'joint')?.id ?? 'none';
    expect(codeOf(session, text(joint, 'x'))).toBe('no-such-field');
    expect(codeOf(session, text('no-field-of-this', 'x'))).toBe('no-such-field');
    const forbidden = commandTypes.filter((type) => !surfaces.handover.asks.has(type));
    for (const type of forbidden) expect(codeOf(session, { type } as Command), type).toBe('not-from-here');
    const mayAsk: readonly CommandType[] = [
      'handover/answer',
      'handover/reader',
      'handover/consent',
      'handover/tick',
      'handover/agree',
      'handover/draft',
      'handover/own',
      'handover/leave-out',
      'handover/make',
      'handover/print',
      'handover/put-away',
      'handover/pass',
      'handover/done',
    ];
    expect([...surfaces.handover.asks].sort()).toEqual([...mayAsk, 'stage/blank', 'stage/hold'].sort());
    for (const type of mayAsk)
      expect(codeOf(withPin, { type, field: 'trigger', value: null } as Command), type).toBe('not-handed-over');
  });

  it('lets the console do nothing meanwhile, but for what the room’s own window may', () => {
    const session = given(withPin, 'A', 0);
    const open = ['stage/blank', 'stage/hold', 'room/close'];
    for (const type of commandTypes.filter((each) => surfaces.console.asks.has(each) && !open.includes(each))) {
      expect(codeOf(session, { type } as Command, surfaces.console), type).toBe('handed-over');
    }
    expect(codeOf(session, { type: 'stage/blank', on: true }, surfaces.console)).toBe(null);
    expect(codeOf(session, { type: 'stage/blank', on: true })).toBe(null);
  });

  it('enters no undo, and what takes back an older edit of the facilitator’s cannot write over it', () => {
    const at = { retreat: retreat.id, exercise, field: 'trigger', owner: 'A' } as const;
    const shown = act(withPin, { type: 'records/show', sheets: [], whole: [couple] }, 0);
    const read = act(shown, { type: 'library/record-read', record: emptyRecord(couple), closed: null }, 1);
    const said = act(
      read,
      { type: 'record/consent', id: couple, retreat: retreat.id, side: 'A', scope: 'record', given: true },
      2,
    );
    const typed = act(
      said,
      { type: 'record/answer', id: couple, ...at, value: { kind: 'long-text', text: 'heard' } },
      3,
    );
    expect(codeOf(typed, { type: 'edit/undo', couple }, surfaces.console)).toBe(null);
    const written = act(given(typed, 'A', 10), text('trigger', 'mine'), 20);
    const left = back(written, 30);
    expect(JSON.stringify(left.undoLists)).not.toMatch(/heard|mine/);
    expect(codeOf(left, { type: 'edit/undo', couple }, surfaces.console)).toBe('nothing-to-undo');
  });

  it('is not begun without a PIN, twice, or for what asks nobody alone', () => {
    const begin: Command = { type: 'handover/begin', id: couple, retreat: retreat.id, side: 'A', exercise };
    expect(codeOf(aSession(retreat), begin, surfaces.console)).toBe('pin-missing');
    expect(codeOf(withPin, { ...begin, exercise: 'no-such-exercise' }, surfaces.console)).toBe('nothing-to-hand-over');
    expect(codeOf(given(withPin, 'A', 0), begin, surfaces.console)).toBe('handed-over');
    const refused = act(act(withPin, begin, 0), { type: 'handover/marked', ok: false }, 1);
    expect([refused.handover, refused.notice?.code]).toEqual([null, 'not-handed-over']);
  });

  it('keeps a pass without who, once, and never over what the couple has already (S14)', () => {
    const passed = act(given(withPin, 'A', 0), { type: 'handover/pass' }, 10);
    expect([passed.handover, passed.records]).toEqual([{ kind: 'done' }, {}]);
    const written = act(consents(given(withPin, 'A', 0), 5), text('trigger', 'here'), 10);
    const begun = given(back(written, 20), 'B', 30);
    const after = reduce(begun, { type: 'handover/pass' }, aContext(40));
    expect(after.unsavedRecords).toEqual(begun.unsavedRecords);
    expect(JSON.stringify(handoverView(begun, aBook).page)).not.toMatch(/passed|"here"/);
  });

  it.each([
    ['asleep', { type: 'power/suspend' }],
    ['idle, unplugged or without its page', { type: 'handover/lock' }],
  ] as const)('hides its words at once: %s', (_, event) => {
    const locked = act(act(consents(given(withPin, 'A', 0), 5), text('trigger', 'zz-secret'), 10), event, 20);
    const view = handoverView(locked, aBook);
    expect([view.state, view.page, locked.records]).toEqual(['locked', null, {}]);
    expect(codeOf(locked, { type: 'handover/done' })).toBe('not-handed-over');
  });

  it('hides what was written once its consent is taken back, from its own page too', () => {
    const written = act(consents(given(withPin, 'A', 0), 5), text('trigger', 'zz-secret'), 10);
    const taken = act(written, { type: 'handover/consent', scope: 'record', given: false }, 20);
    expect(JSON.stringify(handoverView(taken, aBook))).not.toContain('zz-secret');
    expect(codeOf(taken, text('trigger', 'more'))).toBe('consent-missing');
  });

  it('lets each step rest at its end, and nothing go on by itself', () => {
    const day = act(withPin, { type: 'drill/project', exercise: 'timeout-rehearsal' }, 0);
    const auto = day.live.stage.playing?.steps.findIndex(({ advance }) => advance === 'auto') ?? -1;
    expect(auto).toBeGreaterThanOrEqual(0);
    const running = act(act(day, { type: 'stage/jump', index: auto }, 1), { type: 'stage/start' }, 2);
    const later = 3_600_000;
    const alone = act(running, { type: 'time/tick' }, later);
    expect(alone.live.stage.playing?.index).toBeGreaterThan(auto);
    const handed = act(given(running, 'A', 3), { type: 'time/tick' }, later);
    expect(handed.live.stage.playing?.index).toBe(auto);
    expect(reading(handed.live.stage, aContext(later).now)?.state).toBe('done');
    const after = act(
      act(handed, { type: 'handover/left', byPin: true }, later),
      { type: 'time/tick' },
      later + 60_000,
    );
    expect(after.live.stage.playing?.index).toBe(auto);
  });

  it('comes back without the PIN with every name and note hidden', () => {
    const locked = act(given(withPin, 'A', 0), { type: 'handover/lock' }, 10);
    expect(act(locked, { type: 'handover/left', byPin: false }, 20)).toMatchObject({ handover: null, discreet: true });
    expect(act(locked, { type: 'handover/left', byPin: true }, 20)).toMatchObject({ handover: null, discreet: false });
  });
});

/** What one partner does with one of their questions: writes, and lets it be read. */
const deeds = fc.array(
  fc.record({
    side: fc.constantFrom<Side>('A', 'B'),
    field: fc.constantFrom('trigger', 'sensation', 'echo'),
    reader: fc.constantFrom<Reader>(...readers),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('what A keeps at only I', () => {
  it('is absent from whatever B and the console are shown, whatever they do in turn', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        let session = withPin;
        let ms = 0;
        const secret = new Map<string, string>();
        all.forEach(({ side, field, reader }, n) => {
          ms += 100;
          const word = `zz-${side}-${n}-zz`;
          const kind = asked.find(({ id }) => id === field)?.kind;
          const value = kind === 'text' ? { kind, text: word } : { kind: 'long-text' as const, text: word };
          session = consents(given(session, side, ms), ms + 5);
          session = act(session, { type: 'handover/answer', field, value }, ms + 6, `n${n}`);
          const view = handoverView(session, aBook);
          session = act(session, { type: 'handover/reader', field, reader }, ms + 7);
          expect(gate(handoverViewSchema, () => expect.unreachable())(view)).toBe(view);
          const own = `${side}/${field}`;
          if (reader === 'only-i') secret.set(own, word);
          else secret.delete(own);
          const mine = JSON.stringify(handoverView(session, aBook));
          for (const [of, kept] of secret) expect(mine.includes(kept), `${side} sees ${of}`).toBe(of.startsWith(side));
          session = back(session, ms + 10);
          const record = kept(session);
          const shown = act(session, { type: 'records/show', sheets: [couple], whole: [couple] }, ms + 11);
          const read = act(shown, { type: 'library/record-read', record, closed: null }, ms + 12);
          const desk = JSON.stringify(consoleView(read, aBook));
          for (const [of, kept] of secret) expect(desk.includes(kept), `the console sees ${of}`).toBe(false);
          last.set(session, record);
        });
      }),
      { numRuns: 60 },
    );
  });
});
