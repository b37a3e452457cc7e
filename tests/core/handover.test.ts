import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { forgottenMs, type HandoverLock, idleMs, keepHandover } from '../../electron/persistence/handover-lock';
import { type PinFile, pinFile, waitAfter } from '../../electron/persistence/pin-file';
import { surfaces } from '../../electron/surfaces/surfaces';
import { handoverChannels } from '../../shared/couple/handover-channel';
import type { HandoverView } from '../../shared/couple/handover-view';
import type { Command } from '../../shared/session/commands/commands';
import { aFolder, until } from '../unit/library-kit';
import { type CoreOnDisk, startOnDisk } from './core-on-disk';

const pin = '2580';
const exercise = 'trigger-map';
const marker = 'zz-secret-zz';

const create: Command = {
  type: 'retreat/create',
  program: 'evening',
  title: 'Spring',
  date: '2026-03-07',
  couples: [{ A: 'Ada', B: 'Bo' }],
};

interface Desk extends CoreOnDisk {
  readonly lock: HandoverLock;
  readonly pins: PinFile;
  /** What is given to one partner. */
  readonly give: (side: 'A' | 'B') => Promise<void>;
  /** What the page in their hands asks; why not, as a code. */
  readonly ask: (command: Command) => string | null;
}

async function aDesk(userData: string): Promise<Desk> {
  const core = await startOnDisk(userData);
  const pins = pinFile(userData, () => core.clock.now().wall);
  const lock = keepHandover(core.store, core.clock, pins, {
    event: () => undefined,
    bug: (bug) => void core.bugs.push(bug),
  });
  onTestFinished(lock.stop);
  return {
    ...core,
    lock,
    pins,
    give: async (side) => {
      const { retreat } = core.session();
      const id = retreat?.couples[0]?.id ?? '';
      core.do({ type: 'handover/begin', id, retreat: retreat?.id ?? '', side, exercise });
      await until(() => core.session().handover?.kind === 'open', 'the hands');
      await until(() => core.session().records[id] !== undefined, 'the record');
    },
    ask: (command) => {
      const answer = core.store.ask(command, surfaces.handover);
      return answer.ok ? null : answer.refusal.code;
    },
  };
}

async function withPin(userData: string): Promise<Desk> {
  const desk = await aDesk(userData);
  desk.do(create);
  expect(await desk.lock.choosePin(pin)).toBe(true);
  return desk;
}

const write = (text: string): Command => ({
  type: 'handover/answer',
  field: 'trigger',
  value: { kind: 'long-text', text },
});
const yes: Command = { type: 'handover/consent', scope: 'record', given: true };

describe('the PIN', () => {
  it('is on the disk as a salted hash alone', async () => {
    const folder = await aFolder();
    const [one, other] = [pinFile(await aFolder(), Date.now), pinFile(folder, Date.now)];
    await one.choose(pin);
    await other.choose(pin);
    const text = await readFile(join(folder, 'handover-pin.json'), 'utf8');
    expect(text).not.toContain(pin);
    expect(Buffer.from(JSON.parse(text).pin.hash, 'base64')).toHaveLength(32);
    expect(await other.attempt(pin)).toEqual({ ok: true });
    expect(await other.attempt('0000')).toMatchObject({ ok: false });
  });

  it('is waited for longer after each wrong try, over restarts too, and by no clock that was set back', async () => {
    const folder = await aFolder();
    let now = 1_000_000;
    const open = (): PinFile => pinFile(folder, () => now);
    const first = open();
    await first.choose(pin);
    for (const wrong of [1, 2, 3]) expect(await first.attempt('0000')).toEqual({ ok: false, waitMs: waitAfter(wrong) });
    expect(waitAfter(3)).toBeGreaterThan(0);
    expect(waitAfter(6)).toBe(8 * waitAfter(3));
    // The right one is turned away as well, and that is no try.
    const again = open();
    expect(await again.attempt(pin)).toEqual({ ok: false, waitMs: waitAfter(3) });
    now -= 3_600_000;
    expect(await again.attempt(pin)).toEqual({ ok: false, waitMs: waitAfter(3) });
    now += waitAfter(3);
    expect(await again.attempt('0000')).toEqual({ ok: false, waitMs: waitAfter(4) });
    now += waitAfter(4);
    expect(await again.attempt(pin)).toEqual({ ok: true });
    expect(await again.attempt('0000')).toEqual({ ok: false, waitMs: 0 });
  });

  it('counts two tries at once as two', async () => {
    const file = pinFile(await aFolder(), () => 0);
    await file.choose(pin);
    const answers = await Promise.all(['1', '2', '3', '4', pin].map(file.attempt));
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false, false]);
  });

  it('in a file that cannot be read is taken for one that locks', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'handover-pin.json'), '{"pin":');
    const file = pinFile(folder, Date.now);
    expect([file.handedOver(), file.hasPin(), (await file.attempt(pin)).ok]).toEqual([true, false, false]);
    expect(pinFile(await aFolder(), Date.now).handedOver()).toBe(false);
  });
});

describe('the laptop in a partner’s hands', () => {
  it('is marked on the disk before it is given, and given back by the PIN alone', async () => {
    const folder = await aFolder();
    const desk = await withPin(folder);
    const marks: boolean[] = [];
    desk.store.follow((_, { handover }) => {
      if (handover?.kind === 'open') marks.push(pinFile(folder, Date.now).handedOver());
    });
    await desk.give('A');
    expect(marks[0]).toBe(true);
    expect([desk.ask(yes), desk.ask(write(marker)), desk.ask({ type: 'handover/done' })]).toEqual([null, null, null]);
    expect(desk.store.ask({ type: 'notice/dismiss' }, surfaces.console).ok).toBe(false);
    expect(await desk.lock.choosePin('1111')).toBe(false);
    expect((await desk.lock.pin('1111')).ok).toBe(false);
    expect(desk.session().handover).not.toBe(null);
    expect(await desk.lock.pin(pin)).toEqual({ ok: true });
    expect([desk.session().handover, pinFile(folder, Date.now).handedOver()]).toEqual([null, false]);
    expect(JSON.stringify([desk.session().undoLists, desk.session().records])).not.toContain(marker);
  });

  it('is locked at the next start after a kill, with every letter on the disk and none to be seen', async () => {
    const folder = await aFolder();
    const desk = await withPin(folder);
    await desk.give('A');
    desk.ask(yes);
    desk.ask(write(marker));
    await until(() => desk.session().unsavedRecords.length === 0, 'the save');
    await desk.quit();

    const again = await aDesk(folder);
    expect(again.session()).toMatchObject({ handover: { kind: 'locked' }, hasPin: true, records: {} });
    const page = again.connect(surfaces.handover, {
      pin: again.lock.pin,
      forgotten: again.lock.forgotten,
      touched: again.lock.touched,
      beat: () => undefined,
    });
    page.load();
    const [view] = page.told
      .filter(({ channel }) => channel === handoverChannels.view)
      .map(({ what }) => what as HandoverView);
    expect([view?.state, view?.page]).toEqual(['locked', null]);
    expect(await again.lock.pin(pin)).toEqual({ ok: true });
    again.do({ type: 'retreat/open', id: again.session().shelf[0]?.id ?? desk.session().retreat?.id ?? '' });
    await until(() => again.session().retreat !== null, 'the retreat');
    await again.give('A');
    const own = Object.values(again.session().records)[0]?.record.answers[0];
    expect(own).toMatchObject({ reader: 'only-i', value: { text: marker } });
  });

  it('hides its words when nobody has been there for minutes, and not while somebody is', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const desk = await withPin(await aFolder());
    await desk.give('A');
    desk.pass(idleMs - 1);
    desk.lock.touched();
    desk.pass(idleMs - 1);
    vi.advanceTimersByTime(1_000);
    expect(desk.session().handover?.kind).toBe('open');
    desk.pass(1);
    vi.advanceTimersByTime(1_000);
    expect(desk.session().handover).toEqual({ kind: 'locked' });
  });

  it('opens without a forgotten PIN only after a long wait that can be ended, with names hidden and no PIN left', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const desk = await withPin(await aFolder());
    await desk.give('A');
    expect(desk.lock.forgotten(true)).toBe(forgottenMs);
    expect(desk.session().handover).toEqual({ kind: 'locked' });
    desk.pass(forgottenMs - 1);
    expect(desk.lock.forgotten(false)).toBe(null);
    desk.pass(forgottenMs);
    vi.advanceTimersByTime(1_000);
    expect(desk.session().handover).toEqual({ kind: 'locked' });
    expect(desk.lock.forgotten(true)).toBe(forgottenMs);
    desk.pass(forgottenMs);
    vi.advanceTimersByTime(1_000);
    await until(() => desk.session().handover === null, 'the console');
    expect(desk.session()).toMatchObject({ discreet: true, hasPin: false, records: {} });
    expect([desk.pins.hasPin(), desk.pins.handedOver()]).toEqual([false, false]);
  });
});

describe('a page that is torn down', () => {
  it('is sent nothing more before it asks anew', async () => {
    const desk = await withPin(await aFolder());
    const page = desk.console();
    page.line.send(surfaces.console.channels.askView);
    expect(page.told.length).toBeGreaterThan(0);
    desk.publisher.forget('console');
    const before = page.told.length;
    desk.do({ type: 'console/discreet', on: true });
    expect(page.told.length).toBe(before);
    page.line.send(surfaces.console.channels.askView);
    expect(page.told.length).toBeGreaterThan(before);
  });
});
