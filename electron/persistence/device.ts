import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The id of this device: made by chance once, and no name of anybody or anything. Where it cannot be kept it holds for this run. */
export function deviceIn(userData: string): string {
  const file = join(userData, 'device-id');
  try {
    const kept = readFileSync(file, 'utf8').trim();
    if (/^[0-9a-f]{16}$/.test(kept)) return kept;
  } catch {
    // none yet
  }
  const made = randomBytes(8).toString('hex');
  try {
    writeFileSync(file, made, { mode: 0o600 });
  } catch {
    // the disk will not take it: the next start tries again
  }
  return made;
}
