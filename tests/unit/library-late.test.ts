import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import { isRunning, type Recovery, type Session } from '../../shared/session/state/session';
import { aContext, act, aNow, aRetreat, aSession } from '../make';

const autumn = aRetreat('evening', { id: 'autumn' });
const winter = aRetreat('evening', { id: 'winter' });
const line = ({ id, title, program }: typeof autumn) => ({
  id,
  title,
  program,
  firstDate: '2026-03-07',
  lastDate: '2026-03-07',
  couples: 2,
  shared: 0,
  touchedAt: 0,
  demo: false,
});
const recovery: Recovery = {
  retreat: { id: 'autumn', title: autumn.title },
  title: 'A run',
  step: null,
  remainingMs: null,
  lastSeen: 0,
};
const home = aSession(null, { shelf: [line(autumn), line(winter)], recovery });
const run = act(act(aSession(autumn), { type: 'day/next' }, 0), { type: 'stage/start' }, 0).live;
const drill: Command = { type: 'drill/project', exercise: 'timeout-rehearsal' };

const tokenOf = (session: Session): string => session.asked?.token ?? 'nobody asked';
const bring = (session: Session, token: string, retreat = autumn, notes = {}): Session =>
  act(session, { type: 'library/opened', token, retreat, notes }, 50);
const restore = (session: Session, token: string): Session =>
  act(
    session,
    { type: 'recovery/restored', token, opened: { retreat: autumn, notes: {} }, live: run, lastLive: aNow(0).live },
    50,
  );

describe('what the library brings late', () => {
  it('is taken when it is still wanted', () => {
    const asked = act(home, { type: 'retreat/open', id: 'autumn' }, 1);
    expect(bring(asked, tokenOf(asked)).retreat?.id).toBe('autumn');
    const goingOn = act(home, { type: 'recovery/go-on' }, 1);
    const back = restore(goingOn, tokenOf(goingOn));
    expect([back.retreat?.id, isRunning(back), back.recovery, back.asked]).toEqual(['autumn', true, null, null]);
  });

  it.each([
    ['retreat', { type: 'retreat/open', id: 'autumn' }, bring],
    ['run', { type: 'recovery/go-on' }, restore],
  ] as const)(
    'a %s does not take the place of what has gone on stage meanwhile, and that is said',
    (_what, ask, arrive) => {
      const asked = act(home, ask, 1);
      const led = act(act(asked, drill, 2), { type: 'stage/start' }, 3);
      const after = arrive(led, tokenOf(asked));
      expect(after.live).toBe(led.live);
      expect(after.retreat).toBe(led.retreat);
      expect(led.notice?.code).toBe('not-opened');
    },
  );

  it.each([{ type: 'retreat/open', id: 'autumn' }, { type: 'recovery/go-on' }] as const)(
    'is waited for no longer when it could not be read: $type',
    (ask) => {
      const asked = act(home, ask, 1);
      const other = act(asked, { type: 'library/not-brought', token: 'another' }, 2);
      expect(other.asked).toEqual(asked.asked);
      const refused = act(asked, { type: 'library/not-brought', token: tokenOf(asked) }, 2);
      expect([refused.asked, refused.recovery]).toEqual([null, recovery]);
      expect(act(refused, drill, 3).notice).toBeNull();
    },
  );

  it('a retreat that was deleted meanwhile does not come back to life', () => {
    const asked = act(home, { type: 'retreat/open', id: 'autumn' }, 1);
    const deleted = act(asked, { type: 'retreat/delete', id: 'autumn' }, 2);
    const after = bring(deleted, tokenOf(asked));
    expect(after.retreat).toBeNull();
    expect(refusal(after, { type: 'retreat/rename', title: 'Alive' } as Command, aContext())?.code).toBe('no-retreat');
    const goingOn = act(home, { type: 'recovery/go-on' }, 1);
    const gone = act(goingOn, { type: 'retreat/delete', id: 'autumn' }, 2);
    expect(restore(gone, tokenOf(goingOn)).retreat).toBeNull();
  });

  it('a retreat does not take the place of the one asked for after it, made after it, or closed after it', () => {
    const asked = act(home, { type: 'retreat/open', id: 'autumn' }, 1);
    const other = act(asked, { type: 'retreat/open', id: 'winter' }, 2);
    expect(bring(bring(other, tokenOf(asked)), tokenOf(other), winter).retreat?.id).toBe('winter');
    expect(bring(bring(other, tokenOf(other), winter), tokenOf(asked)).retreat?.id).toBe('winter');
    const made = act(asked, { type: 'retreat/demo' }, 2);
    expect(bring(made, tokenOf(asked)).retreat).toBe(made.retreat);
    expect(bring(act(asked, { type: 'retreat/close' }, 2), tokenOf(asked)).retreat).toBeNull();
  });

  it('does not undo what was edited and typed in the retreat that is open already', () => {
    const open = aSession(autumn, { shelf: [line(autumn)], recovery });
    const again = act(open, { type: 'retreat/open', id: 'autumn' }, 1);
    expect(again.asked).toBeNull();
    const goingOn = act(open, { type: 'recovery/go-on' }, 1);
    const couple = autumn.couples[0]?.id ?? '';
    const typed = act(goingOn, { type: 'couple/note', id: couple, text: 'Quiet today' }, 2);
    const back = restore(typed, tokenOf(goingOn));
    expect(back.notes[couple]).toBe('Quiet today');
    expect(back.unsavedNotes).toEqual([couple]);
    expect(isRunning(back)).toBe(true);
  });

  it('never takes a run off the stage, whatever was done between the question and the answer', () => {
    const commands: Command[] = [
      drill,
      { type: 'stage/start' },
      { type: 'stage/end' },
      { type: 'day/next' },
      { type: 'retreat/open', id: 'autumn' },
      { type: 'retreat/open', id: 'winter' },
      { type: 'retreat/delete', id: 'autumn' },
      { type: 'retreat/close' },
      { type: 'retreat/demo' },
      { type: 'recovery/go-on' },
      { type: 'recovery/dismiss' },
    ];
    fc.assert(
      fc.property(
        fc.array(fc.nat(commands.length - 1), { maxLength: 14 }),
        fc.array(fc.boolean()),
        (picks, arrivals) => {
          let session: Session = home;
          const deleted = new Set<string>();
          const pending: { readonly token: string; readonly id: string; readonly run: boolean }[] = [];
          const arrive = (): void => {
            const next = pending.shift();
            if (next === undefined) return;
            const before = session;
            session = next.run
              ? restore(session, next.token)
              : bring(session, next.token, next.id === 'winter' ? winter : autumn);
            if (isRunning(before)) expect(session.live).toBe(before.live);
            expect(deleted.has(session.retreat?.id ?? '')).toBe(false);
          };
          picks.forEach((pick, at) => {
            const command = commands[pick];
            const context = aContext(at * 1000);
            if (command === undefined || refusal(session, command, context) !== null) return;
            session = reduce(session, command, context);
            if (command.type === 'retreat/delete') deleted.add(command.id);
            const run = command.type === 'recovery/go-on';
            if ((command.type === 'retreat/open' || run) && session.asked !== null) {
              pending.push({ token: session.asked.token, id: session.asked.retreat ?? '', run });
            }
            if (arrivals[at]) arrive();
          });
          while (pending.length > 0) arrive();
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a run on offer', () => {
  it('stays on offer while something else is led, is refused meanwhile, and is there afterwards', () => {
    const led = act(act(home, drill, 1), { type: 'stage/start' }, 2);
    expect(led.recovery).toEqual(recovery);
    expect(refusal(led, { type: 'recovery/go-on' }, aContext(3))?.code).toBe('run-is-on');
    const ended = act(led, { type: 'stage/end' }, 4);
    expect(refusal(ended, { type: 'recovery/go-on' }, aContext(5))).toBeNull();
  });

  it('is withdrawn, with a reason, once its own retreat goes on without it', () => {
    const asked = act(home, { type: 'retreat/open', id: 'autumn' }, 1);
    const led = act(bring(asked, tokenOf(asked)), { type: 'day/next' }, 2);
    expect([led.recovery, led.notice?.code]).toEqual([null, 'run-overtaken']);
    expect(refusal(act(led, { type: 'stage/end' }, 3), { type: 'recovery/go-on' }, aContext(4))?.code).toBe(
      'no-recovery',
    );
  });

  it('stays on offer while a drill is led in its own retreat, which has not gone on by that', () => {
    const asked = act(home, { type: 'retreat/open', id: 'autumn' }, 1);
    const led = act(act(bring(asked, tokenOf(asked)), drill, 2), { type: 'stage/start' }, 3);
    expect(led.recovery).toEqual(recovery);
    expect(act(led, { type: 'day/next' }, 4)).toMatchObject({ recovery: null, notice: { code: 'run-overtaken' } });
  });

  it('goes with its retreat', () => {
    expect(act(home, { type: 'retreat/delete', id: 'autumn' }, 1).recovery).toBeNull();
    expect(act(home, { type: 'retreat/delete', id: 'winter' }, 1).recovery).toEqual(recovery);
  });

  it('is there again when it could not be read', () => {
    expect(act(home, { type: 'recovery/go-on' }, 1).recovery).toEqual(recovery);
  });
});
