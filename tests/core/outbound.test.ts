import { describe, expect, it } from 'vitest';
import type { Surface, View } from '../../electron/surfaces/surface';
import { allSurfaces, surfaces } from '../../electron/surfaces/surfaces';
import type { Command } from '../../shared/session/commands/commands';
import type { ConsoleChanges } from '../../shared/session/view/console-changes';
import type { ConsoleView } from '../../shared/session/view/console-view';
import { aRetreat } from '../make';
import { type Core, startCore } from './core';
import type { InMemoryWire } from './in-memory-wire';

const drill: Command = { type: 'drill/project', exercise: 'timeout-rehearsal' };
const ask = ({ store }: Core, command: Command): void => {
  const answer = store.ask(command, surfaces.console);
  if (!answer.ok) throw new Error(answer.refusal.code);
};
const channelsOf = ({ told }: InMemoryWire): string[] => told.map(({ channel }) => channel);
const newest = ({ told }: InMemoryWire, channel: string): unknown =>
  told.findLast((one) => one.channel === channel)?.what;

/** The table with the first view of one page as a bug would leave it. */
function withView(page: Surface, change: (view: View) => View): readonly Surface[] {
  return allSurfaces.map((surface) => {
    const [first, ...rest] = surface.views;
    return surface.name === page.name && first !== undefined
      ? { ...surface, views: [change(first), ...rest] }
      : surface;
  });
}

describe('the room', () => {
  it('is sent its view and what may follow each time it loads, and then only what is new', () => {
    const core = startCore();
    const room = core.room();
    expect(room.told).toEqual([]);
    room.load();
    expect(channelsOf(room)).toEqual(['room/view', 'room/coming']);
    ask(core, { type: 'settings/change', patch: { theme: 'dark' } });
    expect(room.told).toHaveLength(2);
    ask(core, drill);
    expect(channelsOf(room).slice(2)).toEqual(['room/view', 'room/coming']);
    const shown = room.told.slice(2);
    room.load();
    expect(room.told.slice(4)).toEqual(shown);
  });

  it('hears before the console does, and of what may follow after both', () => {
    const core = startCore();
    const order: string[] = [];
    for (const page of [core.room(), core.console()]) {
      page.line.on('room/view', () => order.push('room'));
      page.line.on('console/changes', () => order.push('console'));
      page.line.on('room/coming', () => order.push('coming'));
    }
    core.publisher.show('console');
    ask(core, drill);
    expect(order).toEqual(['room', 'console', 'coming']);
  });

  it('is a new page in a new window, and the old one is told nothing more', () => {
    const core = startCore();
    const old = core.room();
    old.load();
    const fresh = core.room();
    fresh.load();
    old.close();
    const before = old.told.length;
    ask(core, drill);
    expect(old.told).toHaveLength(before);
    expect(channelsOf(fresh)).toEqual(['room/view', 'room/coming', 'room/view', 'room/coming']);
    fresh.close();
    ask(core, { type: 'stage/start' });
    expect(fresh.told).toHaveLength(4);
  });

  it('keeps its last good view when one may not pass, and the console is told so', async () => {
    let couple: object = {};
    const table = withView(surfaces.room, (view) => ({
      ...(view as (typeof surfaces.room.views)[0]),
      of: (session, book) => ({ ...surfaces.room.views[0].of(session, book), ...couple }),
    }));
    const core = startCore(table);
    const room = core.room();
    room.load();
    couple = { couple: 'Ada' };
    ask(core, drill);
    expect(channelsOf(room)).toEqual(['room/view', 'room/coming', 'room/coming']);
    expect(JSON.stringify(room.told)).not.toContain('Ada');
    await new Promise(setImmediate);
    expect(core.store.session().notice?.code).toBe('room-view-refused');
    expect(core.noted).toEqual(['publish.refused']);
    couple = {};
    ask(core, { type: 'stage/start' });
    expect(channelsOf(room).at(-1)).toBe('room/view');
  });
});

describe('the console', () => {
  it('is sent nothing before it asks, then all of it, then the slices that changed', () => {
    const core = startCore();
    const desk = core.console();
    desk.load();
    ask(core, drill);
    expect(desk.told).toEqual([]);
    desk.line.send('console/ask-view');
    expect(channelsOf(desk)).toEqual(['console/view']);
    expect(Object.keys(newest(desk, 'console/view') as object).sort()).toEqual(
      Object.keys(surfaces.console.views[0].slices).sort(),
    );
    ask(core, { type: 'settings/change', patch: { theme: 'dark' } });
    expect(Object.keys(newest(desk, 'console/changes') as object)).toEqual(['settings']);
    ask(core, { type: 'stage/start' });
    expect(Object.keys(newest(desk, 'console/changes') as object).sort()).toEqual(['live', 'room', 'undos']);
  });

  it('is sent one couple’s note when it changes, and none of the others', () => {
    const core = startCore();
    const couples = ['Ada', 'Kim', 'Noor'].map((A) => ({ A, B: 'Bo' }));
    ask(core, { type: 'retreat/create', program: 'evening', title: 'Lantern evening', date: '2026-03-07', couples });
    const ids = core.store.session().retreat?.couples.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(1);
    for (const id of ids) ask(core, { type: 'couple/note', id, text: `About ${id}` });
    const desk = core.console();
    core.publisher.show('console');
    const [one = '', other = ''] = ids;
    ask(core, { type: 'couple/note', id: one, text: 'Quiet today' });
    expect((newest(desk, 'console/changes') as ConsoleChanges).notes).toEqual({ [one]: 'Quiet today' });
    ask(core, { type: 'roster/remove', id: other });
    expect((newest(desk, 'console/changes') as ConsoleChanges).notes).toEqual({ [other]: null });
    const before = desk.told.length;
    ask(core, { type: 'couple/note', id: one, text: 'Quiet today' });
    expect(desk.told.slice(before).some(({ what }) => 'notes' in (what as object))).toBe(false);
  });

  it('hears of every draft that is done, however many are one after another', () => {
    const core = startCore();
    const desk = core.console();
    core.publisher.show('console');
    const fields = ['start-title', 'start-date', 'start-count'];
    const keep = (field: string, text: string | null) =>
      ask(core, { type: 'draft/keep', of: { document: 'new-retreat' }, field, text });
    for (const field of fields) keep(field, 'May');
    for (const field of fields) {
      keep(field, null);
      const { drafts } = newest(desk, 'console/changes') as ConsoleChanges;
      expect(drafts).toEqual({ [`new-retreat/${field}`]: null });
    }
  });

  it('has the picture the room was sent, also when the room keeps an older one', () => {
    const core = startCore();
    const [room, desk] = [core.room(), core.console()];
    room.load();
    core.publisher.show('console');
    for (const command of [drill, { type: 'stage/start' }, { type: 'stage/blank', on: true }] as const) {
      ask(core, command);
      expect((newest(desk, 'console/changes') as ConsoleView).room).toEqual(newest(room, 'room/view'));
    }
  });

  it.each<readonly [string, (view: ConsoleView) => object]>([
    [
      'a slice that has more than its schema',
      (view) => ({ ...view, saving: { ...view.saving, answers: 'Ada’s own' } }),
    ],
    [
      'a couple that has more',
      ({ retreat, ...view }) => {
        const couples = retreat?.couples.map((couple) => ({ ...couple, answers: 'Ada’s own' }));
        return { ...view, retreat: retreat === null ? null : { ...retreat, couples } };
      },
    ],
    ['a note that is more than its words', (view) => ({ ...view, notes: { one: { answers: 'Ada’s own' } } })],
    ['a slice nobody knows', (view) => ({ ...view, answers: 'Ada’s own' })],
  ])('is not sent %s, and has the last good one', async (_, leak) => {
    let leaking = false;
    const table = withView(surfaces.console, (view) => ({
      ...(view as (typeof surfaces.console.views)[0]),
      of: (session, book) => {
        const seen = surfaces.console.views[0].of(session, book);
        return leaking ? { ...leak(seen as unknown as ConsoleView) } : seen;
      },
    }));
    const core = startCore(table);
    core.store.report({ type: 'library/opened', token: '', retreat: aRetreat(), notes: {} });
    const desk = core.console();
    core.publisher.show('console');
    leaking = true;
    ask(core, { type: 'retreat/demo' });
    core.publisher.show('console');
    expect(JSON.stringify(desk.told)).not.toContain('own');
    const view = newest(desk, 'console/view') as ConsoleView;
    expect(view.saving.state).toBeDefined();
    expect(view.room).toBeDefined();
  });

  it('is told when what it may know was refused, once', async () => {
    let leaking = false;
    const table = withView(surfaces.console, (view) => ({
      ...(view as (typeof surfaces.console.views)[0]),
      of: (session, book) => {
        const seen = surfaces.console.views[0].of(session, book);
        return leaking ? { ...seen, notice: { answers: session.notice?.id ?? 0 } } : seen;
      },
    }));
    const core = startCore(table);
    leaking = true;
    ask(core, drill);
    await new Promise(setImmediate);
    expect(core.store.session().notice).toMatchObject({ id: 1, code: 'unknown' });
    ask(core, { type: 'stage/start' });
    await new Promise(setImmediate);
    expect(core.store.session().notice?.id).toBe(1);
    expect(core.noted).toEqual(['publish.refused']);
  });
});

describe('every page', () => {
  it('is told when the clocks have moved', () => {
    const core = startCore();
    const pages = [core.room(), core.console()];
    core.clock.moved();
    expect(pages.map(channelsOf)).toEqual([['room/clock-moved'], ['console/clock-moved']]);
  });

  it('is told what is its own when a view of another throws', () => {
    let broken = false;
    const bug = new Error('a bug');
    const table = withView(surfaces.room, (view) => ({
      ...(view as (typeof surfaces.room.views)[0]),
      of: (session, book) => {
        if (broken) throw bug;
        return surfaces.room.views[0].of(session, book);
      },
    }));
    const core = startCore(table);
    const desk = core.console();
    core.publisher.show('console');
    broken = true;
    ask(core, { type: 'console/discreet', on: true });
    expect(core.bugs.splice(0)).toEqual([bug]);
    expect(newest(desk, 'console/changes')).toEqual({ discreet: true });
  });
});
