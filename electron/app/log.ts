import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
// Not its main entry: that one hears every page through the global ipcMain.
import log from 'electron-log/node';
import type { Code, Facts } from '../state/log';

const isCode = /^[a-z0-9/.-]{1,40}$/;

/** Keeps the log in a file of this machine's own, which nobody but its owner may read. */
export function startLog(userData: string): void {
  const folder = join(userData, 'logs');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // It may be there already, as it was made before.
    chmodSync(folder, 0o700);
  } catch {
    // Without a log the day is led all the same.
  }
  log.transports.file.resolvePathFn = () => join(folder, 'holdfast.log');
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.console.level = false;
}

/** One line in the local log: a code and its counts. A value that is no code of ours is left out. */
export function logEvent(code: Code, facts: Facts = {}): void {
  const told = Object.entries(facts).filter(([, value]) => typeof value !== 'string' || isCode.test(value));
  log.info(code, ...told.map(([name, value]) => `${name}=${value}`));
}

/** A bug: its kind and where in our code it is. The message stays out, for it may quote what a person wrote. */
export function logBug(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.match(/[\w-]+\.(?:js|ts|cjs):\d+:\d+/g) ?? [];
  log.error(
    'bug',
    error instanceof Error ? error.name.replace(/\W/g, '') : typeof error,
    places.slice(0, 8).join(' < '),
  );
}
