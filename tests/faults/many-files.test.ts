import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aFolder, aLibrary, until } from '../unit/library-kit';
import { bundleChild, run } from '../unit/library-process';

test('a process at its limit of open files: what is told as saved is saved, and it goes on when the limit is lifted', {
  timeout: 30_000,
}, async () => {
  const child = await bundleChild();
  onTestFinished(() => rm(dirname(child), { recursive: true, force: true }));
  const folder = await aFolder();
  const { child: running, lines, ended } = run(process.execPath, [child, folder, 'watch']);
  onTestFinished(() => void running.kill('SIGKILL'));
  const limit = (to: string) => execFileSync('prlimit', ['--pid', `${running.pid}`, `--nofile=${to}:`]);
  const numbers = () => lines.filter((line) => /^\d+$/.test(line)).map(Number);
  await until(() => numbers().length > 0, 'the first save');
  const soft = /^Max open files\s+(\d+)/m.exec(readFileSync(`/proc/${running.pid}/limits`, 'utf8'))?.[1] ?? '';
  // Below every number in use: no file may be opened from here on.
  expect(readdirSync(`/proc/${running.pid}/fd`).length).toBeGreaterThan(3);
  limit('3');
  await until(() => lines.includes('not-saved too-many-files'), 'the refusal to show');
  const told = Math.max(...numbers());
  limit(soft);
  await until(() => Math.max(...numbers()) > told + 3, 'the next saves');
  running.kill('SIGKILL');
  await ended;
  const library = await aLibrary(folder);
  const found = await library.read('note', 'a');
  expect(found.state === 'ok' ? found.body.n : found).toBeGreaterThanOrEqual(Math.max(...numbers()));
});
