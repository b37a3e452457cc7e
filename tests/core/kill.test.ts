import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSteps } from '../../electron/library/store/durable-write';
import { lastLivePosition } from '../../electron/library/store/live-position';
import { current, reading } from '../../shared/room/stage';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import type { Session } from '../../shared/session/state/session';
import { allDocuments } from '../saved-documents';
import { aFolder, until } from '../unit/library-kit';
import { libraryOf } from './core-on-disk';
import { type CoreProcess, dropCoreProcess, type Look, startProcess } from './core-process';

afterAll(dropCoreProcess);

/** The short form of every run: each step of a save of every kind once, and nine moments more. `npm test -- --long` has them all. */
const long = process.env.HOLDFAST_LONG === '1';
const rounds = long ? 100 : 30;
const hourMs = 60 * 60 * 1000;

/** Where and when a round ends: after a step of a save of one kind, or so many milliseconds after the changes begin. */
type End =
  | { readonly step: (typeof writeSteps)[number]; readonly kind: string; readonly times: number }
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

/** An hour on the step, running: long enough for all the rounds. */
async function begin(core: CoreProcess): Promise<void> {
  const couples = [
    { A: 'Ada', B: 'Bo' },
    { A: 'Cleo', B: 'Dee' },
  ];
  await core.do(
    { type: 'retreat/create', program: 'evening', title: 'Lantern evening', date: '2026-03-07', couples },
    { type: 'day/next' },
    { type: 'stage/start' },
    { type: 'stage/adjust', ms: hourMs },
  );
}

const typing = (id: string, text: string): Command => ({
  type: 'draft/keep',
  of: { document: 'note', id },
  field: 'note',
  text,
});

/** Changes of every kind of document a run touches: a note as it is typed, a seat, the wall. */
function changes(session: Session, n: number): Command[] {
  const couple = session.retreat?.couples[0]?.id ?? '';
  return [
    typing(couple, `Note ${n}. ${'word '.repeat(n)}`),
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

/** Makes changes until it dies where it is to. */
async function dieAmidst(core: CoreProcess, end: End, session: Session, from: number): Promise<void> {
  if ('step' in end) await core.dieAt(end.step, end.kind, end.times);
  else setTimeout(() => void core.kill9(), end.afterMs);
  // It dies in the middle: nobody is left to answer.
  const makeChanges = async (): Promise<void> => {
    for (let n = 0; n < 4; n += 1) await core.do(...changes(session, from + n));
    for (let more = 1; !core.isDead(); more += 1) {
      await core.saved();
      const [note] = changes(session, from + 3);
      if (note?.type === 'draft/keep') await core.do({ ...note, text: `${note.text}${'.'.repeat(more)}` });
    }
  };
  await Promise.all([core.died, makeChanges().catch(() => undefined)]);
}

const remaining = ({ session, now }: Look): number => reading(session.live.stage, now)?.remainingMs ?? Number.NaN;
const thoughtOf = ({ session }: Look): string | null => current(session.live.stage)?.step.thought ?? null;

/** Leads one run on a folder of its own, killed at each of these moments and gone on with after it. */
async function leadThrough(deaths: readonly End[]): Promise<void> {
  const userData = await aFolder();
  const library = libraryOf(userData);
  let before: (Look & { readonly item: string | null }) | null = null;
  // Counted in seats as well: beyond the one that is taken.
  let n = 10;
  for (const [round, end] of deaths.entries()) {
    const told = `round ${round}: ${JSON.stringify(end)}`;
    // Each start is an hour after the one before.
    const core = await startProcess(userData, { from: round * hourMs });
    if (before === null) await begin(core);
    else {
      const { recovery } = await core.session();
      expect(recovery?.step, told).toBe(thoughtOf(before));
      expect(Math.abs((recovery?.remainingMs ?? Number.NaN) - remaining(before)), told).toBeLessThanOrEqual(1000);
      await core.do({ type: 'recovery/go-on' });
      await until(async () => (await core.session()).live.stage.playing !== null, told);
      await core.do({ type: 'stage/resume' });
    }
    // Now and then the run goes on to its next step.
    if (round % 8 === 7) await core.do({ type: 'stage/next' }, { type: 'stage/adjust', ms: hourMs });
    const session = await core.session();
    expect(session.live.itemId, told).toBe(before?.item ?? session.live.itemId);
    n += 1;
    const acknowledged = n;
    await core.do(...changes(session, n));
    await core.saved();
    // So long after the last save that only the sign of life knows of it; then as long as one may be missed.
    await core.pass(20_000);
    const { now } = await core.look();
    const position = () => lastLivePosition(join(library, 'live.beat'));
    await until(async () => (await position())?.live === now.live, 'a sign of life', 15_000);
    await core.pass(random() * 1000);
    before = { ...(await core.look()), item: session.live.itemId };
    await dieAmidst(core, end, session, n + 1);
    n += 4;

    const found = numbersIn(library);
    expect(found.note, told).toBeGreaterThanOrEqual(acknowledged);
    expect(found.seat, told).toBeGreaterThanOrEqual(acknowledged);
    expect(Math.max(found.note, found.seat), told).toBeLessThanOrEqual(n);
  }
}

describe('kill -9', () => {
  it('at moments all through a run leaves no document unreadable, loses no acknowledged change and no second of the position', {
    timeout: 300_000,
  }, async () => {
    // Most of it is waiting, so several runs go on beside each other.
    await Promise.all([0, 1, 2, 3].map((lane) => leadThrough(ends.filter((_, n) => n % 4 === lane))));
  });

  it.each(['intend', 'rename', 'wipe', 'remove'] as const)(
    'after "%s" while a couple is removed leaves its name nowhere at the next start (S12)',
    async (step) => {
      const userData = await aFolder();
      const library = libraryOf(userData);
      const core = await startProcess(userData);
      await begin(core);
      const ids = (await core.session()).retreat?.couples.map(({ id }) => id) ?? [];
      await core.do({ type: 'couple/note', id: ids[1] ?? '', text: 'Told me in private.' });
      await core.do({ type: 'roster/seat', id: ids[0] ?? '', seat: 7 });
      await core.saved();
      expect(filesWith(library, '"Cleo"').length).toBeGreaterThan(1);
      await core.dieAt(step, 'retreat');
      await core.do({ type: 'roster/remove', id: ids[1] ?? '' }).catch(() => undefined);
      await core.died;

      const again = await startProcess(userData, { from: hourMs });
      await again.saved();
      await until(() => readdirSync(join(library, 'removing')).length === 0, 'the removal');
      // The app writes its list of retreats when it likes: what it leaves is looked at.
      await again.close(true);
      expect(filesWith(library, '"Cleo"')).toEqual([]);
      expect(filesWith(library, 'Told me in private.')).toEqual([]);
      expect(filesWith(library, '"Ada"').length).toBe(1);
    },
  );
});

/** The files of a library in which a name stands. */
function filesWith(library: string, name: string): string[] {
  return readdirSync(library, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'latin1').includes(name));
}
