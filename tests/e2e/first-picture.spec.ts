import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';

/** As long as the rest of the console waits for a first picture at most. */
const longestWaitMs = 1000;

test('the first picture waits for nothing it does not show', async ({ launch }) => {
  const { page, home } = await consoleOf(await launch());
  await page.addInitScript(() => {
    new MutationObserver((_, watch) => {
      if (document.querySelector('link[href*="/deferred-screens-"]') === null) return;
      watch.disconnect();
      document.documentElement.dataset.asked = String(performance.now());
    }).observe(document, { childList: true, subtree: true });
  });
  let [painted, asked] = [Number.NaN, Number.NaN];
  do {
    await page.reload();
    await home.drill.click();
    await expect(home.picker).toBeVisible();
    [painted, asked] = await page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      Number(document.documentElement.dataset.asked),
    ]);
    // After a second it is not waited for any longer: what a machine as busy as that does first tells nothing.
  } while (painted > longestWaitMs);
  expect(painted).toBeGreaterThan(0);
  expect(asked).toBeGreaterThan(painted);
});

test('what is asked for before the rest is there opens when it is', async ({ launch }) => {
  const { page, palette } = await consoleOf(await launch());
  await page.addInitScript(() => {
    // In the task that draws the first words.
    new MutationObserver((_, watch) => {
      if (document.querySelector('h1') === null) return;
      watch.disconnect();
      document.documentElement.dataset.early = String(performance.getEntriesByName('first-contentful-paint').length);
      setTimeout(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true })));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(palette).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.dataset.early)).toBe('0');
});

test('a screen asked for before the rest is there takes Home’s place, and nothing stands between', async ({
  launch,
}) => {
  const { page } = await consoleOf(await launch());
  await page.addInitScript(() => {
    const seen = new Set<string>();
    const look = (): void => {
      seen.add(document.querySelector('main h1')?.textContent ?? 'nothing');
      document.documentElement.dataset.seen = JSON.stringify([...seen]);
      requestAnimationFrame(look);
    };
    // In the task that draws the first words.
    new MutationObserver((_, watch) => {
      if (document.querySelector('h1') === null) return;
      watch.disconnect();
      const settings = [...document.querySelectorAll('nav button')].at(-1);
      if (settings instanceof HTMLElement) settings.click();
      requestAnimationFrame(look);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Settings');
  const seen = await page.evaluate(() => document.documentElement.dataset.seen);
  expect(seen).toBe('["What are you leading today?","Settings"]');
});

test('the room has the letters of other languages before a message needs them', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { home } = await consoleOf(app);
  await home.drill.click();
  await home.exercise('Floor and echo').click();
  const room = new RoomPage(await app.room());
  await room.shows('step');
  // A letter of each file; a face that is there holds it without anything being loaded.
  const ready = (): Promise<boolean[]> =>
    room.page.evaluate(() =>
      ['Fraunces Beyond', 'Source Sans 3 Beyond'].flatMap((face) =>
        ['ł', 'ế'].map((letter) => document.fonts.check(`16px "${face}"`, letter)),
      ),
    );
  await expect.poll(ready).toEqual([true, true, true, true]);
});

test('a screen’s own rules come after those of the components, whatever is loaded when', async ({ launch }) => {
  const { page, home } = await consoleOf(await launch());
  await home.drill.click();
  await expect(home.picker).toBeVisible();
  const order = await page.evaluate(() => {
    const selectors = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => (rule instanceof CSSStyleRule ? rule.selectorText : ''));
    return {
      lastOfTheirs: selectors.findLastIndex((selector) => selector.startsWith('.m_')),
      firstOfOurs: selectors.findIndex((selector) => selector.startsWith('._')),
    };
  });
  expect(order.lastOfTheirs).toBeGreaterThan(0);
  expect(order.firstOfOurs).toBeGreaterThan(order.lastOfTheirs);
});
