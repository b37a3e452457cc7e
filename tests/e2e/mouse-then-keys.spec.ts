import type { Page } from '@playwright/test';
import type { App } from '../rig/app';
import type { Displays } from '../rig/displays';
import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { savedRetreat } from './pages/saved';

interface Led {
  readonly desk: ConsolePage;
  readonly room: RoomPage;
  readonly page: Page;
}

const first = 'Welcome. You set the depth.';
const second = 'You may always pass';

/** The first exercise of an evening on the wall, running. */
async function lead(app: App, displays: Displays): Promise<Led> {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCleo & Dara' });
  await desk.prepare.run.click();
  const room = new RoomPage(await app.room());
  await desk.run.lead('Next').click();
  await desk.run.lead('Start').click();
  await expect(desk.run.lead('Pause')).toBeVisible();
  return { desk, room, page: desk.page };
}

/** The keys that lead do what they are for; the first step runs before and after. */
async function keysLead({ desk: { run }, room, page: { keyboard } }: Led): Promise<void> {
  await keyboard.press('PageDown');
  await expect(room.thought).toHaveText(second);
  await expect(run.lead('Pause')).toBeVisible();
  await keyboard.press('Space');
  await expect(run.lead('Resume')).toBeVisible();
  // Up and down lead nowhere; on a radio they would choose the next one.
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowLeft');
  await expect(room.thought).toHaveText(first);
  // From a step that waits, the one before it waits too.
  await expect(run.lead('Start')).toBeVisible();
  await keyboard.press('Space');
  await expect(run.lead('Pause')).toBeVisible();
}

test('after a mouse on a couple or on the notes, keys and clicker still lead', async ({ launch, displays }) => {
  const app = await launch();
  const led = await lead(app, displays);
  const { desk, room, page } = led;
  const { run } = desk;
  const { keyboard } = page;
  const card = run.couple('Ada & Bo');

  await test.step('on a couple’s status, which stays what it was made (S14)', async () => {
    await card.getByText('Paused', { exact: true }).click();
    await expect(card.getByRole('radio', { name: 'Paused' })).toBeChecked();
    await keysLead(led);
    await expect(card.getByRole('radio', { name: 'Paused' })).toBeChecked();
    await desk.saved();
    expect(savedRetreat(app).couples.map(({ status }) => status)).toEqual(['paused', 'present']);
  });

  await test.step('also where the keyboard had been on a status before', async () => {
    await card.getByRole('radio', { name: 'Paused' }).focus();
    await card.getByText('Late', { exact: true }).click();
    await expect(card.getByRole('radio', { name: 'Late' })).toBeChecked();
    await keysLead(led);
    await expect(card.getByRole('radio', { name: 'Late' })).toBeChecked();
  });

  await test.step('on a page of the notes, which stays open', async () => {
    const tab = run.notes.getByRole('tab', { name: 'Watch', exact: true });
    await tab.click();
    await keysLead(led);
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('and where the keyboard came by itself, its own keys work', async () => {
    await run.couples.getByRole('textbox', { name: 'Find a name or seat' }).focus();
    const late = card.getByRole('radio', { name: 'Late' });
    // Past who is here and the laptop that is handed over.
    for (let tabs = 0; tabs < 4; tabs += 1) await keyboard.press('Tab');
    await expect(late).toBeFocused();
    await keyboard.press('ArrowLeft');
    await expect(card.getByRole('radio', { name: 'Present' })).toBeChecked();
    await keyboard.press('PageDown');
    await expect(room.thought).toHaveText(second);
    await expect(card.getByRole('radio', { name: 'Present' })).toBeChecked();
  });
});

test('after a mouse on a menu, a dialog or a switch, keys and clicker still lead', async ({ launch, displays }) => {
  const led = await lead(await launch(), displays);
  const { desk, page } = led;
  const { run } = desk;

  await test.step('on a switch', async () => {
    const auto = page.getByRole('switch', { name: 'This step goes on by itself' });
    await auto.click();
    await expect(auto).toBeChecked();
    await auto.click();
    await expect(auto).not.toBeChecked();
    await keysLead(led);
    await expect(auto).not.toBeChecked();
  });

  await test.step('on what a menu offers', async () => {
    await run.change('Arrival breath', 'Skip it');
    await expect(run.item('Arrival breath')).toHaveAccessibleName(/skipped$/);
    await expect(run.more('Arrival breath')).not.toBeFocused();
    await keysLead(led);
    await expect(page.getByRole('menu')).toHaveCount(0);
    // The same where the keyboard had been on the button that opens it.
    await run.control('We began a few minutes ago').focus();
    await run.control('We began a few minutes ago').click();
    await run.choose('1 minute ago');
    await keysLead(led);
    await expect(page.getByRole('menu')).toHaveCount(0);
  });

  await test.step('on a dialog', async () => {
    await run.control('Something else').click();
    await run.dialog('Put something else up').getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keysLead(led);
    await page.getByRole('button', { name: 'Keys', exact: true }).click();
    await run.dialog('Keys').getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keysLead(led);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('the keys that calm the room work while a menu or a question is open', async ({ launch, displays }) => {
  const { desk, room, page } = await lead(await launch(), displays);
  const { run } = desk;
  const { keyboard } = page;
  const calms = async (): Promise<void> => {
    for (const key of ['b', '.']) {
      await keyboard.press(key);
      await room.isBlank();
      await keyboard.press(key);
      await expect(room.thought).toBeVisible();
    }
    await keyboard.press('h');
    await expect(room.cover).toContainText('quiet moment');
    await keyboard.press('h');
    await expect(room.thought).toBeVisible();
  };

  await test.step('a menu', async () => {
    const menu = page.getByRole('menu');
    await run.more('Arrival breath').click();
    await calms();
    await expect(menu).toBeVisible();
    await keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
  });

  await test.step('a menu that the keyboard has not come into yet', async () => {
    const menu = page.getByRole('menu');
    const openAndPress = (key: string): Promise<void> =>
      run.more('Arrival breath').evaluate(async (button: HTMLElement, pressed) => {
        button.click();
        // It is drawn by then; the keyboard follows by a timer.
        while (document.querySelector('[role=menu]') === null) await Promise.resolve();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
      }, key);
    await openAndPress('Shift');
    await expect(menu.and(page.locator(':focus-within'))).toBeVisible();
    await keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await openAndPress('Escape');
    await expect(menu).toHaveCount(0);
  });

  await test.step('a question', async () => {
    await run.control('End what is on stage').click();
    await expect(run.dialog('End what is on stage?')).toBeVisible();
    await calms();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('but not while something is typed', async () => {
    await run.control('Something else').click();
    const find = run.dialog('Put something else up').getByRole('textbox', { name: 'Find an exercise' });
    await find.click();
    await keyboard.type('bh.');
    await expect(find).toHaveValue('bh.');
    await expect(room.thought).toBeVisible();
    await expect(room.cover).toHaveCount(0);
  });
});

test('a key pressed at once after something was found is heard', async ({ launch, displays }) => {
  const app = await launch();
  const { desk, room, page } = await lead(app, displays);
  await page.keyboard.press('Control+k');
  await desk.palette.fill('Palette of the wall: dusk');
  await expect(page.getByRole('button', { name: 'Palette of the wall: dusk' })).toBeVisible();
  await desk.palette.evaluate(async (field: HTMLElement) => {
    const press = (key: string, code: string): unknown =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
      );
    field.focus();
    press('Enter', 'Enter');
    await Promise.resolve().then(() => undefined);
    press('n', 'KeyN');
  });
  await expect(room.page.locator('.wall')).toHaveAttribute('data-palette', 'dusk');
  await expect(room.thought).toHaveText(second);
});

test('a key pressed at once after a question is answered is heard', async ({ launch, displays }) => {
  const app = await launch();
  const { desk, room, page } = await lead(app, displays);
  await page.keyboard.press('Shift+E');
  const yes = desk.run.dialog('End what is on stage?').getByRole('button', { name: 'End it' });
  await expect(yes).toBeFocused();
  await yes.evaluate(async (button: HTMLElement) => {
    button.click();
    // Before anything else is done in this page than to answer the click.
    await Promise.resolve().then(() => undefined);
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', code: 'KeyU', bubbles: true }));
  });
  await expect(room.thought).toHaveText(first);
  await expect(desk.run.lead('Pause')).toBeVisible();
  await desk.saved();
  // Ended, and brought back: two changes, and the second one undoes the first.
  expect(savedRetreat(app).days[0]?.items[0]?.actual?.endedAt).toBeNull();
});
