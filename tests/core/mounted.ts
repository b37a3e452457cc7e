import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Mounts something, and takes it down again: with the test at the latest. */
export function mounted(...mount: readonly string[]): () => void {
  if (process.getuid?.() !== 0) throw new Error('Only root may mount: run the tests as root, as in a container.');
  execFileSync('mount', mount);
  let up = true;
  const down = (): void => {
    if (up) execFileSync('umount', ['--lazy', mount.at(-1) ?? '']);
    up = false;
  };
  onTestFinished(down);
  return down;
}
