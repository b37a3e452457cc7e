import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { savedRetreat } from './pages/saved';
import { Time } from './pages/time';

test('dates and times are written as the settings say, and typed the same way', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  const name = `Lantern evening ${'of a long and generous winter '.repeat(3)}`.slice(0, 70);
  const day = () => savedRetreat(app).days[0];
  const begins = page.getByRole('textbox', { name: 'Begins at' });
  const date = page.getByRole('textbox', { name: 'Date', exact: true });

  await test.step('the form', async () => {
    await home.start.click();
    await expect(home.form).toContainText('9:00 to 13:00');
    await expect(home.form).not.toContainText('09:00');
    const first = home.form.getByRole('textbox', { name: 'First day' });
    await first.fill('06/03/2027');
    await home.name.fill(name);
    await home.submit.click();
    await expect(home.form).toContainText('Write it as year-month-day');
    await first.fill('2027-03-06');
    await expect(home.form).toContainText('Sat, Mar 6, 2027');
    await home.submit.click();
    await expect(prepare.name).toHaveValue(name);
  });

  await test.step('24 hours', async () => {
    await expect(begins).toHaveValue('19:00');
    await expect(date).toHaveValue('2027-03-06');
    await begins.fill('soon');
    await expect(page.getByText('Write it as 19:30.')).toBeVisible();
    await begins.fill('9:15');
    await begins.press('Enter');
    await expect.poll(() => day()?.start).toBe('09:15');
    await expect(begins).toHaveValue('9:15');
    await date.fill('2027-03-07');
    await date.press('Enter');
    await expect.poll(() => day()?.date).toBe('2027-03-07');
  });

  await test.step('12 hours', async () => {
    await desk.find('clock: 12 hours');
    await expect(begins).toHaveValue('9:15 AM');
    await begins.fill('7:30 pm');
    await begins.press('Enter');
    await expect.poll(() => day()?.start).toBe('19:30');
    await expect(begins).toHaveValue('7:30 PM');
    // Without a half of the day, the one that is nearer to what stood there.
    await begins.fill('7:00');
    await begins.press('Enter');
    await expect.poll(() => day()?.start).toBe('19:00');
  });

  await test.step('a name that is too long for its place says so', async () => {
    expect(await prepare.name.evaluate((field) => getComputedStyle(field).textOverflow)).toBe('ellipsis');
  });

  await test.step('the display that is in use is not offered again', async () => {
    await desk.goTo('Settings');
    const setUp = page.getByRole('region', { name: 'Room set-up' });
    await setUp.getByRole('button', { name: /^Use / }).click();
    await app.room();
    await expect(setUp.getByText('In use', { exact: true })).toBeVisible();
    await expect(setUp.getByRole('button', { name: /^Use / })).toHaveCount(0);
  });
});

test('a timer until a time of day says which one it means, and asks before it runs until tomorrow', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, run } = desk;
  const time = new Time(app);
  const tenPastSeven = () => time.setClock(new Date(time.now()).setHours(19, 10, 5, 0) - time.now());
  await tenPastSeven();
  await home.drill.click();
  await home.picker.getByRole('radio', { name: 'Until a clock time' }).check();
  const until = home.picker.getByRole('textbox', { name: 'Until', exact: true });
  const put = home.picker.getByRole('button', { name: 'Put it on the wall' });
  await until.fill('20m');
  await expect(home.picker).toContainText('For a length of time, count down.');
  await put.click();
  await expect(home.picker).toBeVisible();
  await tenPastSeven();
  await until.fill('8:15');
  await expect(home.picker).toContainText('8:15 has passed today: until tomorrow, in 13 h 5 min');
  await put.click();
  const question = page.getByRole('dialog', { name: 'Until tomorrow at 8:15?' });
  await question.getByRole('button', { name: 'Change the time' }).click();
  await expect(until).toHaveValue('8:15');
  // Left by Escape it is whole again.
  await page.keyboard.press('Escape');
  await expect(home.picker).toBeHidden();
  await home.drill.click();
  await expect(until).toHaveValue('8:15');
  await tenPastSeven();
  await until.fill('20:15');
  await expect(home.picker).toContainText('Until 20:15, in 1 h 5 min');
  await put.click();
  await expect(run.timer).toBeVisible();

  // The same from Run, on a 12-hour clock: the next such time, and nothing to ask.
  await desk.find('clock: 12 hours');
  await desk.goTo('Run');
  await run.control('End what is on stage').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
  await page.getByRole('combobox', { name: 'Kind of timer' }).click();
  await page.getByRole('option', { name: 'Until a time' }).click();
  await tenPastSeven();
  await page.getByRole('textbox', { name: 'Time of day' }).fill('8:15');
  await expect(page.getByText('Until 8:15 PM, in 1 h 5 min')).toBeVisible();
});
