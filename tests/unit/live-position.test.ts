import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lastLivePosition, startPositionWriter } from '../../electron/library/store/live-position';
import { aFolder, aLibrary, until } from './library-kit';

describe('the heartbeat', () => {
  it('keeps the latest position in a file that does not grow', async () => {
    const file = join(await aFolder(), 'live.beat');
    let live = 0.125;
    const heart = startPositionWriter(
      () => file,
      () => ({ live, wall: 1_795_000_000_000 + live }),
      { everyMs: 5 },
    );
    onTestFinished(heart.stop);
    await until(async () => (await lastLivePosition(file))?.live === 0.125, 'the first beat');
    live = 1234567.890625;
    await until(async () => (await lastLivePosition(file))?.live === live, 'the next beat');
    await heart.stop();
    expect(await lastLivePosition(file)).toEqual({ live, wall: 1_795_000_000_000 + live });
    expect((await stat(file)).size).toBe(512);
    await heart.forget();
    expect(await lastLivePosition(file)).toBeNull();
  });

  it('gives way to the one before when it was torn anywhere', async () => {
    const file = join(await aFolder(), 'live.beat');
    let live = 0;
    const heart = startPositionWriter(
      () => file,
      () => ({ live: ++live * 1000.5, wall: live }),
      { everyMs: 5 },
    );
    await until(async () => ((await lastLivePosition(file))?.live ?? 0) > 3000, 'some beats');
    await heart.stop();
    const whole = await readFile(file);
    const last = await lastLivePosition(file);
    const slot = whole.subarray(0, 256).toString('latin1').includes(`${last?.live} `) ? 0 : 256;
    const length = Number(whole.toString('latin1', slot, slot + 4));
    for (let at = 0; at < 4 + length; at += 1) {
      const torn = Buffer.from(whole);
      torn.fill(0, slot + at, slot + 256);
      await writeFile(file, torn);
      expect(await lastLivePosition(file), `torn at ${at}`).toEqual({
        live: (last?.live ?? 0) - 1000.5,
        wall: (last?.wall ?? 0) - 1,
      });
    }
    await writeFile(file, '');
    expect(await lastLivePosition(file)).toBeNull();
  });

  it('is found again when the run before it ended a moment earlier and took its file away', async () => {
    const file = join(await aFolder(), 'live.beat');
    const beating = (live: number) =>
      startPositionWriter(
        () => file,
        () => ({ live, wall: live }),
        { everyMs: 5 },
      );
    const first = beating(1);
    await until(async () => (await lastLivePosition(file))?.live === 1, 'the first run');
    const ended = first.forget();
    const second = beating(2);
    onTestFinished(second.stop);
    await ended;
    await until(async () => (await lastLivePosition(file))?.live === 2, 'the second run');
  });

  it('is read as the first Holdfast wrote it', async () => {
    const file = join(await aFolder(), 'live.beat');
    const slot = (text: string) => `${text} ${text.length}`.padEnd(63).concat('\n');
    await writeFile(file, slot('8 4000.5 7') + slot('7 3500.5 6'));
    expect(await lastLivePosition(file)).toEqual({ live: 4000.5, wall: 7 });
    await writeFile(file, slot('8 4000.5 7').slice(0, 30).padEnd(64, '\0') + slot('7 3500.5 6'));
    expect(await lastLivePosition(file)).toEqual({ live: 3500.5, wall: 6 });
  });

  it('goes on by itself after the disk would not take it, and follows the library', async () => {
    const folder = await aFolder();
    let file = join(folder, 'gone', 'live.beat');
    const heart = startPositionWriter(
      () => file,
      () => ({ live: 7, wall: 7 }),
      { everyMs: 5 },
    );
    onTestFinished(heart.stop);
    file = join(folder, 'live.beat');
    await until(async () => (await lastLivePosition(file))?.live === 7, 'a beat in the new place');
    const library = await aLibrary(folder);
    expect(await library.lastLivePosition()).toEqual({ live: 7, wall: 7 });
  });
});
