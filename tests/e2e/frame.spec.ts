import type { Page } from '@playwright/test';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';

const pairs = (count: number): string[] => Array.from({ length: count }, (_, n) => `Ada ${n + 1} & Bo ${n + 1}`);
/** More than any screen has stops for the keyboard. */
const mostTabs = 500;

const still = [0, 0, 0, 0];

/**
 * How far the frame has been moved, how much of it stands outside the window, and how far Run, which scrolls nowhere but
 * in its parts, could be scrolled.
 */
function moved(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const { top = Number.NaN } = main?.parentElement?.getBoundingClientRect() ?? {};
    const { scrollTop, scrollHeight } = document.documentElement;
    const isRun = main?.getAttribute('aria-label') === 'Run';
    const inside = isRun ? main.scrollHeight - main.clientHeight : 0;
    return [scrollTop + document.body.scrollTop, scrollHeight - innerHeight, top, inside];
  });
}

/** Presses Tab until the focus has come round, and looks at the frame at every stop. */
async function tabThroughAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('#root button')?.focus();
    document.activeElement?.setAttribute('data-test-first', '');
  });
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await page.keyboard.press('Tab');
    expect(await moved(page)).toEqual(still);
    if (await page.evaluate(() => document.activeElement?.hasAttribute('data-test-first'))) return;
  }
  throw new Error(`The focus does not come round in ${mostTabs} presses of Tab.`);
}

for (const count of [14, 40]) {
  test(`nothing scrolls the console off its own window: ${count} couples`, async ({ launch }) => {
    const app = await launch();
    const desk = await consoleOf(app);
    const { page, home, prepare, run } = desk;
    const couples = pairs(count);
    const last = couples.at(-1) ?? '';
    await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: couples.join('\n') });

    await test.step('Prepare, by keyboard', async () => {
      await expect(prepare.name).toHaveValue('Lantern evening');
      expect(await moved(page)).toEqual(still);
      await tabThroughAll(page);
    });

    await test.step('Run, by mouse', async () => {
      await desk.goTo('Run');
      await run.couples.getByRole('list').hover();
      await page.mouse.wheel(0, 100_000);
      await run.seat(last).click();
      const late = run.couple(last).getByText('Late', { exact: true });
      await expect(late).toBeInViewport();
      await late.click();
      await expect(run.couple(last).getByRole('radio', { name: 'Late' })).toBeChecked();
      expect(await moved(page)).toEqual(still);
    });

    await test.step('Run, a couple found by its name', async () => {
      for (const pair of [couples[0] ?? '', last]) {
        await desk.find(pair);
        await expect(run.note(pair)).toBeFocused();
        await expect(run.note(pair)).toBeInViewport();
        expect(await moved(page)).toEqual(still);
      }
    });

    await test.step('Run, by keyboard', async () => {
      await page.keyboard.press('Escape');
      await tabThroughAll(page);
    });
  });
}
