import { describe, expect, it } from 'vitest';
import { sceneKey } from '../../renderer/room/scene-key';
import { content } from '../../shared/content/en/content';
import { read } from '../../shared/room/timer';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, aContext, act, aNow, aRetreat, aSession, evening } from '../make';

const sceneOn = (session: Session) => consoleView(session, aBook).room.scene;
const sceneNext = (session: Session) => consoleView(session, aBook).upNext?.scene ?? null;
const minuteMs = 60_000;

describe('what comes', () => {
  it.each(content.programs.map(({ id }) => id))('is what Next puts on, all through the first day of %s', (program) => {
    let session = aSession(aRetreat(program));
    let steps = 0;
    for (let ms = 0; ; ms += 1000) {
      const coming = sceneNext(session);
      if (coming === null || refusal(session, { type: 'stage/next' }, aContext(ms)) !== null) break;
      session = act(session, { type: 'stage/next' }, ms);
      expect(sceneKey(sceneOn(session))).toBe(sceneKey(coming));
      steps += 1;
    }
    expect(steps).toBeGreaterThan(10);
    expect(sceneNext(session)).toBeNull();
  });

  it('says of a break when everyone would be back if it began now, and not a time long ago', () => {
    const insert = { type: 'day/insert', after: null, kind: 'break', ref: null, title: null, minutes: 10 } as const;
    const session = act(aSession(), insert, 0, 'ins');
    const coming = sceneNext(session);
    if (coming?.kind !== 'break' || coming.dial === null) throw new Error('a break was to come');
    const { timer, run } = coming.dial;
    expect(read(timer, run, aNow()).endsAt).toBe(evening + 10 * minuteMs);
    expect(read(timer, run, aNow(minuteMs))).toMatchObject({ state: 'ready', endsAt: evening + 11 * minuteMs });
    const begun = sceneOn(act(session, { type: 'day/go', id: 'ins-item' }, minuteMs));
    if (begun.kind !== 'break' || begun.dial === null) throw new Error('a break was to be on');
    expect(begun.dial.timer).toEqual({ kind: 'until', at: evening + 11 * minuteMs });
    expect(sceneKey(begun)).toBe(sceneKey(coming));
  });
});
