import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type ConsolePage, consoleOf } from '../../../tests/e2e/pages/console-page';
import type { App } from '../../../tests/rig/app';
import { makeUserFolder, type Staged } from '../../../tests/rig/stage';
import { Mouse } from '../../../tests/rig/x/mouse';
import { monotonicMs } from '../../../tests/rig/x/wire';
import type { Hall } from '../hall';
import { launchWatched } from '../launch';
import { startWindows } from '../lead';
import { familyName, libraryIn, plantLibrary } from '../library';
import { frameMs } from '../numbers';
import { placeOf } from '../place';
import { limitRow, type Row, ratioRow } from '../row';
import { floor } from '../subject';
import { BareField, typed } from '../typing';
import { pressed } from './next-to-paint';

const betweenMs = 150;
const restMs = 700;
const quietMs = 400;

interface Opened {
  readonly app: App;
  readonly desk: ConsolePage;
}

const allCouples = (page: Page) => page.getByRole('list', { name: 'All couples' });
const names = (page: Page) => allCouples(page).getByRole('button');

/** Holdfast at the list of all its couples, so many of them, with so many entries to each record. */
async function atAllCouples(staged: Staged, hall: Hall, size: Parameters<typeof plantLibrary>[1]): Promise<Opened> {
  const userData = makeUserFolder();
  plantLibrary(libraryIn(userData), size);
  const app = await launchWatched(staged, hall, { userData });
  const desk = await consoleOf(app);
  await desk.page.keyboard.press('Control+5');
  await desk.page.getByRole('tab', { name: 'All couples' }).click();
  await names(desk.page).first().waitFor();
  return { app, desk };
}

/** From a letter typed to the list that it leaves, among ten thousand couples; against a letter in a bare field. */
export async function findCouple(staged: Staged, ground: Staged, halls: [Hall, Hall], times: number): Promise<Row[]> {
  const [hall, bare] = halls;
  const couples = 10_000;
  const { app, desk } = await atAllCouples(staged, hall, { retreats: 200, couples, entries: 20 });
  const field = await BareField.start(ground, bare);
  const ours: number[] = [];
  const theirs: number[] = [];
  try {
    const search = desk.page.getByRole('searchbox', { name: 'Find a couple by name, in every retreat' });
    await search.focus();
    const region = await placeOf(app, 'console:', () => desk.page.getByRole('tabpanel'));
    const box = await placeOf(app, 'console:', () => search);
    const below = { ...region, y: box.y + box.height + 4, height: region.y + region.height - box.y - box.height - 4 };
    for (let n = 0; ours.length < times; n += 1) {
      for (const key of familyName((n * 7919) % couples)) {
        ours.push(await typed(hall, key, below));
        await wait(betweenMs);
        theirs.push(await field.typed(key));
        await wait(betweenMs);
      }
      hall.keyboard.press('Control+a');
      await typed(hall, 'Backspace', below);
      await wait(betweenMs);
    }
  } finally {
    await app.kill9();
    await field.stop();
  }
  const measured = { unit: 'ms', ours, floor: theirs, floorIs: 'a letter in a field of a bare page' } as const;
  return [
    limitRow({ ...measured, figure: 'a name found among 10,000 couples, a letter' }, 0.95, {
      ms: 3 * frameMs,
      says: '3 frames',
    }),
  ];
}

/**
 * From the click on a couple's name to the finished picture of its page, with 200 entries to read from the disk, each time of another
 * couple; against a key on its way from one bare window to another.
 */
export async function openRecord(staged: Staged, ground: Staged, halls: [Hall, Hall], times: number): Promise<Row[]> {
  const [hall, bare] = halls;
  const { app, desk } = await atAllCouples(staged, hall, { retreats: 1, couples: times, entries: 200 });
  const trip = await startWindows(floor(ground, 'trip'), bare);
  const mouse = await Mouse.open(hall.displays.name);
  const ours: number[] = [];
  const theirs: number[] = [];
  try {
    const page = await placeOf(app, 'console:', () => desk.page.getByRole('tabpanel'));
    for (let n = 0; n < times; n += 1) {
      await names(desk.page).nth(n).scrollIntoViewIfNeeded();
      const name = await placeOf(app, 'console:', () => names(desk.page).nth(n));
      await wait(restMs);
      let at = 0;
      const last = await hall.eye.standsStill(page, quietMs, () => {
        void mouse.click({ x: name.x + 40, y: name.y + name.height / 2 }).then(() => {
          at = monotonicMs();
        });
      });
      ours.push(last - at);
      await wait(restMs);
      theirs.push(await pressed(bare));
      await desk.page.getByRole('tab', { selected: true }).press('Delete');
      await names(desk.page).first().waitFor();
    }
  } finally {
    mouse.close();
    await app.kill9();
    await trip.stop('at once');
  }
  const floorIs = 'a key through a bare main process into a bare page';
  return [ratioRow({ figure: 'a record of 200 entries opened', unit: 'ms', ours, floor: theirs, floorIs }, 6)];
}
