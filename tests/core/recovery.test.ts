import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { lastLivePosition } from '../../electron/library/store/live-position';
import { current, reading } from '../../shared/room/stage';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import { notesToSave, type Session } from '../../shared/session/state/session';
import { allDocuments } from '../saved-documents';
import { aFolder, until } from '../unit/library-kit';
import { firstCouple, lanternCouples, libraryOf, startOnDisk } from './core-on-disk';
import { type CoreProcess, dropCoreProcess, startProcess } from './core-process';

afterAll(dropCoreProcess);

const hourMs = 60 * 60 * 1000;
const lantern = {
  type: 'retreat/create',
  program: 'evening',
  title: 'Lantern evening',
  date: '2026-03-07',
  couples: lanternCouples,
} as const;

/** A letter more in a couple's note. */
const typing = (id: string, text: string): Command => ({
  type: 'draft/keep',
  of: { document: 'note', id },
  field: 'note',
  text,
});

describe('typed text', () => {
  it('is given to the disk 300 ms after a pause, and 800 ms after the first key at the latest', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const core = await startOnDisk(await aFolder());
    core.do(lantern);
    await core.saved();
    const id = firstCouple(core.session());
    const saves: { readonly at: number; readonly note: string }[] = [];
    core.store.follow((change) => {
      if (change.type === 'library/note-saved') saves.push({ at: performance.now(), note: change.note });
    });
    /** What the disk was given is on it before more time goes by. */
    const pass = async (ms: number): Promise<void> => {
      vi.advanceTimersByTime(ms);
      await until(() => core.session().saving.state === 'saved', 'saved');
    };
    const text = 'Quiet today; asked for the seat by the door, and a break at eight.';
    const keys: number[] = [];
    for (let letters = 1; letters <= text.length; letters += 1) {
      keys.push(performance.now());
      core.do(typing(id, text.slice(0, letters)));
      await pass(30);
    }
    const [first = 0, last = 0] = [keys[0], keys.at(-1)];
    expect(last - first, 'the typing must be longer than the limit').toBeGreaterThan(1000);
    while (saves.at(-1)?.note !== text && performance.now() < last + 1000) await pass(10);
    expect(saves.at(-1)?.note).toBe(text);
    expect((saves[0]?.at ?? Number.NaN) - first).toBeLessThanOrEqual(810);
    expect((saves.at(-1)?.at ?? Number.NaN) - last).toBeLessThanOrEqual(310);
    expect(notesToSave(core.session())).toEqual([]);
  });

  it('that was acknowledged is there after kill -9 in the middle of more', async () => {
    const userData = await aFolder();
    const core = await startProcess(userData);
    await core.do(lantern);
    const id = firstCouple(await core.session());
    const kept = 'They asked for a slower start.';
    const more = ' And then I kept on typing and typing, until the power went.';
    await core.do(typing(id, kept));
    await core.saved();
    for (let letters = 1; letters < more.length / 2; letters += 1) {
      await core.do(typing(id, kept + more.slice(0, letters)));
    }
    await core.kill9();

    const again = await startOnDisk(userData, hourMs);
    expect(again.session().recovery).toBeNull();
    await until(() => again.session().shelf.length === 1, 'the shelf');
    again.do({ type: 'retreat/open', id: again.session().shelf[0]?.id ?? '' });
    await until(() => again.session().retreat !== null, 'the retreat');
    const note = again.session().notes[id] ?? '';
    expect(note.startsWith(kept)).toBe(true);
    expect(`${kept}${more}`.startsWith(note)).toBe(true);
  });
});

const remaining = (session: Session, now: Parameters<typeof reading>[1]): number =>
  reading(session.live.stage, now)?.remainingMs ?? Number.NaN;

const thoughtOf = ({ live }: Session): string | null => current(live.stage)?.step.thought ?? null;

/** The evening at the second step of its first item, running, and the time of it on the disk. */
async function leadSecondStep(userData: string): Promise<CoreProcess> {
  const core = await startProcess(userData);
  await core.do(lantern, { type: 'day/next' }, { type: 'stage/start' }, { type: 'stage/next' });
  await core.pass(12_000);
  await core.saved();
  const { now } = await core.look();
  const position = () => lastLivePosition(join(libraryOf(userData), 'live.beat'));
  await until(async () => (await position())?.live === now.live, 'a sign of life', 15_000);
  return core;
}

describe('a run that kill -9 ended', () => {
  it('goes on at the same step and time, paused, its wall empty until it is shown, and its times where they were', async () => {
    const userData = await aFolder();
    const before = await leadSecondStep(userData);
    const then = await before.look();
    await before.kill9();

    const core = await startOnDisk(userData, hourMs);
    const left = remaining(then.session, then.now);
    const thought = thoughtOf(then.session);
    expect(thought).not.toBeNull();
    expect(core.session().recovery).toMatchObject({
      retreat: { title: 'Lantern evening' },
      title: then.session.live.stage.playing?.title,
      step: thought,
      remainingMs: left,
      lastSeen: then.now.wall,
    });
    core.do({ type: 'recovery/go-on' });
    await until(() => core.session().live.stage.playing !== null, 'the run');
    expect(current(core.session().live.stage)?.run.pausedAt).not.toBeNull();
    expect(remaining(core.session(), core.clock.now())).toBe(left);
    core.pass(60_000);
    expect(remaining(core.session(), core.clock.now())).toBe(left);
    expect(JSON.stringify(core.wall())).not.toContain(thought);
    core.do({ type: 'stage/resume' });
    expect(JSON.stringify(core.wall())).not.toContain(thought);
    core.do({ type: 'stage/unveil' });
    expect(JSON.stringify(core.wall())).toContain(thought);
    core.do({ type: 'stage/next' });
    await core.saved();
    const steps = core.session().retreat?.days[0]?.items[0]?.actual?.steps;
    expect(steps?.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('and that is left alone is not offered again, and keeps its times', async () => {
    const userData = await aFolder();
    await (await leadSecondStep(userData)).kill9();
    const core = await startOnDisk(userData, hourMs);
    expect(core.session().recovery).not.toBeNull();
    core.do({ type: 'recovery/dismiss' });
    await core.saved();
    const live = documentKinds.live.shape.parse(allDocuments(libraryOf(userData)).get('live-only'));
    expect(live.closed).toBe(true);
    await core.quit();

    const third = await startOnDisk(userData, 2 * hourMs);
    expect(third.session().recovery).toBeNull();
    await until(() => third.session().shelf.length === 1, 'the shelf');
    third.do({ type: 'retreat/open', id: third.session().shelf[0]?.id ?? '' });
    await until(() => third.session().retreat !== null, 'the retreat');
    expect(third.session().retreat?.days[0]?.items[0]?.actual?.startedAt).not.toBeNull();
  });

  it('is what the machine going down leaves too: all is saved, and the run is offered again', async () => {
    const userData = await aFolder();
    const before = await leadSecondStep(userData);
    const then = await before.look();
    await before.do({ type: 'couple/note', id: firstCouple(then.session), text: 'Typed last' });
    await before.close(false);
    await before.kill9();
    const core = await startOnDisk(userData, hourMs);
    expect(core.session().recovery).toMatchObject({
      step: thoughtOf(then.session),
      remainingMs: remaining(then.session, then.now),
    });
    core.do({ type: 'recovery/go-on' });
    await until(() => core.session().retreat !== null, 'the run');
    expect(Object.values(core.session().notes)).toEqual(['Typed last']);
  });
});
