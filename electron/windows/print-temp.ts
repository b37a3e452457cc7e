import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * On Linux Chromium lays what goes to a printer in a temporary file, in the clear, and takes it away once the printer has all of it. A
 * process that ends before that leaves it: so it lies in a folder of our own, which nobody else on the computer can read.
 */
const folderIn = (userData: string): string => join(userData, 'printing');

/** What this process or an earlier one left of it goes. */
export const sweepPrintTemp = (userData: string): void => rmSync(folderIn(userData), { recursive: true, force: true });

/** From now on it lies there. Chromium asks for the folder anew with each job. */
export function keepPrintTemp(userData: string, env: NodeJS.ProcessEnv): void {
  const folder = folderIn(userData);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  env.TMPDIR = folder;
}
