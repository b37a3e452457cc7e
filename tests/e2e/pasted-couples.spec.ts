import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { savedRetreat } from './pages/saved';

/** Six lines a person pastes: one plain, a list's, a family, a couple twice, one that is not to come. */
const pasted = ['Ada & Bo', '2. Lee, Cleo & Kim, Dara', 'The Harpers', 'Ada & Bo', '9\tEli\tFin', 'Gil & Hao'].join(
  '\n',
);

test('couples are seen before they are made: what is in doubt is put right, and a line is left out', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  const table = page.getByRole('table', { name: 'What will be made' });
  const line = (n: number) => table.getByRole('row').nth(n);

  await test.step('Start a retreat', async () => {
    await home.start.click();
    await home.name.fill('Lantern');
    await expect(table).toHaveCount(0);
    await home.couples.fill(pasted);
    await expect(table.getByRole('row')).toHaveCount(7);
    await expect(line(2).getByRole('textbox', { name: 'Name of A in line 2' })).toHaveValue('Cleo Lee');
    await expect(line(2)).toContainText('Gets seat 2');
    await expect(line(3)).toContainText('The Harpers');
    await expect(line(3)).toContainText('No name of their own');
    await expect(line(4)).toContainText('Stands in the list before');
    await expect(home.form).toContainText('6 couples, 5 with names');
    await expect(home.form).toContainText('2 lines to check');
    await line(3).getByRole('textbox', { name: 'Name of A in line 3' }).fill('Jo Harper');
    await line(3).getByRole('textbox', { name: 'Name of B in line 3' }).fill('Kai Harper');
    await line(3).getByRole('textbox', { name: 'Name of B in line 3' }).press('Enter');
    await line(4).getByRole('checkbox').uncheck();
    await expect(line(4)).toContainText('Left out');
    await expect(home.form).not.toContainText('to check');
  });

  await test.step('however the form is left, it is whole again; Cancel alone forgets', async () => {
    await page.keyboard.press('Escape');
    await expect(home.form).toBeHidden();
    await home.start.click();
    await expect(line(3).getByRole('textbox', { name: 'Name of B in line 3' })).toHaveValue('Kai Harper');
    await page.mouse.click(4, 300);
    await expect(home.form).toBeHidden();
    await home.start.click();
    await expect(home.name).toHaveValue('Lantern');
    await expect(home.couples).toHaveValue(pasted);
    await expect(line(4)).toContainText('Left out');
    await home.form.getByRole('button', { name: 'Cancel' }).click();
    await home.start.click();
    await expect(home.couples).toHaveValue('');
    await expect(table).toHaveCount(0);
  });

  await test.step('what was put right is made', async () => {
    await home.name.fill('Lantern');
    await home.couples.fill(pasted);
    await line(3).getByRole('textbox', { name: 'Name of A in line 3' }).fill('Jo Harper');
    await line(3).getByRole('textbox', { name: 'Name of B in line 3' }).fill('Kai Harper');
    await line(4).getByRole('checkbox').uncheck();
    await home.submit.click();
    await expect(prepare.name).toHaveValue('Lantern');
    await desk.saved();
    expect(savedRetreat(app).couples.map(({ seat, A, B }) => `${seat} ${A.name} & ${B.name}`)).toEqual([
      '1 Ada & Bo',
      '2 Cleo Lee & Dara Kim',
      '3 Jo Harper & Kai Harper',
      '9 Eli & Fin',
      '4 Gil & Hao',
    ]);
  });

  await test.step('in Prepare one plain couple is typed and added', async () => {
    await prepare.moreCouples.fill('Ivy & Jan');
    await expect(prepare.addCouples).toHaveText('Add 1 couple');
    await prepare.addCouples.click();
    await expect(prepare.moreCouples).toHaveValue('');
    await expect(table).toHaveCount(0);
    await expect(prepare.couples.getByRole('listitem')).toHaveCount(6);
    await prepare.moreCouples.fill('Bo & Ada\n3\tKim\tLou');
    await expect(line(1)).toContainText('Is on the roster already');
    await expect(line(2)).toContainText('Seat 3 is taken');
    await expect(line(2)).toContainText('Gets seat 12');
    await line(2).getByRole('textbox', { name: 'Seat of line 2' }).fill('5');
    await expect(line(2)).toContainText('Gets seat 5');
    await line(1).getByRole('checkbox').uncheck();
    await prepare.addCouples.click();
    await desk.saved();
    expect(savedRetreat(app).couples.map(({ seat }) => seat)).toEqual([1, 2, 3, 9, 4, 10, 5]);
  });

  await test.step('a seat that is taken is refused, and said', async () => {
    const seat = prepare.couples.getByRole('textbox', { name: 'Seat of Gil & Hao' });
    await seat.fill('9');
    await seat.press('Enter');
    await expect(desk.note('Seat 9 is taken')).toBeVisible();
    await expect(seat).toHaveValue('4');
    await seat.fill('999');
    await seat.press('Enter');
    await prepare.moreCouples.fill('Mo & Nan');
    await prepare.addCouples.click();
    await desk.saved();
    expect(savedRetreat(app).couples.map(({ seat: at }) => at)).toEqual([1, 2, 3, 9, 999, 10, 5, 4]);
  });
});

test('what stands in the way of a new retreat is said before it is filled in, with what takes it away', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const desk = await consoleOf(await launch());
  const { home, prepare } = desk;
  await home.drill.click();
  await home.exercise('Floor and echo').click();
  await desk.goTo('Home');
  await home.start.click();
  await expect(home.form).toContainText('“Floor and echo” is still on stage.');
  await expect(home.submit).toBeDisabled();
  await home.name.fill('Lantern');
  await home.couples.fill('Ada & Bo');
  await home.form.getByRole('button', { name: 'End what is on stage' }).click();
  await expect(home.submit).toBeEnabled();
  await home.submit.click();
  await expect(prepare.name).toHaveValue('Lantern');
});
