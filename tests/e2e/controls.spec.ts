import { PNG } from 'pngjs';
import { alone, expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { Time } from './pages/time';

type Rig = Pick<Parameters<Parameters<typeof test>[2]>[0], 'launch' | 'displays'>;

interface Led {
  readonly desk: ConsolePage;
  readonly room: RoomPage;
  readonly time: Time;
}

/** Whole seconds that a timer may have lost since a moment by itself, however slow the machine. */
const secondsSince = (moment: number): number => Math.ceil((Date.now() - moment) / 1000) + 1;

/** An open evening with "Floor and echo" put up beside it, on a room display of its own. */
async function leadFloorAndEcho({ launch, displays }: Rig): Promise<Led> {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCleo & Dara' });
  await desk.prepare.run.click();
  const room = new RoomPage(await app.room());
  await desk.run.control('Something else').click();
  const dialog = desk.run.dialog('Put something else up');
  await dialog.getByRole('textbox', { name: 'Find an exercise' }).fill('floor and echo');
  await dialog.getByRole('button', { name: /Floor and echo/ }).click();
  await expect(room.thought).toHaveText('One speaks. One echoes.');
  return { desk, room, time: new Time(app) };
}

test(
  'hold, blank, freeze and the help card: done at the console, seen in the room',
  alone,
  async ({ launch, displays }) => {
    const { desk, room, time } = await leadFloorAndEcho({ launch, displays });
    const { page, run } = desk;
    const { keyboard } = page;
    await run.lead('Start').click();
    await expect(room.scene).toHaveAttribute('data-state', 'running');
    await time.pass(30_000);

    await test.step('the holding card goes up and the timer waits', async () => {
      await run.control('Hold').click();
      await expect(room.cover).toHaveText('We are taking a quiet moment together.');
      await expect(room.thought).toBeHidden();
      await expect(run.lead('Resume')).toBeDisabled();
      const before = await desk.run.secondsShown();
      await time.pass(60_000);
      expect(await desk.run.secondsShown()).toBe(before);
      const letGo = Date.now();
      await keyboard.press('h');
      await expect(room.thought).toBeVisible();
      await expect(room.cover).toHaveCount(0);
      await expect(run.lead('Pause')).toBeEnabled();
      expect(before - (await desk.run.secondsShown())).toBeLessThanOrEqual(secondsSince(letGo));
    });

    await test.step('while the holding card is up a clicker does not move the room on', async () => {
      await keyboard.press('h');
      await expect(room.cover).toBeVisible();
      await keyboard.press('PageDown');
      await expect(desk.note('The holding card is up')).toBeVisible();
      await keyboard.press('h');
      await expect(room.thought).toHaveText('One speaks. One echoes.');
    });

    await test.step('Blank pressed twice before anything is answered is on and off again', async () => {
      const covers = await room.page.evaluateHandle(() => {
        const seen: boolean[] = [];
        const look = () => {
          const is = document.querySelector('[data-cover="blank"]') !== null;
          if (is !== (seen.at(-1) ?? false)) seen.push(is);
        };
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
        return seen;
      });
      await page.evaluate(() => {
        for (const _ of [1, 2]) {
          for (const kind of ['keydown', 'keyup']) {
            document.body.dispatchEvent(new KeyboardEvent(kind, { key: 'b', code: 'KeyB', bubbles: true }));
          }
        }
      });
      await expect.poll(() => covers.jsonValue()).toEqual([true, false]);
      await expect(room.thought).toBeVisible();
    });

    await test.step('one key blanks the room at once, typing included, and the timer goes on (S4)', async () => {
      await room.page.evaluate(() => {
        const { dataset } = document.documentElement;
        const look = () => {
          const cover = document.querySelector('[data-cover="blank"]');
          if (cover !== null) dataset.blankAt ??= String(Date.now());
        };
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
      });
      await run.note('Ada & Bo').click();
      await keyboard.type('late, and b');
      const before = await desk.run.secondsShown();
      const pressed = Date.now();
      await keyboard.press('Control+b');
      await room.isBlank();
      const blankAt = Number(await room.page.evaluate(() => document.documentElement.dataset.blankAt));
      expect(blankAt - pressed).toBeLessThanOrEqual(200);
      await expect(run.note('Ada & Bo')).toHaveValue('late, and b');
      await time.pass(10_000);
      await expect.poll(() => desk.run.secondsShown()).toBeLessThanOrEqual(before - 10);

      const { data } = PNG.sync.read(await room.page.screenshot());
      const first = data.readUInt32BE(0);
      const other = Array.from({ length: data.length / 4 }, (_, n) => data.readUInt32BE(n * 4)).find(
        (it) => it !== first,
      );
      expect(other, 'a blank room is one colour and nothing else').toBeUndefined();
      await keyboard.press('Control+b');
      await expect(room.thought).toBeVisible();
      await keyboard.press('Escape');
    });

    await test.step('a frozen wall stays while the console moves on', async () => {
      await run.control('Freeze').click();
      await expect(run.roomState).toHaveText('Frozen');
      await run.lead('Next').click();
      await expect(run.step(2)).toHaveAttribute('aria-current', 'step');
      await expect(run.left).toHaveText(/^(4:00|3:5\d)$/);
      await expect(room.thought).toHaveText('One speaks. One echoes.');
      await keyboard.press('b');
      await room.isBlank();
      await keyboard.press('b');
      await expect(room.thought).toHaveText('One speaks. One echoes.');
      await keyboard.press('f');
      await expect(room.thought).toHaveText('Speak in small pieces');
      await expect(room.scene).toContainText('A has the floor');
    });

    await test.step('the help card covers everything, with its lines', async () => {
      await run.control('Help card').click();
      await expect(room.cover).toContainText('Help is near');
      await expect(room.cover).toContainText('988');
      await expect(room.cover).toContainText('1-800-799-7233');
      await expect(room.thought).toBeHidden();
      await run.room.getByRole('button', { name: 'Take the card down' }).click();
      await expect(room.thought).toHaveText('Speak in small pieces');
    });
  },
);

test('time: more, less, the same for the partner, backdate, swap and undo', async ({ launch, displays }) => {
  const { desk, room, time } = await leadFloorAndEcho({ launch, displays });
  const { page, run } = desk;
  const { keyboard } = page;
  const turnOf = (side: string) =>
    run.steps.getByRole('button', { name: new RegExp(`${side} has the floor, ${side}, `) });

  await test.step('who starts is swapped, and back', async () => {
    await run.steps.getByRole('button', { name: 'Swap who starts' }).click();
    await run.goToStep(2);
    await expect(room.scene).toContainText('B has the floor');
    await expect(room.scene).toHaveAttribute('data-side', 'B');
    await expect(room.scene).toContainText('A echoes: “What I hear is …”');
    await keyboard.press('s');
    await expect(room.scene).toContainText('A has the floor');
    await expect(room.scene).toHaveAttribute('data-side', 'A');
  });

  await test.step('one partner gets a minute more, and the other the same (S19)', async () => {
    await run.lead('Start').click();
    await expect(room.digits).toHaveText('4′');
    await run.control('+1 min').click();
    await expect(run.slot).toContainText('A had 1:00 more; B gets the same.');
    await expect(room.digits).toHaveText('5′');
    await expect(turnOf('A').first()).toHaveAccessibleName(/5:00/);
    await expect(turnOf('B').first()).toHaveAccessibleName(/5:00/);
  });

  await test.step('the offer is taken back from the partner alone', async () => {
    await run.slot.getByRole('button', { name: 'Take back the time offered to B' }).click();
    await expect(turnOf('B').first()).toHaveAccessibleName(/4:00/);
    await expect(turnOf('A').first()).toHaveAccessibleName(/5:00/);
    await expect(run.slot).not.toContainText('gets the same');
    await keyboard.press('u');
    await expect(turnOf('B').first()).toHaveAccessibleName(/5:00/);
  });

  await test.step('less for one is less for the other', async () => {
    await keyboard.press('-');
    await expect(room.digits).toHaveText('4′');
    await expect(turnOf('B').first()).toHaveAccessibleName(/4:00/);
  });

  await test.step('“we began two minutes ago” moves the start', async () => {
    const asked = Date.now();
    const before = await desk.run.secondsShown();
    await run.control('We began a few minutes ago').click();
    await run.choose('2 minutes ago');
    await expect.poll(async () => before - (await desk.run.secondsShown())).toBeGreaterThanOrEqual(120);
    expect(before - (await desk.run.secondsShown())).toBeLessThanOrEqual(120 + secondsSince(asked));
    await expect(room.digits).toHaveText('2′');
  });

  await test.step('undo takes back the last action, and time has gone on meanwhile', async () => {
    await run.lead('Next').click();
    await expect(room.thought).toHaveText('Hand over the floor');
    await run.undo.click();
    await expect(room.thought).toHaveText('Speak in small pieces');
    await expect(run.lead('Pause')).toBeVisible();
    expect(await desk.run.secondsShown()).toBeLessThanOrEqual(120);
  });

  await test.step('the partner’s later turn cannot be cut below what the first had', async () => {
    await run.lead('Next').click();
    await run.lead('Next').click();
    await expect(room.scene).toContainText('B has the floor');
    await keyboard.press('-');
    await expect(desk.note('The partner has already had the full time')).toBeVisible();
    await expect(room.digits).toHaveText('4′');
  });

  await test.step('more for the second makes a turn of its own for the first', async () => {
    await keyboard.press('+');
    await expect(run.slot).toContainText('B had 1:00 more; A gets the same.');
    await time.pass(5 * 60_000 + 500);
    await expect(room.scene).toContainText('A has the floor');
    await expect(room.digits).toHaveText('under a minute');
    await expect(run.left).toHaveText(/^0:[2-5]\d$/, { timeout: 20_000 });
  });
});

test('a message and the plan of the day stand on the wall and leave it again', async ({ launch, displays }) => {
  const { desk, room } = await leadFloorAndEcho({ launch, displays });
  const { page, run } = desk;
  const { keyboard } = page;
  const box = run.message.getByRole('textbox');

  await test.step('a message lies over the scene, large enough and whole', async () => {
    await keyboard.press('m');
    await expect(box).toBeFocused();
    await keyboard.type('Water and tea are ready. b h n');
    await keyboard.press('Enter');
    await expect(room.message).toHaveText('Water and tea are ready. b h n');
    await expect(box).toHaveValue('');
    const text = room.page.getByText('Water and tea');
    const inside = await text.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      return left > 0 && top > 0 && right < innerWidth && bottom < innerHeight && size >= innerHeight / 20;
    });
    expect(inside).toBe(true);
    await expect(run.roomState).toHaveText('Message');
  });

  await test.step('it is cleared with one key', async () => {
    await keyboard.press('c');
    await expect(room.message).toHaveCount(0);
    await expect(room.thought).toBeVisible();
  });

  await test.step('a name from the roster is seen before it is shown', async () => {
    await box.fill('Ada, please come to the door');
    await expect(run.message).toContainText('It contains a name from the roster: Ada. The room would read it.');
    expect(await room.words()).not.toContain('Ada');
    await box.fill('');
  });

  await test.step('the longest message still fits, or says so before it is shown', async () => {
    const long =
      'Please bring your chairs a little closer to the wall, so that everyone can hear and see, and leave a way to the door open on both sides.';
    await box.fill(long);
    await expect(run.message).toContainText(`${long.length} of 140`);
    await run.message.getByRole('button', { name: 'Show the message' }).click();
    await expect(room.message).toHaveText(long);
    const { width, height } = (await room.message.locator('.wall-message-text').boundingBox()) ?? {
      width: 0,
      height: 0,
    };
    expect(width).toBeLessThanOrEqual(1920);
    expect(height).toBeLessThanOrEqual(1080);
    await run.message.getByRole('button', { name: 'Clear the message' }).click();
    await expect(room.message).toHaveCount(0);
  });

  await test.step('the plan of the day', async () => {
    await run.control('Show on the wall').click();
    await run.choose('Plan of the day');
    await room.shows('plan');
    await expect(room.page.getByRole('heading', { name: 'Our day' })).toBeVisible();
    const rows = room.plan.getByRole('listitem');
    await expect(rows.first()).toHaveText('19:00Ground rules and the right to pass');
    await expect(rows.nth(1)).toHaveText('19:12Arrival breath');
    await keyboard.press('Shift+S');
    await expect(room.thought).toHaveText('One speaks. One echoes.');
  });

  await test.step('welcome, an empty wall and the test card', async () => {
    await keyboard.press('Shift+W');
    await room.shows('welcome');
    await expect(room.thought).toHaveText('Lantern evening');
    await keyboard.press('Shift+N');
    await room.shows('neutral');
    await keyboard.press('Shift+T');
    await expect(room.scene).toContainText('1920 × 1080');
  });

  await test.step('ending asks once and can be undone', async () => {
    await keyboard.press('Shift+S');
    await run.control('End what is on stage').click();
    await run.dialog('End what is on stage?').getByRole('button', { name: 'End it' }).click();
    await room.shows('closing');
    await run.undo.click();
    await expect(room.thought).toHaveText('One speaks. One echoes.');
  });
});

test('a tip goes once its button was pressed, and comes again with the mouse', async ({ launch, displays }) => {
  const { desk } = await leadFloorAndEcho({ launch, displays });
  const tip = desk.page.getByRole('tooltip');
  await desk.run.control('Hold').hover();
  await expect(tip).toContainText('Hold');
  await desk.run.control('Hold').click();
  await expect(tip).toBeHidden();
  await desk.run.control('Blank').hover();
  await expect(tip).toContainText('Blank');
  await desk.page.mouse.move(0, 0);
  await desk.run.control('Hold').hover();
  await expect(tip).toContainText('Hold');
});
