import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { handOver } from './pages/handover-page';

const name = 'علي';
const words = 'قالت لا شيء.';

test('who comes alone stands at their seat by their own name, and is given the laptop, in their own direction', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  // More than eight couples are a grid of seats.
  const others = Array.from({ length: 9 }, (_, n) => `Ada ${n} & Bo ${n}`);
  await home.startRetreat({
    program: 'One evening',
    name: 'Lantern evening',
    couples: [name, ...others].join('\n'),
  });
  await prepare.run.click();

  await test.step('nobody is missing at their seat', async () => {
    const seat = run.couples.getByRole('button', { name: `Seat 1, ${name}, Present`, exact: true });
    await expect(seat).toHaveText(`1${name}`);
    await seat.click();
    await expect(run.couple(name).getByRole('button', { name: /is here$/ })).toHaveCount(1);
  });

  const handed =
    await test.step('the laptop can be given to them alone, and the keyboard is where that is asked', async () => {
      const open = run.couple(name).getByRole('button', { name: `Hand ${name} the laptop` });
      await open.click();
      const dialog = page.getByRole('dialog', { name: 'Hand over the laptop' });
      await expect(dialog.getByRole('radio')).toHaveCount(1);
      await expect(dialog.getByRole('radio')).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      return handOver(app, desk, { pair: name, name, exercise: 'trigger-map' });
    });

  await test.step('what they write runs as their script does', async () => {
    await handed.begin();
    await expect(handed.writing).toHaveCSS('direction', 'ltr');
    await handed.write(words);
    await expect(handed.writing).toHaveCSS('direction', 'rtl');
  });
});
