import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { decodeDocument } from '../../electron/library/codec/document';
import type { CoupleRecord } from '../../shared/couple/record';
import { documentKinds } from '../../shared/session/documents/documents';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { filesOf } from '../saved-documents';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { sizeConsole } from './pages/window-facts';

/** A whole room of them is typed by the tests of the form. */
const seats = 4;
const couples = Array.from({ length: seats }, (_, n) => `Ada ${n + 1} & Bo ${n + 1}`).join('\n');

/** The records on the disk, in no order. */
function savedRecords({ userData }: App): CoupleRecord[] {
  return filesOf(join(userData, 'library'), 'record').map((file) => {
    const decoded = decodeDocument(documentKinds.record, readFileSync(file));
    if (!decoded.ok) throw new Error(decoded.code);
    return documentKinds.record.shape.parse(decoded.held.body);
  });
}

const textsOf = (record: CoupleRecord): string[] =>
  record.answers.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])).sort();

const formOf = (page: Page): Locator => page.getByRole('region', { name: 'Form', exact: true });
const answer = (page: Page, side: 'A' | 'B'): Locator =>
  formOf(page)
    .getByRole('region', { name: new RegExp(`\\(${side}\\)$`) })
    .getByRole('textbox', { name: /^Anything about seat/ });

/** A day with these couples, its first item on stage. */
async function beginEvening({ home, prepare, run }: ConsolePage, names: string): Promise<void> {
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: names });
  await prepare.run.click();
  await run.lead('Next').click();
  await expect(run.notes).toContainText('Welcome');
}

test('sheets and the consents on them are typed by the keyboard alone at 1024x768 while a timer runs', async ({
  launch,
  displays,
}) => {
  displays.reset('1920x1080');
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, run } = desk;
  const { keyboard } = page;
  await sizeConsole(app, page, { width: 1024, height: 768 });
  await beginEvening(desk, couples);
  await run.lead('Start').click();
  const places = async () =>
    Promise.all([run.room, run.timer, run.lead('Next'), run.control('Hold')].map((part) => part.boundingBox()));
  const before = await places();
  await page.keyboard.press('g');
  await expect(page.getByRole('textbox', { name: 'Seat', exact: true })).toBeFocused();
  await keyboard.type('1');
  await keyboard.press('Enter');
  for (let seat = 1; seat <= seats; seat += 1) {
    for (const side of ['A', 'B'] as const) {
      // Consent first: until it is noted there is no field to type into.
      await expect(
        formOf(page)
          .getByRole('checkbox', { name: /Writing down/ })
          .nth(side === 'A' ? 0 : 1),
      ).toBeFocused();
      await keyboard.press('Space');
      await expect(answer(page, side)).toBeVisible();
      await keyboard.press('Enter');
      await keyboard.press('Tab');
      await expect(answer(page, side)).toBeFocused();
      await keyboard.type(`Needs of ${side}, seat ${seat}.`);
      if (seat === 3 && side === 'B') {
        // The clicker's forward reaches the room from here, and digits and full stops did not.
        const step = await run.preview.facts();
        await keyboard.press('PageDown');
        await expect.poll(() => run.preview.facts()).not.toEqual(step);
        await expect(answer(page, side)).toBeFocused();
      }
      await keyboard.press('Enter');
    }
  }
  expect(await places()).toEqual(before);
  // After the last seat the keyboard stands where another seat can be typed.
  await expect(page.getByRole('textbox', { name: 'Seat', exact: true })).toBeFocused();
  await keyboard.press('Escape');
  await expect(formOf(page)).toHaveCount(0);
  await desk.saved();
  const records = savedRecords(app);
  expect(records.flatMap(textsOf).sort()).toEqual(
    Array.from({ length: seats }, (_, n) => [`Needs of A, seat ${n + 1}.`, `Needs of B, seat ${n + 1}.`])
      .flat()
      .sort(),
  );
  for (const record of records) {
    const of = textsOf(record).map((text) => /seat \d+/.exec(text)?.[0]);
    expect(new Set(of).size).toBe(1);
  }
});

test('before a partner’s yes there is no field, a reload and a kill keep what was typed', async ({
  launch,
  displays,
  userData,
}) => {
  displays.reset('1920x1080');
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  const { page } = desk;
  const { keyboard } = page;
  await sizeConsole(app, page, { width: 1280, height: 800 });
  await beginEvening(desk, 'Ada & Bo\nCleo & Dara');
  const open = async (on: Page): Promise<void> => {
    await on.keyboard.press('g');
    await expect(on.getByRole('textbox', { name: 'Seat', exact: true })).toBeFocused();
    await on.keyboard.type('1');
    await on.keyboard.press('Enter');
  };
  await open(page);

  await test.step('a kind sentence stands where one would have typed, and one action changes it', async () => {
    await expect(answer(page, 'A')).toHaveCount(0);
    await expect(formOf(page)).toContainText('Ada has not yet said yes to this being written down.');
    const yes = formOf(page).getByRole('button', { name: 'Ada says yes now' });
    await yes.focus();
    await keyboard.press('Enter');
    await expect(answer(page, 'A')).toBeFocused();
    await expect(answer(page, 'B')).toHaveCount(0);
    await keyboard.type('A chair by the window');
  });

  await test.step('nobody is kept out by how it is drawn', async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  await test.step('the page is loaded anew', async () => {
    await page.reload();
    await expect(page.getByRole('main', { name: 'Run' })).toBeVisible();
    await open(page);
    // Past the consents, one of which stands: what is typed on arriving changes none of them.
    await expect(answer(page, 'A')).toBeFocused();
    await expect(answer(page, 'A')).toHaveValue('A chair by the window');
    await keyboard.press('End');
    await keyboard.type(', please');
    await desk.saved();
  });

  await test.step('the app is killed', async () => {
    await app.kill9();
    const again = await launch({ userData });
    const later = await consoleOf(again);
    await later.home.retreat('Lantern evening').getByRole('button').first().click();
    await later.goTo('Run');
    await open(later.page);
    await expect(answer(later.page, 'A')).toHaveValue('A chair by the window, please');
  });
});
