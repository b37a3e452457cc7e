import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestHooks } from '../../electron/app/test-hooks';
import { writeSteps } from '../../electron/library/store/durable-write';
import { current, reading } from '../../shared/room/stage';
import type { Now } from '../../shared/room/timer';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import type { ConsoleBridge } from '../../shared/session/protocol/channel';
import type { Session } from '../../shared/session/state/session';
import type { App } from '../rig/app';
import { alone, expect, long } from '../rig/test';
import { allDocuments } from '../saved-documents';
import { test } from './rig';

/** The short form of every run: each step of a save of every kind once, and nine moments more. */
const rounds = long ? 100 : 30;
const hourMs = 60 * 60 * 1000;

/** Where and when a round ends: after a step of a save of one kind, or so many milliseconds after the changes begin. */
type End =
  | { readonly step: Parameters<TestHooks['dieAt']>[0]; readonly kind: string; readonly times: number }
  | { readonly afterMs: number };

/** The same sequence each time (mulberry32). */
function seeded(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let t = Math.imul(at ^ (at >>> 15), 1 | at);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = seeded(20_261_125);
const atSteps: End[] = writeSteps.flatMap((step) =>
  (['live', 'retreat', 'note'] as const).flatMap((kind) =>
    (long ? [1, 2] : [1]).map((times) => ({ step, kind, times })),
  ),
);
const ends: End[] = Array.from({ length: rounds }, (_, n) => atSteps[n] ?? { afterMs: random() * 120 });

/** The page's own way in. */
interface Bridged {
  readonly holdfast: ConsoleBridge;
}

interface Look {
  readonly session: Session;
  readonly now: Now;
}

/** What the app holds now; the hooks are there in a test build alone. */
function look(app: App): Promise<Look> {
  return app.electron.evaluate(async () => {
    // An inspector may break in anywhere, in the middle of a change too: the look is taken between two.
    await new Promise((resolve) => setImmediate(resolve));
    const { state, now } = (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest;
    return { session: state(), now: now() };
  });
}

async function send(app: App, commands: readonly Command[]): Promise<void> {
  const page = await app.console();
  const answers = await page.evaluate(
    async (all) => Promise.all(all.map((one) => (globalThis as unknown as Bridged).holdfast.command(one))),
    [...commands],
  );
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
}

/** What the console calls Saved: nothing waits, typed notes included. */
const saved = (app: App): Promise<void> =>
  expect
    .poll(
      async () => {
        const { saving, unsavedNotes } = (await look(app)).session;
        return unsavedNotes.length === 0 ? saving.state : 'typed';
      },
      { intervals: [5] },
    )
    .toBe('saved');

const remaining = ({ session, now }: Look): number => reading(session.live.stage, now)?.remainingMs ?? Number.NaN;

/** Where the run is: the item, the step, and what it still has at a moment of this machine's clock. */
interface Position {
  readonly item: string | null;
  readonly thought: string | null;
  readonly endsAt: number;
}

async function positionOf(app: App): Promise<Position> {
  const seen = await look(app);
  const { stage, itemId } = seen.session.live;
  return { item: itemId, thought: current(stage)?.step.thought ?? null, endsAt: seen.now.wall + remaining(seen) };
}

/** An hour on the step, running: long enough for all the rounds. */
async function begin(app: App): Promise<void> {
  const couples = [
    { A: 'Ada', B: 'Bo' },
    { A: 'Cleo', B: 'Dee' },
  ];
  const date = new Date().toISOString().slice(0, 10);
  await send(app, [{ type: 'retreat/create', program: 'evening', title: 'Lantern evening', date, couples }]);
  await send(app, [{ type: 'day/next' }]);
  await send(app, [{ type: 'stage/start' }]);
  await send(app, [{ type: 'stage/adjust', ms: hourMs }]);
}

/** Changes of every kind of document a run touches: a note, a seat, the wall. */
function changes(session: Session, n: number): Command[] {
  const couple = session.retreat?.couples[0]?.id ?? '';
  return [
    { type: 'couple/note', id: couple, text: `Note ${n}. ${'word '.repeat(n)}` },
    { type: 'roster/seat', id: couple, seat: n + 1 },
    { type: 'stage/blank', on: n % 2 === 0 },
  ];
}

/** The number of the last change each document on the disk knows of. */
function numbersIn(library: string): { readonly note: number; readonly seat: number } {
  const documents = allDocuments(library);
  const of = (start: string) => [...documents].find(([name]) => name.startsWith(start))?.[1];
  const retreat = documentKinds.retreat.shape.parse(of('retreat-'));
  const id = retreat.couples[0]?.id ?? '';
  const { note } = documentKinds.note.shape.parse(documents.get(`note-${id}`));
  return { note: Number(/^Note (\d+)/.exec(note)?.[1]), seat: (retreat.couples[0]?.seat ?? 0) - 1 };
}

/** Makes changes until the app dies where it is to; resolves with the moment of its death. */
async function dieAmidst(app: App, end: End, session: Session, from: number): Promise<number> {
  const dead = once(app.electron.process(), 'exit').then(() => Date.now());
  if ('step' in end) {
    await app.electron.evaluate((_, { step, kind, times }) => {
      (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.dieAt(step, kind, times);
    }, end);
  }
  const page = await app.console();
  const lists = Array.from({ length: 4 }, (_, n) => changes(session, from + n));
  // It dies in the middle: nobody is left to answer.
  const sending = page
    .evaluate(async (all) => {
      const { holdfast } = globalThis as unknown as Bridged;
      for (const list of all) await Promise.all(list.map((one) => holdfast.command(one)));
      // Typing goes on, with rests in which a note is saved, until nobody is there.
      const note = all.at(-1)?.find((one) => one.type === 'couple/note');
      for (let more = 1; note?.type === 'couple/note'; more += 1) {
        await new Promise((resolve) => setTimeout(resolve, 320));
        await holdfast.command({ ...note, text: `${note.text}${'.'.repeat(more)}` });
      }
    }, lists)
    .catch(() => undefined);
  if ('afterMs' in end) setTimeout(() => app.electron.process().kill('SIGKILL'), end.afterMs);
  const at = await dead;
  await sending;
  return at;
}

test(
  'kill -9 at moments all through a run: no document unreadable, no acknowledged change lost, the position within a second',
  alone,
  async ({ launch, userData }) => {
    test.setTimeout(900_000);
    const library = join(userData, 'library');
    let before: (Position & { readonly diedAt: number }) | null = null;
    const off: number[] = [];
    // Counted in seats as well: beyond the one that is taken.
    let n = 10;
    for (const [round, end] of ends.entries()) {
      const told = `round ${round}: ${JSON.stringify(end)}`;
      const app = await launch({ userData });
      await app.console();
      if (before === null) await begin(app);
      else {
        await expect.poll(async () => (await look(app)).session.recovery, { message: told }).not.toBeNull();
        const { recovery } = (await look(app)).session;
        expect(recovery?.step, told).toBe(before.thought);
        const error = Math.abs((recovery?.remainingMs ?? Number.NaN) - (before.endsAt - before.diedAt));
        expect(error, told).toBeLessThanOrEqual(1000);
        off.push(error);
        await send(app, [{ type: 'recovery/go-on' }]);
        await expect.poll(async () => (await look(app)).session.live.stage.playing, { message: told }).not.toBeNull();
        await send(app, [{ type: 'stage/resume' }]);
      }
      // Now and then the run goes on to its next step.
      if (round % 25 === 24) {
        await send(app, [{ type: 'stage/next' }]);
        await send(app, [{ type: 'stage/adjust', ms: hourMs }]);
      }
      const { session } = await look(app);
      n += 1;
      const acknowledged = n;
      await send(app, changes(session, n));
      await saved(app);
      const position = await positionOf(app);
      expect(session.live.itemId, told).toBe(before?.item ?? session.live.itemId);
      const diedAt = await dieAmidst(app, end, session, n + 1);
      n += 4;
      before = { ...position, diedAt };

      const found = numbersIn(library);
      expect(found.note, told).toBeGreaterThanOrEqual(acknowledged);
      expect(found.seat, told).toBeGreaterThanOrEqual(acknowledged);
      expect(Math.max(found.note, found.seat), told).toBeLessThanOrEqual(n);
    }
    console.log(`${rounds} kills; the time on the step was off by ${Math.round(Math.max(...off))} ms at most`);
  },
);

/** The files of a library in which a name stands. */
function filesWith(library: string, name: string): string[] {
  return readdirSync(library, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'latin1').includes(name));
}

for (const step of ['intend', 'rename', 'wipe', 'remove'] as const) {
  test(`kill -9 after "${step}" while a couple is removed: at the next start its name is nowhere (S12)`, async ({
    launch,
    userData,
  }) => {
    const library = join(userData, 'library');
    const app = await launch({ userData });
    await begin(app);
    const { session } = await look(app);
    const ids = session.retreat?.couples.map(({ id }) => id) ?? [];
    await send(app, [{ type: 'couple/note', id: ids[1] ?? '', text: 'Told me in private.' }]);
    await send(app, [{ type: 'roster/seat', id: ids[0] ?? '', seat: 7 }]);
    await saved(app);
    expect(filesWith(library, '"Cleo"').length).toBeGreaterThan(1);
    const dead = once(app.electron.process(), 'exit');
    await app.electron.evaluate((_, at) => {
      (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.dieAt(at, 'retreat', 1);
    }, step);
    await send(app, [{ type: 'roster/remove', id: ids[1] ?? '' }]).catch(() => undefined);
    await dead;

    const again = await launch({ userData });
    await saved(again);
    await expect.poll(() => readdirSync(join(library, 'removing'))).toEqual([]);
    // The app writes its list of retreats when it likes: what it leaves is looked at.
    await again.close();
    expect(filesWith(library, '"Cleo"')).toEqual([]);
    expect(filesWith(library, 'Told me in private.')).toEqual([]);
    expect(filesWith(library, '"Ada"').length).toBe(1);
  });
}
