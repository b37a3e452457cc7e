import type { Locator } from '@playwright/test';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { Leader } from './pages/leader';
import { RoomPage } from './pages/room-page';
import { Time } from './pages/time';

const top = async (part: Locator): Promise<number> => (await part.boundingBox())?.y ?? Number.NaN;

test('a day of many items: the one that follows is seen, and Start moves no step', async ({ launch, displays }) => {
  displays.reset('1280x800');
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, prepare, run } = desk;
  await home.startRetreat({ program: 'One whole day', name: 'Lantern', couples: 'Ada & Bo' });
  await prepare.run.click();
  const leader = new Leader(desk, new RoomPage(await app.room()), new Time(app));

  await leader.goTo('Safe disclosure');
  await expect(run.item('Safe disclosure')).toBeInViewport({ ratio: 1 });
  await expect(run.item('Floor and echo')).toBeInViewport({ ratio: 1 });

  const before = await top(run.step(1));
  await leader.start();
  expect(await top(run.step(1))).toBe(before);

  for (let step = 2; step <= 9; step += 1) await leader.goOn(step);
  await expect(run.step(10)).toBeInViewport({ ratio: 1 });
});
