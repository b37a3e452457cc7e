import type { App } from '../rig/app';
import type { Displays } from '../rig/displays';
import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { pressKeys } from './pages/native-keys';

/** Milliseconds from key to key: all at once, a fast typist, and a slow one. */
const gaps = [0, 40, 90];
/** As fast as this machine is, and as slow as a laptop that is busy. */
const speeds = [1, 4];

/** Does the same at every pace; the room must never notice. */
async function atEveryPace(desk: ConsolePage, act: (gap: number) => Promise<void>): Promise<void> {
  const cdp = await desk.page.context().newCDPSession(desk.page);
  for (const rate of speeds) {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    for (const gap of gaps) {
      await test.step(`${rate} times slower, ${gap} ms from key to key`, () => act(gap));
      await desk.goTo('Run');
      await expect(desk.run.roomState).toHaveText('Live');
    }
  }
}

async function onRun(app: App, displays: Displays): Promise<ConsolePage> {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening' });
  await desk.prepare.run.click();
  await desk.run.lead('Next').click();
  await expect(desk.run.roomState).toHaveText('Live');
  return desk;
}

test('what is typed right after Ctrl+K is looked for, and never a key for the room', async ({ launch, displays }) => {
  const app = await launch();
  const desk = await onRun(app, displays);
  await atEveryPace(desk, async (gap) => {
    // H holds, L puts up the help card.
    await pressKeys(app, ['^k', 'h', 'e', 'l', 'l'], gap);
    await expect(desk.palette).toHaveValue('hell');
    await pressKeys(app, ['Escape'], gap);
    await expect(desk.palette).toBeHidden();
  });
});

test('what is typed right after M is in the message, from any screen', async ({ launch, displays }) => {
  const app = await launch();
  const desk = await onRun(app, displays);
  const field = desk.run.message.getByRole('textbox');
  await atEveryPace(desk, async (gap) => {
    for (const screen of ['Run', 'Home'] as const) {
      await desk.goTo(screen);
      await pressKeys(app, ['m', 'h', 'e', 'l', 'l', 'o'], gap);
      await expect(field).toHaveValue('hello');
      await field.fill('');
      await field.blur();
    }
  });
});

test('what is typed right after M is in the message, where the page is held up before the field is there', async ({
  launch,
  displays,
}) => {
  const app = await launch();
  const desk = await onRun(app, displays);
  // Longer than plain keys are kept away from the room: what was pressed before that was meant for the message.
  await desk.page.evaluate(() => {
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== 'm') return;
        setTimeout(() => {
          for (const until = performance.now() + 2500; performance.now() < until; );
        });
      },
      true,
    );
  });
  // H holds, L puts up the help card.
  await pressKeys(app, ['m', 'h', 'e', 'l', 'l', 'o'], 0);
  await expect(desk.run.message.getByRole('textbox')).toHaveValue('hello');
  await expect(desk.run.roomState).toHaveText('Live');
});

test('what is typed right after a dialog is asked for by keyboard is in its field', async ({ launch, displays }) => {
  const app = await launch();
  const desk = await onRun(app, displays);
  await atEveryPace(desk, async (gap) => {
    await desk.goTo('Home');
    await desk.home.drill.focus();
    await pressKeys(app, ['Enter', 'b', 'r', 'e'], gap);
    await expect(desk.home.picker.getByRole('searchbox')).toHaveValue('bre');
    await pressKeys(app, ['Escape'], gap);
    await expect(desk.home.picker).toBeHidden();
  });
});

test('Escape takes back what was asked for, also before it is there', async ({ launch, displays }) => {
  const app = await launch();
  const desk = await onRun(app, displays);
  await atEveryPace(desk, async (gap) => {
    for (const asked of ['^k', '?']) {
      // Keys are taken one after another: once the last one is done, what the first asked for has come, or never does.
      await pressKeys(app, [asked, 'Escape', 'f'], gap);
      await expect(desk.run.roomState).toHaveText('Frozen');
      await expect(desk.page.getByRole('dialog')).toHaveCount(0);
      await pressKeys(app, ['f'], 0);
      await expect(desk.run.roomState).toHaveText('Live');
    }
  });
});
