import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepPrintTemp, sweepPrintTemp } from '../../electron/windows/print-temp';
import { aFolder } from './library-kit';

it('is laid where nobody else can read it, and what a process that died left there is gone with the next start', async () => {
  const userData = await aFolder();
  mkdirSync(join(userData, 'library'));
  sweepPrintTemp(userData);
  const env: NodeJS.ProcessEnv = { TMPDIR: '/tmp' };
  keepPrintTemp(userData, env);
  const folder = env.TMPDIR ?? '';
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  writeFileSync(join(folder, '.org.chromium.Chromium.5wSXrk'), 'words');
  sweepPrintTemp(userData);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(userData)).toEqual(['library']);
});
