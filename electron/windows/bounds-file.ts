import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';

const whole = z.number().int().min(-100_000).max(100_000);
export const boundsSchema = z.strictObject({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) });

const pathOf = (name: string): string => join(app.getPath('userData'), name);

/** Where a window was left, or null where nothing good is known of it. */
export function readBounds<T>(name: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(pathOf(name), 'utf8')));
  } catch {
    return null;
  }
}

/** Notes where a window is. A place on the desktop is no document: losing it costs a drag of the mouse. */
export async function writeBounds(name: string, bounds: object): Promise<void> {
  const temp = pathOf(`${name}.tmp`);
  await writeFile(temp, JSON.stringify(bounds), { mode: 0o600 })
    .then(() => rename(temp, pathOf(name)))
    .catch(() => undefined);
}
