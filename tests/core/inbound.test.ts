import { describe, expect, it } from 'vitest';
import { allSurfaces, surfaces } from '../../electron/surfaces/surfaces';
import { requester } from '../../shared/room/request';
import { commandTypes } from '../../shared/session/commands/commands';
import { refusal } from '../../shared/session/commands/rules';
import type { Answer } from '../../shared/session/protocol/refusal-code';
import { aContext } from '../make';
import { commandsOf, scenes } from '../privacy/walk';
import { startCore } from './core';

const { channels } = surfaces.console;
const hold = { type: 'stage/hold', on: true } as const;
const letter = { type: 'draft/keep', of: { document: 'live' }, field: 'message', text: 'W' } as const;
const drill = { type: 'drill/project', exercise: 'timeout-rehearsal' } as const;

function consoleOf(core: ReturnType<typeof startCore>, handlers = {}) {
  const page = core.console(handlers);
  const request = requester(page.line, channels.answer, 'page');
  return { page, ask: (what: unknown) => request<Answer>(channels.command, what), request };
}

const code = (answer: Answer): string => (answer.ok ? 'ok' : answer.refusal.code);

describe('what a page says', () => {
  it('is carried out, or refused with a reason', async () => {
    const core = startCore();
    const { ask } = consoleOf(core);
    expect(code(await ask({ type: 'stage/start' }))).toBe('nothing-on-stage');
    expect(code(await ask(drill))).toBe('ok');
    expect(core.store.session().live.ref).toBe('timeout-rehearsal');
  });

  it.each([
    ['is no command', { type: 'stage/explode' }],
    ['has a key too many', { ...hold, also: 'this' }],
    ['is larger than any command', { ...hold, list: Array.from({ length: 5000 }, () => 1) }],
    ['is nothing', undefined],
    [
      'has a hundred thousand couples',
      {
        type: 'retreat/create',
        program: 'evening',
        title: 'x',
        date: '2026-01-01',
        couples: Array.from({ length: 100_000 }, () => ({ A: 'Ada', B: 'Bo' })),
      },
    ],
  ])('is refused as malformed when it %s', async (_, what) => {
    const core = startCore();
    expect(code(await consoleOf(core).ask(what))).toBe('malformed');
    expect(core.noted).toEqual(['inbound.malformed']);
  });

  it('is not even answered when a stranger in the page says it', () => {
    const core = startCore();
    const { page } = consoleOf(core);
    const before = core.store.session();
    page.sayAsStranger(channels.command, drill, 'page/1');
    page.sayAsStranger(channels.askClock, undefined, 'page/2');
    expect(page.told).toEqual([]);
    expect(core.store.session()).toBe(before);
  });

  it('is refused when it comes too fast, and a little later is not', async () => {
    const core = startCore();
    const { ask, page } = consoleOf(core);
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask({ type: 'stage/autopilot', on: false })));
    expect(answers.slice(0, 80).map(code)).not.toContain('too-fast');
    expect(new Set(answers.slice(80).map(code))).toEqual(new Set(['too-fast']));
    core.pass(1000);
    expect(code(await ask(drill))).toBe('ok');
    expect(page.ended()).toBe(false);
  });

  it.each<readonly [string, object, object]>([
    ['what leads the room never waits for a key held down', letter, hold],
    ['no letter waits for a flood of what leads the room', { type: 'stage/autopilot', on: false }, letter],
  ])('has a measure of its own: %s', async (_, flood, then) => {
    const core = startCore();
    const { ask } = consoleOf(core);
    await ask(drill);
    await ask({ type: 'stage/start' });
    const answers = await Promise.all(Array.from({ length: 120 }, () => ask(flood)));
    expect(answers.map(code)).toContain('too-fast');
    expect(code(await ask(then))).toBe('ok');
  });

  it('ends the page when it floods, and not when it does so over a long time', async () => {
    const core = startCore();
    const slow = consoleOf(core);
    for (let second = 0; second < 20; second += 1) {
      await Promise.all(Array.from({ length: 150 }, () => slow.ask({ type: 'stage/autopilot', on: false })));
      core.pass(1001);
    }
    expect(slow.page.ended()).toBe(false);
    const fast = consoleOf(core);
    await Promise.all(Array.from({ length: 480 }, () => fast.ask({ type: 'stage/autopilot', on: false })));
    expect(fast.page.ended()).toBe(true);
    expect(core.noted).toEqual(['inbound.flood']);
  });

  it('is answered in its own time, and by a refusal only where the answer has room for one', async () => {
    const core = startCore();
    const { request } = consoleOf(core, { place: async (what: string) => what, askVersions: () => ({ app: '1' }) });
    expect(await request(channels.place, 'stop')).toBe('stop');
    expect(await request(channels.place, 'elsewhere')).toEqual({ ok: false, refusal: { code: 'malformed' } });
    for (let n = 0; n < 8; n += 1) await request(channels.place, 'stop');
    expect(await request(channels.place, 'stop')).toEqual({ ok: false, refusal: { code: 'too-fast' } });
    expect(await request(channels.askVersions)).toEqual({ app: '1' });
    await expect(request(channels.askVersions, { unasked: true })).rejects.toThrow('turned away');
  });

  it('is heard of every page that is drawn for a file, however fast a long batch goes', () => {
    const core = startCore();
    const drawn: string[] = [];
    const page = core.connect(surfaces.print, { drawn: (job) => void drawn.push(job) });
    for (let n = 0; n < 200; n += 1) {
      core.pass(25);
      page.line.send(surfaces.print.channels.drawn, `job-${n}`);
    }
    expect(drawn).toHaveLength(200);
  });

  it('fails for the page, and is noted, when what answers it throws', async () => {
    const core = startCore();
    const bug = new Error('a bug');
    const { request } = consoleOf(core, {
      takeIntents: () => {
        throw bug;
      },
      place: () => Promise.reject(bug),
    });
    await expect(request(channels.takeIntents)).rejects.toThrow('turned away');
    await expect(request(channels.place, 'stop')).rejects.toThrow('turned away');
    expect(core.bugs.splice(0)).toEqual([bug, bug]);
  });
});

describe('who asks', () => {
  const walked = Object.entries(scenes()).filter(([name]) => ['nothing on stage', 'running', 'held'].includes(name));

  it.each(allSurfaces)('the $name may ask what its entry has, and is refused everything else', (surface) => {
    for (const [name, scene] of walked) {
      for (const type of commandTypes) {
        for (const command of commandsOf(type, scene)) {
          const refused = refusal(scene, command, { ...aContext(9_500), asker: surface })?.code === 'not-from-here';
          expect(refused, `${name}: ${type}`).toBe(!surface.asks.has(type));
        }
      }
    }
  });

  it('nothing that happens by itself can be asked for', () => {
    const [, scene] = walked[0] ?? [];
    if (scene === undefined) throw new Error('no scene');
    expect(refusal(scene, drill, { ...aContext(), asker: null })?.code).toBe('not-from-here');
  });

  it('a page that gains a command channel still asks no more than its entry has', async () => {
    const core = startCore();
    const asks = new Set(['stage/hold'] as const);
    const { commands } = surfaces.console;
    const small = { ...surfaces.room, asks, commands, hears: {} };
    const page = core.connect(small, {});
    const request = requester(page.line, small.channels.answer, 'page');
    expect(code(await request<Answer>(commands.channel, drill))).toBe('not-from-here');
    expect(core.store.session().live.stage.playing).toBeNull();
    expect(code(await request<Answer>(commands.channel, hold))).not.toBe('not-from-here');
  });

  it('the room is heard on the clock handshake and its sign of life alone', () => {
    expect(startCore().room().heardOn().toSorted()).toEqual(['room/ask-clock', 'room/beat']);
  });
});
