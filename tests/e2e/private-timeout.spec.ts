import type { TestHooks } from '../../electron/app/test-hooks';
import { roomChannels } from '../../shared/room/channel';
import type { Command } from '../../shared/session/commands/commands';
import type { ConsoleBridge } from '../../shared/session/protocol/channel';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { savedRetreat } from './pages/saved';
import { Time } from './pages/time';

const minuteMs = 60_000;

const thirty = Array.from({ length: 30 }, (_, n) => `Ada ${n + 1} & Bo ${n + 1}`);

/** The evening with these couples, its first item on the wall. */
async function putUpEvening(desk: ConsolePage, couples: readonly string[]): Promise<void> {
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: couples.join('\n') });
  await desk.prepare.run.click();
  await desk.run.lead('Next').click();
  await expect(desk.run.notes).toContainText('Welcome');
}

/** Notes all that the room's page is sent from now on; the answer says how much that was. */
async function hearRoom(app: App): Promise<() => Promise<number>> {
  // It has been told all that there is to tell of what is on and of what comes.
  const room = new RoomPage(await app.room());
  await expect(room.thought).toHaveText('Welcome. You set the depth.');
  await expect(room.coming).toHaveCount(1);
  await app.electron.evaluate(({ BrowserWindow }, { view, coming }) => {
    const room = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith('room:'));
    if (room === undefined) throw new Error('There is no room.');
    const contents = room.webContents;
    const send = contents.send.bind(contents);
    const heard: unknown[] = [];
    contents.send = (channel, ...what) => {
      // That the clocks of a test are moved is told as well.
      if (channel === view || channel === coming) heard.push(what);
      send(channel, ...what);
    };
    Object.assign(globalThis, { holdfastHeard: heard });
  }, roomChannels);
  return () =>
    app.electron.evaluate(() => (globalThis as unknown as { holdfastHeard: readonly unknown[] }).holdfastHeard.length);
}

const timeoutOf = (app: App, seat: number) => savedRetreat(app).couples.find((couple) => couple.seat === seat)?.timeout;

/** The moment at which a couple is back, as the app knows it. */
const returnOf = (app: App, seat: number): Promise<number> =>
  app.electron.evaluate((_, wanted) => {
    const { holdfastTest } = globalThis as unknown as { holdfastTest: TestHooks };
    const couple = holdfastTest.state().retreat?.couples.find((one) => one.seat === wanted);
    return (couple?.timeout?.returnsAt ?? Number.NaN) - holdfastTest.now().wall;
  }, seat);

test('a private timeout beside the room’s timer: two at once, nothing sent to the room, a quiet line until each is answered', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { run, banner, page } = desk;
  const time = new Time(app);
  await time.setHour(19);
  await putUpEvening(desk, ['Ada & Bo', 'Cleo & Dara', 'Eli & Fay']);
  const due = banner.filter({ hasText: 'Timeout over' });
  const card = (pair: string) => run.couples.getByRole('group', { name: `Private timeout of ${pair}` });
  const begin = (pair: string) => run.couples.getByRole('button', { name: `Private timeout for ${pair}, 20 min` });
  const sent = await hearRoom(app);

  await test.step('one action begins it, and it says when they are back', async () => {
    await begin('Ada & Bo').click();
    await expect(card('Ada & Bo')).toContainText(/Back at 19:2[01], 2[01] min left/);
    await expect(begin('Ada & Bo')).toBeDisabled();
    await expect.poll(() => timeoutOf(app, 1)?.extended).toBe(false);
  });

  await test.step('another one at once, from the palette, later and made longer', async () => {
    await time.pass(5 * minuteMs);
    await desk.find('Private timeout for Cleo & Dara');
    await expect(card('Cleo & Dara')).toContainText(/Back at 19:2[56]/);
    await expect(card('Ada & Bo')).toContainText(/1[56] min left/);
    await card('Cleo & Dara').getByRole('button', { name: '20 minutes more for Cleo & Dara, once' }).click();
    await expect(card('Cleo & Dara')).toContainText(/Back at 19:4[56]/);
    await expect(card('Cleo & Dara').getByRole('button')).toHaveCount(1);
    await expect(card('Eli & Fay')).toHaveCount(0);
  });

  await test.step('when the time is up a quiet line says so on every screen, and leads to the couple', async () => {
    await expect(due).toHaveCount(0);
    await time.pass(await returnOf(app, 1));
    await expect(due).toContainText('Timeout over: Ada & Bo');
    await expect(card('Ada & Bo')).toContainText(/Time to come back: 19:2[01]/);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await desk.goTo('Prepare');
    await expect(due).toContainText('Ada & Bo');
    await time.pass(10 * minuteMs);
    await due.getByRole('button', { name: 'Show Ada & Bo' }).click();
    await expect(card('Ada & Bo')).toBeVisible();
    await expect(due).toContainText('Ada & Bo');
  });

  await test.step('names are hidden in it as everywhere', async () => {
    await page.keyboard.press('Control+d');
    await expect(due).toContainText('Timeout over: Seat 1');
    await page.keyboard.press('Control+d');
    await expect(due).toContainText('Ada & Bo');
  });

  await test.step('the line stays until both are answered', async () => {
    await time.pass(await returnOf(app, 2));
    await expect(due).toContainText('Timeout over: Ada & Bo, and 1 more');
    await card('Ada & Bo').getByRole('button', { name: 'They are back: Ada & Bo' }).click();
    await expect(card('Ada & Bo')).toHaveCount(0);
    await expect(due).toContainText('Timeout over: Cleo & Dara');
    await desk.find('Cleo & Dara: back from');
    await expect(due).toHaveCount(0);
    await expect.poll(() => timeoutOf(app, 2)).toBeNull();
    await expect(begin('Ada & Bo')).toBeEnabled();
  });

  await test.step('of all this the room was sent nothing, and of the next step it is', async () => {
    expect(await sent()).toBe(0);
    await run.lead('Start').click();
    await expect.poll(sent).toBeGreaterThan(0);
  });
});

test('thirty couples: a private timeout stands on its seat, and is there again after kill -9', async ({
  launch,
  userData,
}) => {
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  await new Time(app).setHour(19);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: thirty.join('\n') });
  await desk.goTo('Run');
  const seat = (on: ConsolePage, n: number) => on.run.seat(`Ada ${n} & Bo ${n}`);
  for (const n of [3, 17]) {
    await seat(desk, n).click();
    await desk.run.couples.getByRole('button', { name: `Private timeout for Ada ${n} & Bo ${n}, 20 min` }).click();
    await expect(seat(desk, n)).toHaveAccessibleName(/in a private timeout, back at 19:2[01]/);
    await expect(seat(desk, n)).toContainText(/19:2[01]/);
  }
  await expect(seat(desk, 4)).not.toHaveAccessibleName(/timeout/);
  await desk.saved();
  await app.kill9();

  const again = await launch({ userData });
  const anew = await consoleOf(again);
  const time = new Time(again);
  await time.setHour(20);
  await anew.home.retreat('Lantern evening').click();
  await anew.goTo('Run');
  for (const n of [3, 17])
    await expect(seat(anew, n)).toHaveAccessibleName(/private timeout is over, back at 19:2[01]/);
  const due = anew.banner.filter({ hasText: 'Timeout over' });
  await expect(due).toContainText('Timeout over: Ada 3 & Bo 3, and 1 more');
  await due.getByRole('button', { name: 'Show Ada 3 & Bo 3' }).click();
  await anew.run.couples.getByRole('button', { name: 'They are back: Ada 3 & Bo 3' }).click();
  await expect(seat(anew, 3)).not.toHaveAccessibleName(/timeout/);
  await expect(due).toContainText('Timeout over: Ada 17 & Bo 17');
});

test('their own contract’s length comes first, and their landing phrases with the return', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { run, page } = desk;
  const time = new Time(app);
  await time.setHour(19);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCleo & Dara' });
  await desk.goTo('Run');
  await expect(run.couples.getByRole('button', { name: /^Private timeout for Ada & Bo, 20 min/ })).toBeVisible();
  const { id: couple, retreat } = await app.electron.evaluate(() => {
    const open = (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.state().retreat;
    return { id: open?.couples.find(({ seat }) => seat === 1)?.id ?? '', retreat: open?.id ?? '' };
  });
  const ask = (command: Command) =>
    page.evaluate((asked) => (globalThis as unknown as { holdfast: ConsoleBridge }).holdfast.command(asked), command);
  for (const side of ['A', 'B'] as const) {
    expect(await ask({ type: 'record/consent', id: couple, retreat, side, scope: 'record', given: true })).toEqual({
      ok: true,
    });
  }
  const agreed: Command = {
    type: 'record/answer',
    id: couple,
    retreat,
    exercise: 'timeout-agreement',
    field: 'length',
    owner: 'joint',
    value: { kind: 'choice', chosen: ['45 minutes'] },
  };
  const hears: Command = {
    type: 'record/answer',
    id: couple,
    retreat,
    exercise: 'landing-phrases',
    field: 'phrases',
    owner: 'B',
    value: { kind: 'list', lines: ['I am here.', 'We are safe.'] },
  };
  for (const command of [agreed, hears]) expect(await ask(command)).toEqual({ ok: true });

  await run.couples.getByRole('button', { name: 'Private timeout for Ada & Bo, 45 min' }).click();
  const card = run.couples.getByRole('group', { name: 'Private timeout of Ada & Bo' });
  await expect(card).toContainText(/Back at 19:4[56]/);
  await expect(card).toContainText('Their landing phrases come with the return.');
  await expect(card).not.toContainText('I am here.');
  const height = async () => (await card.boundingBox())?.height;
  const before = await height();
  await time.pass(await returnOf(app, 1));
  await expect(card).toContainText('B likes to hear “I am here.”, “We are safe.”');
  expect(await height()).toBe(before);
  await page.keyboard.press('Control+d');
  await expect(run.couples).not.toContainText('I am here.');
});
