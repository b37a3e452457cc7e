import { expect, test } from '../rig/test';
import { answersOnDisk, evening, lineOf, oneLine, openForm } from './pages/form-page';
import { savedRecords } from './pages/saved';

test('a sheet typed at the wrong seat is moved to the right one by the keyboard alone, with one action', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const here = await evening(app, 'Ada & Bo\nCleo & Dara\nEmil & Finn', ['record'], { seats: [1, 2] });
  const { desk, form } = here;
  const { keyboard } = desk.page;
  const dialog = desk.page.getByRole('dialog', { name: 'Whose sheet is this?' });
  const whose = dialog.getByRole('textbox', { name: 'Seat or name of the right couple' });
  const ada = lineOf(form.part('Ada (A)'));

  await openForm(here, 1, oneLine);
  await expect(ada).toBeFocused();
  await expect(form.root.getByRole('button', { name: 'Move to another couple…' })).toHaveCount(0);
  await keyboard.type('Slow is fine.');
  await keyboard.press('Tab');
  await keyboard.type('We have time.');
  await desk.saved();

  await test.step('where a yes is missing it says so kindly, and every word stays', async () => {
    await keyboard.press('Alt+m');
    await expect(whose).toBeFocused();
    await keyboard.type('emil');
    await expect(dialog.getByRole('button', { name: '3 Emil & Finn' })).toHaveAttribute('aria-pressed', 'true');
    await keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toContainText('Partner A at seat 3 has not said yes to this being kept');
    await expect(ada).toHaveValue('Slow is fine.');
  });

  await test.step('by its seat it goes to the right one', async () => {
    await whose.fill('2');
    await expect(dialog.getByRole('button', { name: 'Move it to seat 2' })).toBeVisible();
    await expect(dialog).toContainText('at seat 1, for Ada & Bo');
    await keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    // By their seats: two couples may have the same names.
    await expect(desk.note('Moved to seat 2: Cleo & Dara')).toContainText('Nothing of it is left at seat 1');
    await expect(ada).toHaveValue('');
    await expect(lineOf(form.part('Bo (B)'))).toBeFocused();
    await desk.saved();
    await expect
      .poll(() => answersOnDisk(app))
      .toEqual({
        '2 kind-word/line/A': { kind: 'text', text: 'Slow is fine.' },
        '2 kind-word/line/B': { kind: 'text', text: 'We have time.' },
      });
  });

  await test.step('the right one’s form has it, and the wrong one takes its own sheet', async () => {
    await keyboard.press('Alt+ArrowDown');
    await expect(lineOf(form.part('Cleo (A)'))).toHaveValue('Slow is fine.');
    await keyboard.press('Alt+ArrowUp');
    await expect(ada).toBeFocused();
    await keyboard.type('Their own.');
    await desk.saved();
    await expect.poll(() => Object.keys(answersOnDisk(app)).length).toBe(3);
    expect([...savedRecords(app).values()].filter(({ answers }) => answers.length > 0)).toHaveLength(2);
  });

  await test.step('no word there is written over', async () => {
    await keyboard.press('Alt+m');
    // Typed before the question is drawn, it is meant for it.
    await keyboard.type('2');
    await expect(whose).toHaveValue('2');
    await keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toContainText(
      'Seat 2 has words of its own there already: The line I keep',
    );
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(ada).toBeFocused();
    await expect(ada).toHaveValue('Their own.');
  });
});
