import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { savedNotes, savedRetreat } from './pages/saved';
import { Time } from './pages/time';

const mostTabs = 60;

/** Walks with Tab until something has the focus, as a person without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached with ${mostTabs} presses of Tab.`);
}

test('a whole evening is led by keyboard alone', async ({ launch, displays }) => {
  test.setTimeout(240_000);
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const time = new Time(app);
  const { page, home, prepare, run } = desk;
  const { keyboard } = page;
  const passUntil = async (isSo: () => Promise<boolean>) => {
    await expect(async () => {
      await time.pass(60_000);
      expect(await isSo()).toBe(true);
    }).toPass({ intervals: [50] });
  };
  // A mouse that moved or pressed would make this test a lie. One that lies still is told of moves of no length when what
  // is under it changes.
  await page.evaluate(() => {
    for (const kind of ['pointerdown', 'mousedown', 'wheel', 'mousemove'] as const) {
      const refuse = (event: MouseEvent): void => {
        if (kind === 'mousemove' && event.movementX === 0 && event.movementY === 0) return;
        setTimeout(() => Promise.reject(new Error(`a mouse: ${kind}`)));
      };
      addEventListener(kind, refuse, true);
    }
  });

  await test.step('start a retreat', async () => {
    await tabTo(page, home.start);
    await keyboard.press('Enter');
    await tabTo(page, home.program('One evening'));
    await keyboard.press('Space');
    await expect(home.program('One evening')).toBeChecked();
    await tabTo(page, home.name);
    await keyboard.type('By keys alone');
    await tabTo(page, home.couples);
    await keyboard.type('Ada & Bo\nCleo & Dara');
    await tabTo(page, home.submit);
    await keyboard.press('Enter');
    await expect(prepare.name).toHaveValue('By keys alone');
  });

  await test.step('open the room and the day', async () => {
    await tabTo(page, prepare.run);
    await keyboard.press('Enter');
    await expect(run.day).toBeVisible();
  });
  const room = new RoomPage(await app.room());
  await room.isNeutral();

  await test.step('welcome people, then begin', async () => {
    await keyboard.press('Shift+W');
    await room.shows('welcome');
    await expect(room.thought).toHaveText('By keys alone');
    await keyboard.press('PageDown');
    await expect(room.thought).toHaveText('Welcome. You set the depth.');
    await keyboard.press('PageDown');
    await expect(run.lead('Pause')).toBeVisible();
    await keyboard.press('Space');
    await expect(run.lead('Resume')).toBeVisible();
    await keyboard.press('Space');
    await expect(run.lead('Pause')).toBeVisible();
  });

  await test.step('lead a few steps by hand', async () => {
    await keyboard.press('PageDown');
    await expect(room.thought).toHaveText('You may always pass');
    await keyboard.press('PageUp');
    await expect(room.thought).toHaveText('Welcome. You set the depth.');
    await keyboard.press('4');
    await expect(room.thought).toHaveText('What you hear here stays here');
    await keyboard.press('b');
    await room.isBlank();
    await keyboard.press('b');
    await expect(room.thought).toBeVisible();
  });

  await test.step('mark a couple present with a note, found by name', async () => {
    await desk.find('Cleo');
    await expect(run.note('Cleo & Dara')).toBeFocused();
    await keyboard.type('Arrived by tram');
    await keyboard.press('Control+l');
    await expect(room.cover).toContainText('We are taking a quiet moment together.');
    await keyboard.press('Control+l');
    await expect(room.thought).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('ending what is on stage asks first', async () => {
    const question = run.dialog('End what is on stage?');
    await keyboard.press('Shift+E');
    await expect(question.getByRole('button', { name: 'End it' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expect(room.thought).toBeVisible();
    await keyboard.press('Shift+E');
    await expect(question.getByRole('button', { name: 'End it' })).toBeFocused();
    await keyboard.press('Enter');
    await room.shows('closing');
    await keyboard.press('u');
    await room.shows('step');
  });

  await test.step('let the evening run by itself', async () => {
    // Noted as it comes: a short one may come and go between two looks at the wall.
    const seen = await room.root.evaluateHandle((wall) => {
      const all: string[] = [];
      const look = (): void => {
        for (const part of wall.querySelectorAll('[data-stands="on"] :is(.wall-title, .wall-thought)')) {
          const words = part.textContent ?? '';
          if (!all.includes(words)) all.push(words);
        }
      };
      new MutationObserver(look).observe(wall, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      look();
      return all;
    });
    await keyboard.press('a');
    await expect(run.autopilot).toBeChecked();
    const titles = [
      'Arrival breath',
      'Behaviour before feeling',
      'Small reaches',
      'Break',
      'Signal design',
      'Landing phrases',
      'Timeout rehearsal',
      'Two-minute check-in',
      'Before you go',
    ];
    for (const title of titles) await passUntil(async () => (await seen.jsonValue()).includes(title));
    await passUntil(async () => (await run.slot.textContent())?.includes('This was the last step') === true);
    expect((await seen.jsonValue()).filter((words) => titles.includes(words))).toEqual(titles);
  });

  await test.step('end the day', async () => {
    const question = run.dialog('End the day here?');
    await keyboard.press('Shift+D');
    await expect(question.getByRole('button', { name: 'End the day' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    expect(savedRetreat(app).days[0]?.endedAt).toBeNull();
    await keyboard.press('Shift+D');
    await expect(question.getByRole('button', { name: 'End the day' })).toBeFocused();
    await keyboard.press('Enter');
    await room.shows('closing');
    await expect(room.thought).toHaveText('Thank you');
    await desk.saved();
  });
  const day = savedRetreat(app).days[0];
  expect(day?.endedAt).not.toBeNull();
  expect(day?.items.every(({ actual }) => actual?.endedAt != null)).toBe(true);
  expect(savedNotes(app).map(({ note }) => note)).toEqual(['Arrived by tram']);
});
