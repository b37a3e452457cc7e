import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  durableWrite,
  isStaleTemp,
  tempBeside,
  type WriteStep,
  writeSteps,
} from '../../electron/library/store/durable-write';
import { aFolder } from './library-kit';

const text = (value: string) => Buffer.from(value);

/** Makes every rename onto `file` fail for real until the returned function is called; `closing` must run before the rename. */
function refusal(
  folder: string,
  file: string,
): { readonly closing: () => Promise<void>; readonly lift: () => Promise<void> } {
  if (process.getuid?.() !== 0) return { closing: () => chmod(folder, 0o500), lift: () => chmod(folder, 0o700) };
  return {
    closing: async () => void execFileSync('mount', ['--bind', file, file]),
    lift: async () => void execFileSync('umount', [file]),
  };
}

describe('the durable writer', () => {
  it('replaces a file for this user alone, step by step', async () => {
    const folder = await aFolder();
    const file = join(folder, 'live.json');
    await writeFile(file, 'old', { mode: 0o644 });
    const steps: WriteStep[] = [];
    expect(await durableWrite(file, text('new'), { onStep: (step) => steps.push(step) })).toEqual({ ok: true });
    expect(steps).toEqual(writeSteps);
    expect(await readFile(file, 'utf8')).toBe('new');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['live.json']);
  });

  it('saves although the old file could not be kept', async () => {
    const file = join(await aFolder(), 'live.json');
    expect(await durableWrite(file, text('new'), { keep: () => Promise.reject(new Error('no room')) })).toEqual({
      ok: true,
    });
    expect(await readFile(file, 'utf8')).toBe('new');
  });

  it('names a missing folder', async () => {
    const file = join(await aFolder(), 'gone', 'live.json');
    expect(await durableWrite(file, text('new'))).toEqual({ ok: false, code: 'folder-missing', replaced: false });
  });

  it('leaves no temporary file when something that is no file stands in the way', async () => {
    const folder = await aFolder();
    await mkdir(join(folder, 'live.json', 'inside'), { recursive: true });
    expect(await durableWrite(join(folder, 'live.json'), text('new'))).toMatchObject({ ok: false, replaced: false });
    expect(await readdir(folder)).toEqual(['live.json']);
  });

  it('waits out a rename that is refused for a while', async () => {
    const folder = await aFolder();
    const file = join(folder, 'live.json');
    await writeFile(file, 'old');
    const { closing, lift } = refusal(folder, file);
    let waits = 0;
    const keep = async () => {
      await closing();
      setTimeout(() => void lift(), 300);
    };
    expect(await durableWrite(file, text('new'), { keep, onRefused: () => (waits += 1) })).toEqual({ ok: true });
    expect(waits).toBeGreaterThan(1);
    expect(await readFile(file, 'utf8')).toBe('new');
  });

  it('gives up on a refused rename in the end, and the old file stands', async () => {
    const folder = await aFolder();
    const file = join(folder, 'live.json');
    await writeFile(file, 'old');
    const { closing, lift } = refusal(folder, file);
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const result = await durableWrite(file, text('new'), { keep: closing, patienceMs: 200 });
    await lift();
    expect(result).toEqual({ ok: false, code: 'rename-refused', replaced: false });
    expect(await readFile(file, 'utf8')).toBe('old');
  });

  it('knows its own temporary files from those of a dead process', () => {
    const own = tempBeside('/somewhere/a.json').split('/').at(-1) ?? '';
    expect(isStaleTemp(own)).toBe(false);
    expect(isStaleTemp('.a.json.99-abcdef01-3.tmp')).toBe(true);
    expect(isStaleTemp('a.json')).toBe(false);
    expect(tempBeside('/somewhere/a.json')).not.toBe(tempBeside('/somewhere/a.json'));
  });
});
