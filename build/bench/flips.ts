import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import { decodeDocument } from '../../electron/library/codec/document';
import { only, pathsOf } from '../../electron/library/store/layout';
import { documentKinds, liveDocumentSchema } from '../../shared/session/documents/documents';
import type { App } from '../../tests/rig/app';
import { type Hall, wall } from './hall';
import { project } from './lead';
import { libraryIn } from './library';

const quietMs = 700;
const settleMs = 3000;

/** Puts an exercise up and lets a turn of it run. */
export async function letRun(hall: Hall): Promise<void> {
  const { eye, keyboard } = hall;
  await eye.standsStill(wall, quietMs, () => void project(hall, 'floor and echo'));
  keyboard.press('2');
  await wait(settleMs);
  keyboard.press('PageDown');
  await wait(settleMs);
}

/** The room's preview shows figures of its own: the console's are the ones that are not in it. */
export const figures = (page: Page): Locator => page.locator('[role="timer"]:not([inert] *)').first();

/** When the step on stage was started, on the clock that every process of this machine shares. */
export const beganAt = async (app: App): Promise<number> => startedAt(app.userData) + (await liveToMonotonic(app));

/** How long after the true moment the flip nearest to it was seen; a flip that never came counts a whole second. */
export const nearest = (seen: readonly number[], at: number): number =>
  seen.reduce((found, one) => (Math.abs(one - at) < Math.abs(found) ? one - at : found), 1000);

/** On the app's live clock, as the app itself has written it down. */
function startedAt(userData: string): number {
  const file = pathsOf(libraryIn(userData), documentKinds.live, only).file;
  const { held } = decodeDocument(documentKinds.live, readFileSync(file));
  const { playing } = liveDocumentSchema.parse(held?.body).live.stage;
  const at = playing?.runs[playing.index]?.run.startedAt;
  if (typeof at !== 'number') throw new Error('No step is running.');
  return at;
}

/** What to add to the app's live clock to get the shared one. */
async function liveToMonotonic({ electron }: App): Promise<number> {
  return electron.evaluate(() => Number(process.hrtime.bigint()) / 1e6 - performance.now());
}
