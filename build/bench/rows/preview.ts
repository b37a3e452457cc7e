import { setTimeout as wait } from 'node:timers/promises';
import type { Staged } from '../../../tests/rig/stage';
import { Mouse } from '../../../tests/rig/x/mouse';
import { monotonicMs } from '../../../tests/rig/x/wire';
import type { Hall } from '../hall';
import { startWindows } from '../lead';
import { placeOf } from '../place';
import { type Row, ratioRow } from '../row';
import { floor } from '../subject';
import { couples, TakeHome } from '../take-home';
import { pressed } from './next-to-paint';

const restMs = 700;
const quietMs = 400;

/**
 * From the click on a copy of one couple after the other to the finished picture of its pages; against a key on its way from one bare
 * window to another.
 */
export async function preview(staged: Staged, ground: Staged, halls: [Hall, Hall], times: number): Promise<Row[]> {
  const [hall, bare] = halls;
  const { app, desk } = await TakeHome.open(staged, hall);
  const trip = await startWindows(floor(ground, 'trip'), bare);
  const mouse = await Mouse.open(hall.displays.name);
  const looks = desk.page.getByRole('button', { name: /, Both: look at it$/ });
  const ours: number[] = [];
  const theirs: number[] = [];
  try {
    const pages = await placeOf(app, 'console:', () => desk.page.getByRole('region', { name: 'What it will be' }));
    for (let n = 0; n < times; n += 1) {
      const look = looks.nth(n % couples);
      await look.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await placeOf(app, 'console:', () => look);
      await wait(restMs);
      let at = 0;
      const last = await hall.eye.standsStill(pages, quietMs, () => {
        void mouse.click({ x: x + width / 2, y: y + height / 2 }).then(() => {
          at = monotonicMs();
        });
      });
      ours.push(last - at);
      await wait(restMs);
      theirs.push(await pressed(bare));
    }
  } finally {
    mouse.close();
    await app.kill9();
    await trip.stop('at once');
  }
  const floorIs = 'a key through a bare main process into a bare page';
  return [ratioRow({ figure: 'a preview of what a couple takes home', unit: 'ms', ours, floor: theirs, floorIs }, 6)];
}
