import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';

/** Stands in every name and every note, and nowhere else. */
const mark = 'Zqx9';
const pictures = fileURLToPath(new URL('../../test-output/screens', import.meta.url));

/** Where the mark can be read, seen or heard on a page: as text, in an attribute, or in a field that does not show dots. */
function readable(page: Page): Promise<string[]> {
  return page.evaluate((sought) => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      const own = [...element.childNodes].filter((node) => node instanceof Text).map((node) => node.data);
      // A field's words are its value; what React also keeps of them as text or attribute is not drawn.
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        const dots = getComputedStyle(element).getPropertyValue('-webkit-text-security') === 'disc';
        if (element.value.includes(sought) && !dots) found.push(`field ${element.ariaLabel}`);
      } else if (own.some((text) => text.includes(sought))) found.push(`text ${element.tagName}`);
      for (const { name, value } of element.attributes)
        if (name !== 'value' && value.includes(sought)) found.push(`${name} of ${element.tagName}`);
    }
    return found;
  }, mark);
}

test('discreet mode: one key, and no name or note can be read on any screen', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run, couples } = desk;
  const { keyboard } = page;
  await home.startRetreat({
    program: 'One evening',
    name: 'Lantern evening',
    couples: `${mark}ada & ${mark}bo\n${mark}cleo & ${mark}dara`,
  });
  await expect(prepare.name).toHaveValue('Lantern evening');
  expect(await readable(page)).not.toEqual([]);
  await desk.goTo('Run');
  await run.note(`${mark}ada & ${mark}bo`).fill(`${mark} asked for a quiet corner`);
  await expect(run.couple(`${mark}ada & ${mark}bo`)).toContainText('Saved');

  await test.step('while a note is typed, with the key that works everywhere', async () => {
    await keyboard.press('Control+d');
    await expect(run.note('Seat 1')).toBeFocused();
    expect(await readable(page)).toEqual([]);
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, 'console 1280x800 - run, discreet.png') });
    await keyboard.press('Escape');
  });

  await test.step('a message that names someone warns without the name', async () => {
    await run.message.getByRole('textbox').fill(`${mark}bo, please`);
    await expect(run.message).toContainText('It contains a name from the roster. The room would read it.');
    await run.message.getByRole('textbox').fill('');
    await expect.poll(() => readable(page)).toEqual([]);
  });

  await test.step('the palette, Prepare, its question, Home and Settings', async () => {
    await keyboard.press('Escape');
    await keyboard.press('Control+k');
    await desk.palette.fill('Seat');
    await expect(
      page
        .getByRole('option', { name: /Seat 2/ })
        .or(page.getByRole('button', { name: /Seat 2/ }))
        .first(),
    ).toBeVisible();
    expect(await readable(page)).toEqual([]);
    await keyboard.press('Escape');
    await desk.goTo('Prepare');
    await prepare.couples.getByRole('button', { name: /Seat 1/ }).click();
    await expect(page.getByRole('dialog')).toContainText('Seat 1');
    expect(await readable(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await desk.goTo('Couples');
    await expect(couples.box('Seat 2', 'A, Record')).toBeVisible();
    expect(await readable(page)).toEqual([]);
    await couples.part('Today').click();
    await expect(couples.row('Seat 2')).toBeVisible();
    expect(await readable(page)).toEqual([]);
    for (const screen of ['Home', 'Settings'] as const) {
      await desk.goTo(screen);
      expect(await readable(page)).toEqual([]);
    }
  });

  await test.step('a name can be mended unread, and the key shows everything again', async () => {
    await desk.goTo('Prepare');
    const field = page.getByRole('textbox', { name: 'Name of A at seat 1' });
    await field.fill(`${mark}adam`);
    await field.press('Enter');
    await page.getByRole('main').click({ position: { x: 4, y: 4 } });
    await keyboard.press('p');
    await desk.goTo('Run');
    await expect(run.couple(`${mark}adam & ${mark}bo`)).toBeVisible();
    await expect(run.note(`${mark}adam & ${mark}bo`)).toHaveValue(`${mark} asked for a quiet corner`);
  });
});
