import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { savedRetreat } from './pages/saved';

test('the palette reaches what can be done without typing, on every screen', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  const { keyboard } = page;
  const retreat = () => savedRetreat(app);

  await test.step('a retreat is started from Settings', async () => {
    await desk.goTo('Settings');
    await desk.find('start a retreat');
    await expect(home.form).toBeVisible();
    await home.name.fill('Lantern evening');
    await home.couples.fill('Ada & Bo\nCleo & Dara');
    await home.submit.click();
    await expect(prepare.name).toHaveValue('Lantern evening');
  });

  await test.step('the day is run, and bent', async () => {
    await desk.find('run this day');
    const room = new RoomPage(await app.room());
    await room.isNeutral();
    await desk.find('small reaches insert 10-minute break');
    await expect(run.item('Small reaches')).toBeVisible();
    await expect.poll(() => retreat().days[0]?.items.filter(({ kind }) => kind === 'break').length).toBe(2);
    await desk.find('arrival breath skip');
    await expect(run.item('Arrival breath')).toHaveAccessibleName(/skipped$/);
    await desk.find('behaviour later');
    await expect.poll(() => retreat().days[0]?.items.find(({ kind }) => kind === 'talk')?.shift).toBe(5);
    await desk.find('arrival breath insert an exercise');
    await expect(run.dialog('Insert an exercise after Arrival breath')).toBeVisible();
    await keyboard.press('Escape');
    await desk.find('put something else up');
    await expect(run.dialog('Put something else up')).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('a couple is marked late, by name', async () => {
    await desk.find('ada late');
    await expect(run.couple('Ada & Bo').getByRole('radio', { name: 'Late' })).toBeChecked();
    await expect.poll(() => retreat().couples[0]?.status).toBe('late');
  });

  await test.step('by seat, while names are hidden', async () => {
    await keyboard.press('p');
    await desk.find('seat 2: paused');
    await expect.poll(() => retreat().couples[1]?.status).toBe('paused');
    await keyboard.press('Control+k');
    await desk.palette.fill('cleo');
    await expect(page.getByText('Nothing has that name.')).toBeVisible();
    await keyboard.press('Escape');
    await keyboard.press('p');
  });

  await test.step('notes and settings', async () => {
    await run.lead('Next').click();
    await desk.find('someone cries');
    await expect(run.notes.getByRole('tab', { name: 'If someone cries' })).toHaveAttribute('aria-selected', 'true');
    await desk.find('console: dark');
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    const room = new RoomPage(await app.room());
    await desk.find('wall: dusk');
    await expect(room.page.locator('.wall')).toHaveAttribute('data-palette', 'dusk');
    await desk.find('water and tea');
    await expect(run.message.getByRole('textbox')).toHaveValue('Water and tea are ready.');
    await expect(run.message.getByRole('textbox')).toBeFocused();
    await keyboard.press('Enter');
    await expect(room.message).toHaveText('Water and tea are ready.');
  });

  await test.step('its top stays where it is while less is found', async () => {
    await keyboard.press('Control+k');
    const top = async () => (await desk.palette.boundingBox())?.y;
    await expect(desk.palette).toBeFocused();
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
    const before = await top();
    await desk.palette.fill('take');
    expect(await top()).toBe(before);
    await desk.palette.fill('nothing at all is called so');
    expect(await top()).toBe(before);
    await keyboard.press('Escape');
  });

  await test.step('the retreat is closed and another tried', async () => {
    await desk.find('end what is on stage');
    await run.dialog('End what is on stage?').getByRole('button', { name: 'End it' }).click();
    await desk.find('close the retreat');
    await expect(home.start).toBeVisible();
    await desk.find('try the demo');
    await expect(run.day).toBeVisible();
  });
});
