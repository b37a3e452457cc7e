import { lead, pair } from '../faults/leading';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { HandoverPage, handOver, handsOn, inHands, pin, sessionOf } from './pages/handover-page';
import { pressNatively, textOf } from './pages/processes';

const secret = 'the phone on the table';
const map = { pair, exercise: 'trigger-map' } as const;

/** What the console's page says, asked through its window: to Playwright it is another page once it has been ended. */
const deskSays = (app: App): Promise<string | null> => textOf(app, 'console', 'body').catch(() => null);

/** Gives the laptop by what the console's page asks when its dialog is answered. */
async function giveTo(app: App, side: 'A' | 'B'): Promise<void> {
  const { retreat } = await sessionOf(app);
  const [couple] = retreat?.couples ?? [];
  const begin = { type: 'handover/begin', id: couple?.id, retreat: retreat?.id, side, exercise: map.exercise };
  await app.electron.evaluate(({ BrowserWindow }, command) => {
    const desk = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('console:'));
    // Its page ends with the answer.
    void desk?.webContents
      .executeJavaScript(`void window.holdfast.command(${JSON.stringify(command)})`)
      .catch(() => undefined);
  }, begin);
}

test('the laptop goes to A and back, and to B: each writes what is theirs, and what A keeps to themselves nobody else sees', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk, room } = await lead(app);
  const handed = await handOver(app, desk, { ...map, name: 'Ada' });
  await expect(handed.title).toHaveText('Hello, Ada');
  expect(await handed.page.locator('body').textContent()).not.toMatch(/Bo|Cleo|Dara|Lantern/);
  expect(await handsOn(app)).toMatchObject(inHands);
  await handed.begin();
  await expect(handed.title).toHaveText('What exactly happened');
  await handed.write(secret);
  await expect(handed.reader('Only I')).toBeChecked();
  await expect(handed.page.getByText('Until the library is sealed')).toBeVisible();
  await handed.button('Next').click();
  await expect(handed.page.getByText('2 of 6')).toBeVisible();
  await expect(handed.title).toHaveText('Where it landed in my body');
  await handed.page.getByRole('checkbox', { name: 'Throat' }).check();
  await handed.reader('My partner, I and the facilitator').check();

  await test.step('the room goes on, and is calmed from here too', async () => {
    await pressNatively(app, 'b', ['control'], 'handover');
    await expect.poll(async () => (await sessionOf(app)).live.stage.blank).toBe(true);
    await pressNatively(app, 'b', ['control'], 'handover');
    await expect(room.thought).toBeVisible();
  });

  // The last of them leads to whether what is only A's may be noted as practice.
  for (let n = 0; n < 5; n += 1) await handed.button('Next').click();
  await handed.button('I am done').click();
  await expect(handed.title).toHaveText('Thank you');
  await handed.leader.click();
  await handed.page.keyboard.type('1111');
  await handed.button('Take the laptop back').click();
  await expect(handed.page.getByRole('alert')).toHaveText('That is not the PIN.');
  for (const digit of pin) await handed.button(digit).click();
  await handed.button('Take the laptop back').click({ noWaitAfter: true });

  await expect
    .poll(() => handsOn(app))
    .toMatchObject({ console: true, consolePage: true, handover: false, kind: null });
  await expect.poll(() => deskSays(app)).toContain('Ada & Bo');
  expect(await deskSays(app)).not.toContain(secret);
  await test.step('its partner finds nothing of that', async () => {
    await giveTo(app, 'B');
    const other = new HandoverPage(await app.handover());
    await expect(other.title).toHaveText('Hello, Bo');
    await other.begin();
    await expect(other.writing).toHaveValue('');
    expect(await other.page.content()).not.toMatch(new RegExp(`${secret}|Ada`));
    await other.write('the door that stayed shut');
    await other.takeBack();
    await expect.poll(() => handsOn(app)).toMatchObject({ console: true, consolePage: true, kind: null });
    await expect.poll(() => deskSays(app)).toContain('Ada & Bo');
    expect(await deskSays(app)).not.toContain('the door that stayed shut');
  });
});

test('touched with a finger', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  const handed = await handOver(app, desk, { ...map, name: 'Bo' });
  const tap = (name: string): Promise<void> =>
    handed.touch(handed.button(name).or(handed.page.getByRole('radio', { name, exact: true })));
  await tap('Begin');
  await tap('Yes, keep what I write');
  await expect(handed.writing).toBeVisible();
  await handed.write(secret);
  await tap('I and the facilitator');
  await expect(handed.reader('I and the facilitator')).toBeChecked();
  await tap('I am the facilitator');
  await expect(handed.title).toHaveText('Your PIN, please');
  for (const digit of pin) await tap(digit);
  await tap('Take the laptop back');
  await expect.poll(() => handsOn(app)).toMatchObject({ console: true, handover: false });
});
