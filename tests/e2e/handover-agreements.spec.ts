import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { lead, pair } from '../faults/leading';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { ask } from './pages/ask';
import { HandoverPage, handOver, handsOn, pin, sessionOf } from './pages/handover-page';
import { pressNatively, textOf } from './pages/processes';
import { savedCharters } from './pages/saved';
import { tooWide } from './pages/screen-facts';

const tests = [
  'I know what it means',
  'I am freely willing',
  'I helped to shape it',
  'It is fair',
  'It is just',
  'It is kind to us both',
];

const agreement = (text: string) => ({ kind: 'agreement', content: { text } }) as const;

/** Both partners' yes to a record, and one agreement that was reworded once. */
async function agreed(app: App, page: Page): Promise<void> {
  const { retreat } = await sessionOf(app);
  const id = retreat?.couples[0]?.id ?? '';
  const at = { id, retreat: retreat?.id ?? '' };
  // It is read first, and the page says again what it shows.
  await expect(async () => {
    await ask(page, { type: 'records/show', sheets: [id], whole: [id] });
    for (const side of ['A', 'B'] as const)
      await ask(page, { type: 'record/consent', ...at, side, scope: 'record', given: true });
    const before = await sessionOf(app);
    if (before.charters[id]?.charter.clauses.length === 0)
      await ask(page, {
        type: 'charter/add',
        ...at,
        saying: agreement('put the phone away at ten'),
        carriedBy: 'both',
        review: null,
        captured: null,
      });
    const clause = (await sessionOf(app)).charters[id]?.charter.clauses[0]?.id ?? '';
    await ask(page, {
      type: 'charter/edit',
      ...at,
      clause,
      saying: agreement('put the phone away at nine'),
      carriedBy: 'both',
    });
  }).toPass();
}

/** What the console's page says, asked through its window: to Playwright it is another page once it has been ended. */
const deskSays = (app: App): Promise<string | null> => textOf(app, 'console', 'body').catch(() => null);
const inForce = (app: App): Promise<string | null> =>
  textOf(app, 'console', 'section[aria-label="In force"]').catch(() => null);

/** Runs what it is given in the console's page as it is by now, and tells what it says. */
const onDesk = (app: App, script: string): Promise<unknown> =>
  app.electron.evaluate(
    ({ BrowserWindow }, asked) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().startsWith('console:'))
        ?.webContents.executeJavaScript(asked)
        .catch(() => false),
    script,
  );

/** Presses what begins with these words, as soon as it is there. */
async function pressOnDesk(app: App, words: string): Promise<void> {
  const script = `(() => {
    const all = [...document.querySelectorAll('main button, main [role=tab], main a')];
    const found = all.find((one) => one.textContent.trim().startsWith(${JSON.stringify(words)}));
    found?.click();
    return found !== undefined;
  })()`;
  await expect.poll(() => onDesk(app, script)).toBe(true);
}

/** Gives the laptop for what they agree to alone, by what the console's page asks when its dialog is answered. */
async function giveTo(app: App, side: 'A' | 'B'): Promise<void> {
  const { retreat } = await sessionOf(app);
  const begin = { type: 'handover/begin', id: retreat?.couples[0]?.id, retreat: retreat?.id, side, exercise: null };
  await onDesk(app, `void window.holdfast.command(${JSON.stringify(begin)})`);
}

/** Says yes to all of the one agreement. */
async function agreeTo(handed: HandoverPage): Promise<void> {
  await expect(handed.title).toHaveText('Agreement');
  await expect(handed.page.getByText('We put the phone away at nine.', { exact: true })).toBeVisible();
  await expect(handed.page.locator('del')).toContainText('ten');
  await expect(handed.page.locator('ins')).toContainText('nine');
  for (const name of tests) {
    const tick = handed.page.getByRole('checkbox', { name });
    await expect(tick).not.toBeChecked();
    await tick.check();
  }
  await handed.button('Yes, I agree to this').click();
}

test('both partners agree in turn, each alone, and it is in force on the couple’s page', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  await agreed(app, desk.page);
  const alone = { pair, exercise: 'None: only what they agree' } as const;

  const ada = await handOver(app, desk, { ...alone, name: 'Ada' });
  await expect(ada.title).toHaveText('Hello, Ada');
  await expect(ada.page.locator('main')).toContainText('Say yes only to what you mean');
  await ada.button('Begin').click();
  await agreeTo(ada);
  await expect(ada.page.getByRole('status')).toHaveText(
    'You said yes to these words. It comes into force once all it needs is there.',
  );
  const { violations } = await new AxeBuilder({ page: ada.page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
  for (const button of await ada.page.getByRole('button').all()) {
    expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  }
  await ada.button('No longer').click();
  await expect(ada.page.getByRole('status')).toHaveText('Not yet');
  await ada.button('Yes, I agree to this').click();
  await expect(ada.button('No longer')).toBeVisible();
  await ada.button('I am done').click();
  await ada.takeBack();
  await expect.poll(() => handsOn(app)).toMatchObject({ console: true, consolePage: true, kind: null });

  await giveTo(app, 'B');
  const bo = new HandoverPage(await app.handover());
  await expect(bo.title).toHaveText('Hello, Bo');
  await bo.button('Begin').click();
  await agreeTo(bo);
  await expect(bo.page.getByRole('status')).toHaveText('You said yes to these words. In force.');
  await bo.button('I am done').click();
  await bo.takeBack();
  await expect.poll(() => handsOn(app)).toMatchObject({ console: true, consolePage: true, kind: null });

  await expect.poll(() => deskSays(app)).toContain(pair);
  await pressNatively(app, '5', ['control'], 'console');
  await pressOnDesk(app, 'All couples');
  await pressOnDesk(app, pair);
  await expect.poll(() => inForce(app)).toContain('We put the phone away at nine.');
});

/** Every size the laptop may have, in light and dark. */
const looks = ['1024x768', '1280x800', '1920x1080'].flatMap((size) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ size, colorScheme })),
);

test('agreements are read, ticked and agreed to with a finger, and stand whole in any size, in light and in dark', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  await agreed(app, desk.page);
  const ada = await handOver(app, desk, { pair, exercise: 'None: only what they agree', name: 'Ada' });
  const { page } = ada;
  await expect(ada.title).toHaveText('Hello, Ada');
  await ada.touch(ada.button('Begin'));
  await expect(ada.title).toHaveText('Agreement');
  const ticks = tests.map((name) => page.getByRole('checkbox', { name }));

  await test.step('whole in any size, in light and in dark', async () => {
    const screen = await page.context().newCDPSession(page);
    for (const { size, colorScheme } of looks) {
      const [width = 0, height = 0] = size.split('x').map(Number);
      await screen.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
      await page.emulateMedia({ colorScheme });
      const where = `${size}, ${colorScheme}`;
      await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight]), where).toEqual([width, height]);
      expect(await tooWide(page), where).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations, where).toEqual([]);
      for (const target of [...ticks, ada.button('Yes, I agree to this'), ada.button('I am done'), ada.leader]) {
        await target.scrollIntoViewIfNeeded();
        await expect(target, where).toBeInViewport({ ratio: 1 });
      }
    }
    await screen.send('Emulation.clearDeviceMetricsOverride');
  });

  await test.step('each test by its words, and back', async () => {
    for (const name of tests) {
      const tick = page.getByRole('checkbox', { name });
      await ada.touch(page.locator('label').filter({ has: tick }));
      await expect(tick).toBeChecked();
    }
    const [first] = tests;
    const tick = page.getByRole('checkbox', { name: first });
    await ada.touch(page.locator('label').filter({ has: tick }));
    await expect(tick).not.toBeChecked();
    await ada.touch(page.locator('label').filter({ has: tick }));
    await expect(tick).toBeChecked();
  });

  await test.step('a yes, taken back, and given again', async () => {
    await ada.touch(ada.button('Yes, I agree to this'));
    await expect(page.getByRole('status')).toContainText('You said yes to these words.');
    await ada.touch(ada.button('No longer'));
    await expect(page.getByRole('status')).toHaveText('Not yet');
    await ada.touch(ada.button('Yes, I agree to this'));
    await expect(ada.button('No longer')).toBeVisible();
  });

  await test.step('done, and the laptop goes back', async () => {
    await ada.touch(ada.button('I am done'));
    await ada.touch(ada.leader);
    await expect(ada.title).toHaveText('Your PIN, please');
    for (const digit of pin) await ada.touch(ada.button(digit));
    await ada.touch(ada.button('Take the laptop back'));
    await expect.poll(() => handsOn(app)).toMatchObject({ console: true, consolePage: true, kind: null });
    const said = () =>
      savedCharters(app)[0]?.clauses[0]?.consents.map(({ side, given, paper }) => [side, given, paper]) ?? [];
    await expect.poll(said).toEqual([
      ['A', true, null],
      ['A', false, null],
      ['A', true, null],
    ]);
  });
});

test('words of one’s own are noted for both on their owner’s yes alone, and not before', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  const { retreat } = await sessionOf(app);
  const at = { id: retreat?.couples[0]?.id ?? '', retreat: retreat?.id ?? '' };
  // It is read first, and the page says again what it shows.
  await expect(async () => {
    await ask(desk.page, { type: 'records/show', sheets: [at.id], whole: [at.id] });
    for (const side of ['A', 'B'] as const)
      await ask(desk.page, { type: 'record/consent', ...at, side, scope: 'record', given: true });
    const value = { kind: 'text', text: 'the gate hangs straight' } as const;
    await ask(desk.page, { type: 'record/answer', ...at, exercise: 'good-news', field: 'win', owner: 'A', value });
  }).toPass();
  const ada = await handOver(app, desk, { pair, exercise: 'None: only what they agree', name: 'Ada' });
  await expect(ada.title).toHaveText('Hello, Ada');
  await ada.button('Begin').click();
  await expect(ada.title).toHaveText('May this be noted for both of you?');
  await expect(ada.page.getByText('the gate hangs straight', { exact: true })).toBeVisible();
  await ada.touch(ada.button('Yes, it may'));
  await expect(ada.page.getByRole('status')).toHaveText('It is noted now.');
  const { violations } = await new AxeBuilder({ page: ada.page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
  const noted = async () => {
    const { practices } = await sessionOf(app);
    return practices[at.id]?.practice.entries.map(({ kind, owner, captured }) => ({ kind, owner, captured }));
  };
  expect(await noted()).toEqual([{ kind: 'win', owner: 'joint', captured: 'good-news-win-a' }]);
});
