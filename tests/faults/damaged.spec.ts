import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { consoleOf } from '../e2e/pages/console-page';
import { giveToUser } from '../rig/stage';
import { expect } from '../rig/test';
import { filesOf } from '../saved-documents';
import { evening, pair } from './leading';
import { test } from './rig';

// Every other kind of damage, and what else comes of it: core/damage.test.ts.
test('a retreat’s file cut short: its newest good copy opens, and the console says so', async ({
  launch,
  userData,
}) => {
  const app = await launch({ userData });
  const first = await consoleOf(app);
  await first.home.startRetreat({ program: 'One evening', name: evening, couples: pair });
  await expect(first.prepare.name).toHaveValue(evening);
  await first.saved();
  await first.prepare.name.fill('Lantern night');
  await first.prepare.name.press('Enter');
  await first.saved();
  await app.close();
  const file = filesOf(join(userData, 'library'), 'retreat')[0] ?? '';
  const good = readFileSync(file);
  rmSync(file);
  writeFileSync(file, good.subarray(0, good.length >> 1));
  giveToUser(file);

  const desk = await consoleOf(await launch({ userData }));
  await desk.home.retreats.getByRole('listitem').first().getByRole('button').first().click();
  await expect(desk.prepare.name).toHaveValue(evening);
  await expect(desk.banner).toContainText('A damaged file was set aside, and its last good copy was opened.');
  await expect(desk.prepare.couples).toContainText('Ada');
});
