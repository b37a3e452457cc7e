import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { Time } from './pages/time';

const repair = 'Repair in three lines';

test('minutes that are too few for the steps are said, counted, and answered by a shorter form', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, prepare, run } = desk;
  await new Time(app).setHour(8);
  await home.startRetreat({ program: 'Half a day', name: 'Honest minutes', couples: 'Ada & Bo' });
  const form = desk.page.getByRole('group', { name: `How ${repair} is led` });
  const ends = (time: string) =>
    expect(desk.page.getByRole('status').filter({ hasText: `Ends ${time}` })).toBeVisible();
  const minutes = prepare.agenda.getByRole('textbox', { name: `Minutes for ${repair}` });

  await test.step('Prepare says it, and the end of the day counts what the steps take', async () => {
    await ends('13:00');
    await minutes.fill('5');
    await minutes.press('Enter');
    await expect(form).toContainText('Steps take 18 min, even the short form 9');
    await ends('13:00');
    await form.getByRole('button', { name: /short form, 9 min/ }).click();
    await expect(form).toContainText('Short form takes 9 min');
    await ends('12:51');
  });

  await test.step('all steps are shortened to the minutes planned, and that is taken back', async () => {
    await minutes.fill('12');
    await minutes.press('Enter');
    await expect(form).toContainText('Short form, 9 min');
    await form.getByRole('button', { name: /shorten all steps to 12 min/ }).click();
    await expect(form).toContainText('All steps shortened to 12 min');
    await ends('12:54');
    await prepare.undo.click();
    await expect(form).toContainText('Short form, 9 min');
    await form.getByRole('button', { name: /in full, 18 min/ }).click();
    await expect(form).toContainText('Steps take 18 min');
    await ends('13:00');
  });

  await test.step('Run says it, and what is on stage and has not begun takes the form that is chosen', async () => {
    await prepare.run.click();
    const room = new RoomPage(await app.room());
    await run.change(repair, 'Go to it now');
    await expect(room.title).toHaveText(repair);
    await expect(run.steps.getByRole('listitem')).toHaveCount(11);
    await expect(run.item(repair)).toContainText('+6');
    await expect(form).toContainText('Steps take 18 min');
    await form.getByRole('button', { name: /short form, 9 min/ }).click();
    await expect(run.steps.getByRole('listitem')).toHaveCount(6);
    await form.getByRole('button', { name: /shorten all steps to 12 min/ }).click();
    await expect(run.steps.getByRole('listitem')).toHaveCount(11);
    await run.lead('Start').click();
    await expect(form).toHaveCount(0);
  });
});
