import type { Locator } from '@playwright/test';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { covered } from './pages/screen-facts';
import { maximizeConsole } from './pages/window-facts';

const pairs = ['Ada & Bo', 'Cleo & Dara', 'Eli & Fay', 'Gil & Hana', 'Ida & Jo', 'Kai & Lou'];

async function box(locator: Locator): Promise<{ x: number; y: number; right: number; bottom: number }> {
  const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x, y, right: x + width, bottom: y + height };
}

for (const mode of ['1024x768', '1280x800'] as const) {
  test(`at ${mode} there is room to read`, async ({ launch, displays }) => {
    displays.reset(mode);
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
    const app = await launch();
    const desk = await consoleOf(app);
    const { page, home, prepare, run } = desk;
    await maximizeConsole(app, page);

    await test.step('the form’s button is in sight, with everything wrong at once', async () => {
      await home.start.click();
      await expect(home.submit).toBeInViewport({ ratio: 1 });
      await home.couples.fill(`${'Maximiliana '.repeat(6)} & Bo`);
      // As far down as it goes, where whoever writes the last couple has it.
      await home.count.evaluate((field) => field.scrollIntoView({ block: 'start' }));
      await home.submit.click();
      await expect(home.name).toBeFocused();
      await expect(home.form).toContainText('at most 60 characters');
      const reason = home.form.getByText('Give it a name');
      expect(await covered({ name: home.name, reason, submit: home.submit })).toEqual([]);
      await page.keyboard.press('Escape');
    });

    await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: pairs.join('\n') });
    await prepare.run.click();
    await app.room();
    await run.control('Something else').click();
    const dialog = run.dialog('Put something else up');
    await dialog.getByRole('textbox', { name: 'Find an exercise' }).fill('floor and echo');
    await dialog.getByRole('button', { name: /Floor and echo/ }).click();
    await expect(run.notes).toContainText('Pick something easy');

    await test.step('what to say is whole, and most couples are in sight', async () => {
      const words = await box(run.notes.getByText('Pick something easy'));
      const pane = await box(run.notes.getByRole('tabpanel'));
      expect(words.bottom).toBeLessThanOrEqual(pane.bottom);
      const list = await box(run.couples.getByRole('list'));
      const rows = await Promise.all(pairs.map((pair) => box(run.couple(pair))));
      expect(rows.filter(({ bottom }) => bottom <= list.bottom).length).toBeGreaterThanOrEqual(4);
    });

    await test.step('the tabs of the notes stand on one line', async () => {
      const tabs = await Promise.all((await run.notes.getByRole('tab').all()).map(box));
      expect(new Set(tabs.map(({ y }) => y)).size).toBe(1);
    });

    await test.step('a long note moves only what is below it while it is written, and nothing after', async () => {
      const heights = async () =>
        (await Promise.all(pairs.map((pair) => box(run.couple(pair))))).map(({ y, bottom }) => bottom - y);
      const before = await heights();
      const note = run.note('Cleo & Dara');
      const long = 'Asked for the chairs near the window, and for a break whenever it gets loud. '.repeat(3);
      await note.click();
      await note.fill(long);
      await expect(note).toBeInViewport({ ratio: 1 });
      expect((await box(note)).bottom).toBeLessThanOrEqual((await box(run.couple('Eli & Fay'))).y);
      await run.couple('Cleo & Dara').getByText('Late', { exact: true }).click();
      await expect(run.couple('Cleo & Dara').getByRole('radio', { name: 'Late' })).toBeChecked();
      await expect(note).toBeFocused();
      expect(await note.evaluate((field) => field.scrollHeight - field.clientHeight)).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
      expect(await heights()).toEqual(before);
      await expect(note).toHaveValue(long);
    });

    await test.step('a tooltip of the three that lead leaves the line above them free', async () => {
      await run.lead('Start').or(run.lead('Pause')).hover();
      const tip = page.getByRole('tooltip');
      await expect(tip).toBeVisible();
      const { y } = await box(tip);
      expect(y).toBeGreaterThanOrEqual((await box(run.slot)).bottom);
    });
  });
}
