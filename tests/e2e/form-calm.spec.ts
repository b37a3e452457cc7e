import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../rig/test';
import { bytesNow } from '../saved-documents';
import { couplesBySeat, evening, openForm } from './pages/form-page';
import { savedRecords } from './pages/saved';

/** Everything that the app has written anywhere under its folder, as text: documents, logs, and what Chromium keeps. */
const allWritten = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => bytesNow(join(entry.parentPath, entry.name)).toString('utf8'))
    .join('\n');

test('“View from the balcony” opens only where both are calm, keeps no number, and skipping marks it', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const here = await evening(app, 'Ada & Bo\nCleo & Dara', ['record', 'measures']);
  const { desk, form, room } = here;
  const { page } = desk;
  const { keyboard } = page;
  await desk.find('View from the balcony');
  await expect(desk.run.lead('Start')).toBeVisible();
  await openForm(here, 1);
  const gate = form.part('First, how stirred up are you now?');
  const points = (name: string, n: number): Locator =>
    gate
      .getByRole('group', { name: `How stirred up ${name} is now` })
      .getByRole('radio', { name: String(n), exact: true });
  const goOn = gate.getByRole('button', { name: 'Open the form' });
  await expect(gate).toBeVisible();
  const onDisk = async (): Promise<string> => {
    await desk.saved();
    return JSON.stringify([...savedRecords(app).values()].map(({ answers, marks }) => ({ answers, marks })));
  };
  const before = await onDisk();
  const logged = allWritten(join(app.userData, 'logs'));

  await test.step('ten is no one, and five is too much', async () => {
    await keyboard.type('4');
    await expect(points('Ada', 4)).toBeChecked();
    await keyboard.press('Tab');
    await keyboard.type('10');
    await expect(points('Bo', 10)).toBeChecked();
    await expect(gate.getByRole('status')).toContainText('Not now, then.');
    await expect(goOn).toHaveCount(0);
    await keyboard.type('5');
    await expect(points('Bo', 5)).toBeChecked();
    await expect(goOn).toHaveCount(0);
    await expect(form.root.getByRole('textbox', { name: /^My part/ })).toHaveCount(0);
  });

  await test.step('nothing of it was kept, nor sent anywhere', async () => {
    expect(await onDisk()).toBe(before);
    await expect(form.kept).toHaveCount(0);
  });

  await test.step('at four it opens, and the keyboard is in the first field', async () => {
    await keyboard.type('4');
    await expect(points('Bo', 4)).toBeChecked();
    await keyboard.press('Enter');
    await expect(goOn).toBeFocused();
    await keyboard.press('Enter');
    await expect(gate).toHaveCount(0);
    await expect(form.part('Ada (A)').getByRole('textbox', { name: /^My part/ })).toBeFocused();
    await keyboard.type('n');
    await expect(room.cover).toHaveCount(0);
    await keyboard.press('Backspace');
    await expect.poll(onDisk).toBe(before);
  });

  await test.step('skipping is one action, marks it, and goes on to the next seat', async () => {
    await keyboard.press('Alt+ArrowDown');
    await expect(form.seat).toHaveValue('2');
    await gate.getByRole('button', { name: 'Skip it this time' }).press('Enter');
    await expect
      .poll(() => [...savedRecords(app).values()].flatMap(({ marks }) => marks.map(({ mark }) => mark)))
      .toEqual(['skipped']);
    const cleo = couplesBySeat(app)[1]?.id ?? '';
    expect(savedRecords(app).get(cleo)?.marks).toMatchObject([{ exercise: 'view-from-the-balcony', mark: 'skipped' }]);
    await expect(form.mark('Skipped')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('no document holds a number, and no log a line of all this', async () => {
    await desk.saved();
    expect(allWritten(join(app.userData, 'library'))).not.toMatch(/"points"|"scale"/);
    expect(allWritten(join(app.userData, 'logs'))).toBe(logged);
  });
});
