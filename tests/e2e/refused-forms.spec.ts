import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { covered } from './pages/screen-facts';
import { maximizeConsole } from './pages/window-facts';

interface Refused {
  readonly form: Locator;
  /** The first field that is wrong. */
  readonly field: Locator;
  readonly reason: string;
  readonly submit: Locator;
}

/** Scrolls what can be scrolled as far down as it goes. */
const scrollDown = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) element.scrollTop = element.scrollHeight;
  });

/** Sends a form with something wrong in it, twice: the second time from somewhere else in it. */
async function refuses(page: Page, { form, field, reason, submit }: Refused): Promise<void> {
  const said = form.getByText(reason).first();
  for (const time of ['once', 'again']) {
    await scrollDown(page);
    await submit.press('Enter');
    await expect(field, time).toBeFocused();
    // With the buttons that stand in it.
    const whole = field.locator('..');
    expect(await covered({ whole, reason: said, submit }), time).toEqual([]);
  }
}

test('a form that is refused leads to the first field that is wrong, and says why', async ({ launch, displays }) => {
  displays.reset('1024x768');
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  await maximizeConsole(app, page);

  await test.step('a timer with no exercise behind it', async () => {
    await home.drill.click();
    const submit = home.picker.getByRole('button', { name: 'Put it on the wall' });
    const minutes = home.picker.getByRole('textbox', { name: 'Minutes' });
    await minutes.fill('');
    await refuses(page, { form: home.picker, field: minutes, reason: 'Between 1 and 600 minutes.', submit });
    await home.picker.getByRole('radio', { name: 'Until a clock time' }).check();
    const until = home.picker.getByRole('textbox', { name: 'Until', exact: true });
    await refuses(page, { form: home.picker, field: until, reason: 'Write a time of day', submit });
    await page.keyboard.press('Escape');
  });

  await test.step('a retreat', async () => {
    await home.start.click();
    await home.date.fill('soon');
    await refuses(page, { form: home.form, field: home.name, reason: 'Give it a name', submit: home.submit });
    await home.name.fill('Lantern evening');
    await refuses(page, {
      form: home.form,
      field: home.date,
      reason: 'Write it as year-month-day',
      submit: home.submit,
    });
    await home.date.fill('2027-03-01');
    const pairs = Array.from({ length: 30 }, (_, n) => `Ada ${n} & Bo ${n}`);
    await home.couples.fill([...pairs, `${'Maximiliana '.repeat(6)} & Bo`].join('\n'));
    await refuses(page, { form: home.form, field: home.couples, reason: 'at most 60 characters', submit: home.submit });
    await home.couples.fill('Ada & Bo');
    await home.submit.click();
    await expect(prepare.run).toBeVisible();
  });

  await test.step('an item of the day', async () => {
    await prepare.add.click();
    const form = page.getByRole('dialog', { name: 'Add to the day' });
    const submit = form.getByRole('button', { name: 'Add it' });
    const search = form.getByRole('searchbox', { name: 'Exercise' });
    await refuses(page, { form, field: search, reason: 'Choose what to add.', submit });
    await page.keyboard.press('Escape');
  });

  await test.step('couples that come later', async () => {
    await prepare.moreCouples.fill(`${'Maximiliana '.repeat(6)} & Bo`);
    const form = prepare.couples;
    await refuses(page, {
      form,
      field: prepare.moreCouples,
      reason: 'at most 60 characters',
      submit: prepare.addCouples,
    });
    await prepare.moreCouples.fill('');
  });

  await test.step('a crisis line', async () => {
    await desk.goTo('Settings');
    const form = page.getByRole('form', { name: 'Add a line' });
    const submit = form.getByRole('button');
    const name = form.getByRole('textbox', { name: 'Name' });
    await refuses(page, { form, field: name, reason: 'Give it a name and a number.', submit });
  });

  await test.step('a timer, from Run', async () => {
    await desk.goTo('Prepare');
    await prepare.run.click();
    await desk.find('Put something else up');
    const other = run.dialog('Put something else up');
    const minutes = other.getByRole('textbox', { name: 'Minutes' });
    await minutes.fill('');
    const put = other.getByRole('button', { name: 'Put it up' });
    await refuses(page, { form: other, field: minutes, reason: 'Between 1 and 600 minutes.', submit: put });
    await other.getByRole('combobox', { name: 'Kind of timer' }).click();
    await page.getByRole('option', { name: 'Timeout' }).click();
    await minutes.fill('10');
    await refuses(page, { form: other, field: minutes, reason: 'A timeout lasts 20 minutes or more.', submit: put });
  });
});
