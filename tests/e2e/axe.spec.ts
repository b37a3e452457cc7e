import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { ConsoleBridge } from '../../shared/session/protocol/channel';
import { lead, pair } from '../faults/leading';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { handOver } from './pages/handover-page';
import { RoomPage } from './pages/room-page';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Those that another theme of the same screen may break. */
const colourRules = ['color-contrast', 'link-in-text-block'];
const longestFadeMs = 2000;

/** What a page does not offer to everyone, as "where: rule at element: why". */
async function barriers(page: Page, where: string, runOnly = rules): Promise<string[]> {
  // What still fades in would be measured half transparent; the ring takes minutes and changes no colour.
  await page.evaluate(async (longestMs) => {
    const fades = document.getAnimations().filter(({ effect, playState }) => {
      return playState === 'running' && Number(effect?.getComputedTiming().endTime) <= longestMs;
    });
    await Promise.allSettled(fades.map(({ finished }) => finished));
  }, longestFadeMs);
  // In legacy mode no second page is opened for the results: the app would not let one open.
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly, resultTypes: ['violations'] })
    .analyze();
  expect(passes.length, `${where} was looked at`).toBeGreaterThan(runOnly === rules ? 3 : 0);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

type Theme = 'light' | 'dark';

/** Has the console put on a theme where it stands, whatever dialog is open. */
async function putOn(page: Page, theme: Theme): Promise<void> {
  await page.evaluate(
    (chosen) =>
      (globalThis as unknown as { holdfast: ConsoleBridge }).holdfast.command({
        type: 'settings/change',
        patch: { theme: chosen },
      }),
    theme,
  );
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
}

test('no screen and no dialog keeps anyone out, in light and in dark', async ({ launch, displays }) => {
  test.setTimeout(240_000);
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run, couples } = desk;
  const { keyboard } = page;
  let worn: Theme = 'light';
  /** Looks at the console in both themes, and begins each time with the one it wears. */
  const look = async (where: string): Promise<void> => {
    expect.soft(await barriers(page, `${where}, ${worn}`)).toEqual([]);
    worn = worn === 'light' ? 'dark' : 'light';
    await putOn(page, worn);
    expect.soft(await barriers(page, `${where}, ${worn}`, colourRules)).toEqual([]);
  };
  const lookAtRoom = async (where: string): Promise<void> =>
    expect.soft(await barriers(room.page, `room: ${where}`)).toEqual([]);
  /** Opens a dialog or a menu, looks at it and closes it. */
  const lookInto = async (where: string, open: () => Promise<unknown>): Promise<void> => {
    await open();
    const over = page.getByRole('dialog').or(page.getByRole('menu'));
    await expect(over.first()).toBeVisible();
    await look(where);
    await keyboard.press('Escape');
    await expect(over).toHaveCount(0);
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await test.step('settings', async () => {
    await desk.goTo('Settings');
    await putOn(page, worn);
    await look('settings');
  });

  await test.step('home and its dialogs', async () => {
    await desk.goTo('Home');
    await look('home');
    await lookInto('drill picker', () => home.drill.click());
    await lookInto('start a retreat, refused', async () => {
      await home.start.click();
      await home.submit.click();
    });
    await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCleo & Dara' });
  });

  await test.step('prepare and its dialogs', async () => {
    await expect(prepare.name).toHaveValue('Lantern evening');
    await look('prepare');
    await lookInto('add to the day', () => prepare.add.click());
    await lookInto('item menu', () => prepare.more('Arrival breath').click());
    await lookInto('remove a couple', () => press('Remove Ada & Bo'));
  });

  await test.step('the window’s own dialogs', async () => {
    await lookInto('where the room appears', () => keyboard.press('Shift+R'));
    await lookInto('palette', () => keyboard.press('Control+k'));
    await lookInto('keys', () => keyboard.press('?'));
    await lookInto('about', () => desk.find('About Holdfast'));
    await desk.goTo('Home');
    await expect(home.retreat('Lantern evening')).toBeVisible();
    await look('home with a retreat');
    await lookInto('retreat menu', () => press('More for Lantern evening'));
    await desk.goTo('Prepare');
  });

  await test.step('couples', async () => {
    await desk.goTo('Couples');
    for (const name of ['Ada, Record', 'Ada, Measures', 'Bo, Record']) await couples.box('Seat 1, ', name).click();
    await expect(couples.consents.getByRole('checkbox', { checked: true })).toHaveCount(3);
    await couples.box('Seat 1, ', 'Ada, Record').click();
    await press('Show the history');
    await expect(page.getByRole('list', { name: 'History of the consents' })).toBeVisible();
    await look('consent');
    await couples.part('Today').click();
    await expect(couples.today).toBeVisible();
    await look('today');
    await desk.goTo('Prepare');
  });

  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await room.isNeutral();

  await test.step('run and its dialogs', async () => {
    await expect(run.day).toBeVisible();
    await look('run');
    await run.lead('Next').click();
    await run.lead('Start').click();
    await expect(run.lead('Pause')).toBeVisible();
    await look('run, running');
    await lookInto('something else', () => press('Something else'));
    await lookInto('show on the wall', () => press('Show on the wall'));
    await lookInto('we began', () => press('We began a few minutes ago'));
    await lookInto('ready-made messages', () => press('Ready-made messages'));
    await lookInto('change an item', () => run.more('Arrival breath').click());
    await lookInto('end what is on stage', () => press('End what is on stage'));
    await lookInto('end the day', () => press('End the day'));
    await keyboard.press('PageUp');
    await expect(desk.note('This is the first step')).toBeVisible();
    await look('run, refused');
  });

  await test.step('run with many couples', async () => {
    const others = Array.from({ length: 8 }, (_, n) => `Eli ${n} & Fay ${n}`).join('\n');
    await desk.goTo('Prepare');
    await prepare.moreCouples.fill(others);
    await prepare.addCouples.click();
    await desk.goTo('Run');
    for (const [pair, status] of [
      ['Ada & Bo', 'Late'],
      ['Cleo & Dara', 'Left'],
      ['Eli 1 & Fay 1', 'Passed'],
    ] as const) {
      await run.seat(pair).click();
      await run.couple(pair).getByText(status, { exact: true }).click();
    }
    await run.note('Eli 1 & Fay 1').fill('Near the window.');
    await run.here.click();
    await run.item('Arrival breath').click();
    await expect(run.goToIt).toBeVisible();
    await look('run, seats and what is chosen');
    await keyboard.press('Escape');
    await keyboard.press('Escape');
  });

  await test.step('the room', async () => {
    await room.shows('step');
    await lookAtRoom('step');
    for (const [key, scene] of [
      ['Shift+W', 'welcome'],
      ['Shift+P', 'plan'],
      ['Shift+C', 'closing'],
      ['Shift+T', 'test-card'],
      ['Shift+S', 'step'],
    ] as const) {
      await keyboard.press(key);
      await room.shows(scene);
      await lookAtRoom(scene);
    }
    await keyboard.press('h');
    await expect(room.cover).toBeVisible();
    await lookAtRoom('held');
    await look('run, held');
    await keyboard.press('h');
    await keyboard.press('l');
    await expect(room.cover).toContainText('988');
    await lookAtRoom('help card');
    await look('run, help card');
  });
});

test('an element that cannot be named or read is found', async ({ launch }) => {
  const page = await (await launch()).console();
  await expect(page.getByRole('main')).toBeVisible();
  await page.getByRole('main').evaluate((main) => {
    const button = document.createElement('button');
    const words = document.createElement('p');
    words.textContent = 'Hard to read';
    words.style.color = 'rgb(200, 200, 200)';
    words.style.background = 'rgb(220, 220, 220)';
    main.append(button, words);
  });
  const found = (await barriers(page, 'home')).join('\n');
  expect(found).toContain('button-name');
  expect(found).toContain('color-contrast');
  expect((await barriers(page, 'home', colourRules)).join('\n')).toContain('color-contrast');
});

test('the page in a partner’s hands keeps no one out, in light and dark', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  const handed = await handOver(app, desk, { pair, name: 'Ada', exercise: 'trigger-map' });
  const look = async (where: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await handed.page.emulateMedia({ colorScheme });
      expect.soft(await barriers(handed.page, `${where}, ${colorScheme}`)).toEqual([]);
    }
  };
  await look('the welcome');
  await handed.button('Begin').click();
  await look('the question of consent');
  await handed.button('Yes, keep what I write').click();
  await look('a question nobody has answered');
  await handed.write('The phone on the table.');
  await look('a question that is answered');
  await handed.button('Next').click();
  await look('choices');
  for (let n = 0; n < 4; n += 1) await handed.button('Next').click();
  await handed.button('Yes, keep my numbers').click();
  await handed.page.getByRole('radio', { name: '7' }).check();
  await look('a scale');
  await handed.leader.click();
  await look('the pad');
  await handed.button('The PIN is forgotten').click();
  await look('the way back');
  await handed.button('Back').click();
  await handed.button('Back').click();
  await handed.button('Pass on this').click();
  await look('the end');
});
