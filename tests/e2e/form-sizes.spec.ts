import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../rig/test';
import { couplesTyped } from '../walk/couples';
import { ask } from './pages/ask';
import { evening, openForm } from './pages/form-page';
import { covered, settled, tooWide } from './pages/screen-facts';

for (const [mode, zoom] of [
  ['1024x768', 1],
  ['1280x800', 1],
  ['1920x1080', 1],
  ['1024x768', 1.5],
] as const) {
  test(`${mode} at ${zoom * 100} %: the form hides nothing that leads and keeps nobody out, in light and dark`, async ({
    launch,
    displays,
    userData,
  }) => {
    displays.reset(mode);
    displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
    const [width, height] = mode.split('x').map(Number);
    const place = { x: 0, y: 0, width, height, maximized: true, zoom };
    writeFileSync(join(userData, 'console-window.json'), JSON.stringify(place));
    const app = await launch({ userData });
    const scopes = ['record', 'measures'] as const;
    const here = await evening(app, couplesTyped(30), scopes, { seats: [4] });
    const { desk, form } = here;
    const { page, run } = desk;
    const { keyboard } = page;
    const leads = {
      'the time': run.left,
      Pause: run.lead('Pause'),
      Next: run.lead('Next'),
      Hold: run.control('Hold'),
      Blank: run.control('Blank'),
    };
    const look = async (what: string): Promise<void> => {
      for (const theme of ['light', 'dark'] as const) {
        await ask(page, { type: 'settings/change', patch: { theme } });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
        await settled(page);
        await expect.poll(async () => [...(await covered(leads)), ...(await tooWide(page))], what).toEqual([]);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          `${what}, ${theme}`,
        ).toEqual([]);
      }
    };

    await openForm(here, 4);
    await form.exercise.selectOption({ label: 'Trigger map' });
    const happened = form.root.getByRole('textbox', { name: 'What exactly happened' }).first();
    await expect(happened).toBeFocused();
    await keyboard.type('She looked at her phone while I told her about the letter.');
    await keyboard.press('Tab');
    await keyboard.type('15');
    await keyboard.press('Tab');
    await keyboard.type('a fist, slowly closing');
    await expect(form.kept).toHaveText('Saved');
    await look('fields');

    await form.root.locator('[data-reader]').first().click();
    await expect(form.root.getByRole('group', { name: 'Who may read this answer' })).toBeVisible();
    await look('reader');

    await keyboard.press('Alt+ArrowDown');
    await expect(form.seat).toHaveValue('5');
    await expect(form.root).toContainText('has not yet said yes to this being written down');
    await look('before-a-yes');
  });
}
