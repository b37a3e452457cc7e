import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { expect, test } from '../rig/test';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const patienceMs = 45_000;

/** Starts the walk; what it says grows in what is returned. */
function start(args: readonly string[]): { readonly walk: ChildProcess; readonly said: () => string } {
  const walk = spawn(process.execPath, [join(projectFolder, 'build', 'walk.mjs'), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [walk.stdout, walk.stderr]) stream?.on('data', (bytes) => (said += String(bytes)));
  return { walk, said: () => said };
}

/** The size of a picture, and how many different colours are in it. */
function look(file: string): { readonly size: string; readonly colours: number } {
  const { width, height, data } = PNG.sync.read(readFileSync(file));
  const colours = new Set(Array.from({ length: width * height }, (_, n) => data.readUInt32BE(n * 4)));
  return { size: `${width}x${height}`, colours: colours.size };
}

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-walk-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the walk leads a real Holdfast by a script: displays, a seed, clicks, keys and pictures', async () => {
  const { walk, said } = start([]);
  const script = [
    'displays 1366x768 1024x768',
    'clock 9',
    'seed 6 "One evening"',
    'click "Run this day"',
    'wait "The room now" console',
    'click "Late" 2',
    'wait "5 of 6" console',
    'key Shift+W',
    'wait "Lantern day" room',
    `photograph ${join(folder, 'room.png')} room`,
    `photograph ${join(folder, 'all.png')}`,
    'key .',
    'key Control+l',
    'type 7',
    'size 1100x660',
    `photograph ${join(folder, 'console.png')} console`,
    'unplug',
    'wait "Display" console',
    'click "No such thing"',
    'dance',
    'quit',
  ];
  walk.stdin?.end(script.join('\n'));
  const [code] = await once(walk, 'exit');
  expect(said()).toContain('not done: Nothing to be seen is called “No such thing”.');
  expect(said()).toContain('not done: There is no command “dance”.');
  expect(said().match(/^not done/gm), said()).toHaveLength(2);
  expect(said()).not.toMatch(/^! /m);
  expect(code).toBe(1);
  expect(look(join(folder, 'all.png')).size).toBe('2390x768');
  expect(look(join(folder, 'room.png'))).toEqual({ size: '1024x768', colours: expect.any(Number) });
  expect(look(join(folder, 'room.png')).colours, 'words are on the wall').toBeGreaterThan(10);
  expect(look(join(folder, 'console.png')).size).toBe('1100x660');
});

test('the walk reads a pipe that stays open for whoever writes to it next', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const { walk, said } = start(['--from', pipe]);
  const hears = (line: string) => writeSync(openSync(pipe, 'w'), `${line}\n`);
  await expect.poll(said, { timeout: patienceMs }).toContain('Holdfast on virtual displays');
  hears('displays 1024x768');
  await expect.poll(said, { timeout: patienceMs }).toContain('> displays 1024x768\ndone');
  hears('displays 1x1');
  await expect.poll(said, { timeout: patienceMs }).toContain('not done: There is no size “1x1”.');
  hears('quit');
  const [code] = await once(walk, 'exit');
  expect(code).toBe(1);
});
