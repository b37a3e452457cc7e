import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { linesOnWall } from './pages/screen-facts';

const pictures = fileURLToPath(new URL('../../test-output/screens', import.meta.url));
const hidden = 'It contains a name from the roster. The room would read it.';
const warnsOf = (name: string) => `It contains a name from the roster: ${name}. The room would read it.`;

type Line = readonly [name: string, number: string, note: string];

async function addLine(page: Page, [name, number, note]: Line): Promise<void> {
  const form = page.getByRole('form', { name: 'Add a line' });
  for (const [label, text] of [
    ['Name', name],
    ['Number', number],
    ['When to call', note],
  ] as const) {
    await form.getByLabel(label).fill(text);
  }
}

test('S22: a help card that would not fit is flagged while it is typed, and loses no line on the wall', async ({
  launch,
  displays,
}) => {
  mkdirSync(pictures, { recursive: true });
  displays.plug('DUMMY1', '1024x768', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, run } = desk;
  await desk.home.demo.click();
  await run.room.getByRole('button', { name: 'Open the room' }).click();
  const room = new RoomPage(await app.room());
  await desk.goTo('Settings');
  const help = page.getByRole('region', { name: 'Help card' });
  const tight = help.getByText('A wall of 1024 × 768 has no room for all of this');
  const more = [
    [
      'The night nurse of this house',
      '0171 555 0142 ext 77',
      'Also when it is only that you cannot sleep tonight, any hour',
    ],
    [
      'The women’s shelter in the town',
      '0171 555 0143 ext 88',
      'A bed and someone to talk to, also for one night, at any hour',
    ],
    [
      'Someone to talk to, not from here',
      '0171 555 0144 ext 99',
      'For whoever would rather not ask any of us in this house now',
    ],
  ] as const;
  const [first, second, third] = more;
  for (const line of [first, second]) {
    await addLine(page, line);
    await expect(tight).toHaveCount(0);
    await help.getByRole('button', { name: 'Add it' }).click();
  }
  await addLine(page, third);
  await expect(tight).toBeVisible();
  // As typed: nothing has been kept or shown, and what is taken back is all right again.
  await addLine(page, ['', '', '']);
  await expect(tight).toHaveCount(0);
  await addLine(page, third);
  await help.getByRole('button', { name: 'Add it' }).click();
  await expect(help.getByText('The card holds 6 lines.')).toBeVisible();
  await expect(help.getByRole('form', { name: 'Add a line' })).toHaveCount(0);
  await expect(tight).toBeVisible();
  await tight.scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(pictures, 'console 1280x800 - help card, too much.png') });

  await desk.goTo('Run');
  await run.control('Help card').click();
  await expect(room.cover).toHaveAttribute('data-cover', 'help');
  await expect(run.room.getByText('Does not fit')).toBeVisible();
  const lines = await linesOnWall(room.page);
  for (const [name, number] of more) {
    for (const text of [name.slice(0, 32).trim(), number]) {
      const seen = lines.filter((line) => line.text === text);
      expect(seen.length, text).toBeGreaterThan(0);
      for (const { bottom, fontSize } of seen) {
        expect(bottom, text).toBeLessThanOrEqual(768 * 0.94);
        expect(fontSize, text).toBeGreaterThanOrEqual(768 / 20);
      }
    }
  }
});

test('words for the room that name someone say so wherever they are written', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  const dialog = page.getByRole('dialog');
  const warns = (place: Locator, name = 'Cleo') => expect(place.getByText(warnsOf(name))).toBeVisible();

  await test.step('the name of a retreat, while it and its couples are typed', async () => {
    await home.start.click();
    await home.name.fill('An evening for Cleo');
    await expect(home.form.getByText(warnsOf('Cleo'))).toHaveCount(0);
    await home.couples.fill('Ada & Bo\nCleo & Dara');
    await warns(home.form);
    await home.submit.click();
  });

  await test.step('the name of a retreat, as it stands and as it is changed', async () => {
    const main = page.getByRole('main');
    await warns(main);
    await prepare.name.fill('Lantern evening');
    await expect(main.getByText(warnsOf('Cleo'))).toHaveCount(0);
    await prepare.name.press('Enter');
  });

  await test.step('an item of the day, while it is typed and once it stands', async () => {
    await prepare.add.click();
    await dialog.getByText('Break', { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Tea with Dara');
    await warns(dialog, 'Dara');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await warns(prepare.agenda, 'Dara');
  });

  await test.step('a couple who come later', async () => {
    await prepare.couples.getByRole('textbox', { name: 'Add couples' }).fill('Lantern & Emre');
    await prepare.addCouples.click();
    await warns(page.getByRole('main'), 'Lantern');
  });

  await test.step('the help card', async () => {
    await desk.goTo('Settings');
    const help = page.getByRole('region', { name: 'Help card' });
    await help.getByRole('textbox', { name: 'When to call line 1' }).fill('Ask for Cleo');
    await warns(help);
    await help.getByRole('textbox', { name: 'When to call line 1' }).press('Escape');
    await expect(help.getByText(warnsOf('Cleo'))).toHaveCount(0);
  });

  await test.step('a timer of its own', async () => {
    await desk.goTo('Home');
    await home.drill.click();
    await home.picker.getByRole('textbox', { name: 'Words on the wall' }).fill('Bo reads');
    await warns(home.picker, 'Bo');
    await page.keyboard.press('Escape');
  });

  await test.step('with names hidden none is written', async () => {
    await desk.goTo('Prepare');
    await page.keyboard.press('Control+d');
    await expect(page.getByText(hidden)).toHaveCount(2);
    await expect(page.getByText(/from the roster: /)).toHaveCount(0);
    await page.keyboard.press('Control+d');
    await expect(page.getByText(hidden)).toHaveCount(0);
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, 'console 1280x800 - prepare, names.png') });
  });

  await test.step('a message', async () => {
    await desk.goTo('Run');
    await run.message.getByRole('textbox').fill('Dara, please');
    await warns(run.message, 'Dara');
  });
});

test('S22: a line that is removed right after another was kept takes nothing with it', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1024x768', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  await desk.home.demo.click();
  await desk.run.room.getByRole('button', { name: 'Open the room' }).click();
  const room = new RoomPage(await app.room());
  await desk.run.control('Help card').click();
  await expect(room.cover).toHaveAttribute('data-cover', 'help');
  await desk.goTo('Settings');
  const help = desk.page.getByRole('region', { name: 'Help card' });
  const first = help.getByRole('textbox', { name: 'When to call line 1' });
  const remove = help.getByRole('button', { name: 'Remove The night nurse' });
  // Before the main process has answered, and after: while the card is on the wall this window draws a change two frames later.
  for (let ms = 0; ms <= 48; ms += 4) {
    await addLine(desk.page, ['The night nurse', '0171 555 0142', '']);
    await help.getByRole('button', { name: 'Add it' }).click();
    const soon = await remove.elementHandle();
    const words = `Any hour but ${ms}`;
    await first.fill(words);
    await first.evaluate(
      async (field, [button, wait]) => {
        if (!(field instanceof HTMLElement) || !(button instanceof HTMLElement)) throw new Error('no line to keep');
        field.blur();
        await new Promise((done) => setTimeout(done, wait));
        button.click();
      },
      [soon, ms] as const,
    );
    await expect(remove).toHaveCount(0);
    await expect(room.cover.getByText(words, { exact: true }), `${ms} ms apart`).toHaveCount(1);
    await expect(first).toHaveValue(words);
  }
});
