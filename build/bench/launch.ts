import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, type LaunchOptions, launchApp } from '../../tests/rig/app';
import type { Staged } from '../../tests/rig/stage';
import { projectFolder } from '../flavours.mjs';
import type { Hall } from './hall';

/** Starts an app that knows nothing of being watched, and has it wait until Playwright has come. */
export function launchWatched(staged: Staged, { displays }: Hall, options: LaunchOptions = {}): Promise<App> {
  const first = join(staged.folder, 'wait.cjs');
  copyFileSync(join(projectFolder, 'build/bench/floor/wait.cjs'), first);
  chmodSync(first, 0o644);
  return launchApp(staged, displays, { ...options, first: ['-r', first] });
}
