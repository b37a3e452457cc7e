import type { Locator } from '@playwright/test';
import { consoleOf } from '../e2e/pages/console-page';
import { answersOnDisk, evening, lineOf, oneLine, openForm } from '../e2e/pages/form-page';
import { textOf } from '../e2e/pages/processes';
import { RoomPage } from '../e2e/pages/room-page';
import { tooWide } from '../e2e/pages/screen-facts';
import type { App } from '../rig/app';
import { alone, expect, test } from '../rig/test';

const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}';
const script = '<script>document.title="taken"</script>';
const worstLagMs = 250;

/** Whether a text ends where a person would end it: not inside an emoji or a letter with its marks. */
const whole = (text: string, of: string): boolean =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(of)].some(
    ({ index, segment }) => of.slice(0, index + segment.length) === text,
  );

test('odd names and titles: the layout stands, on the console and on the wall', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1024x768', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  await home.start.click();
  await home.name.fill(`\u202e${script}`);
  await home.couples.fill(`${'x'.repeat(10_000)} & Bo`);
  await home.submit.click();
  await expect(home.form).toContainText('At most 60 characters');
  await home.couples.fill(
    [
      `${family.repeat(5)} & ${'Wolfeschlegelsteinhausenbergerdorff'.slice(0, 35)}`,
      `${script} & \u05d0\u05d1\u05d2\u05d3`,
      '\u202eevil & \u200b\u2060',
      'Zo\u00eb & Zoe\u0308',
    ].join('\n'),
  );
  await home.submit.click();
  await expect(prepare.name).toHaveValue(script);
  expect(await tooWide(page)).toEqual([]);
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  expect(await tooWide(page)).toEqual([]);
  await page.keyboard.press('Shift+W');
  await room.shows('welcome');
  await expect(room.thought).toHaveText(script);
  await run.message.getByRole('textbox').fill(`\u202e${family} ${script}\u2066 \u05d0\u05d1`);
  await run.message.getByRole('button', { name: 'Show the message' }).click();
  await expect(room.message).toHaveText(`${family} ${script} \u05d0\u05d1`);
  for (const shown of [page, room.page]) {
    expect(await shown.evaluate(() => document.querySelectorAll('script:not([src])').length)).toBe(0);
    expect(await shown.title()).not.toContain('taken');
  }
  expect(await tooWide(room.page)).toEqual([]);
});

test('a text that is too long is never cut inside an emoji', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  const typed = `x${family.repeat(20)}`;
  const fields = [page.getByRole('textbox', { name: 'Name of A at seat 1' }), prepare.name];
  const keepsWhole = async (field: Locator): Promise<void> => {
    await field.fill('');
    await field.focus();
    await page.keyboard.insertText(typed);
    expect(whole(await field.inputValue(), typed)).toBe(true);
  };
  for (const field of fields) {
    await keepsWhole(field);
    await field.press('Escape');
  }
  await page.getByRole('button', { name: 'More for Arrival breath' }).click();
  await page.getByRole('menuitem', { name: 'Add something after it' }).click();
  await page.getByRole('dialog').getByText('Break', { exact: true }).click();
  await keepsWhole(page.getByRole('dialog').getByRole('textbox', { name: 'Title' }));
  await page.keyboard.press('Escape');
  await desk.goTo('Settings');
  await keepsWhole(page.getByRole('form', { name: 'Add a line' }).getByRole('textbox', { name: 'Name' }));
  await desk.goTo('Home');
  await home.drill.click();
  await keepsWhole(page.getByRole('dialog').getByRole('textbox', { name: 'Words on the wall' }));
  await page.keyboard.press('Escape');
  await desk.goTo('Run');
  await keepsWhole(run.message.getByRole('textbox'));
});

test('odd words in a form: kept as they stand in their fields, the layout stands, and the wall shows none of them', async ({
  launch,
  displays,
}) => {
  displays.reset('1024x768');
  displays.plug('DUMMY1', '1024x768', { rightOf: 'DUMMY0' });
  const app = await launch();
  const here = await evening(app, 'Ada & Bo', ['record']);
  const { desk, form, room } = here;
  const { page } = desk;
  const hostile = `\u202e${script} ${family.repeat(40)} ${'x'.repeat(300)}`;
  const kept = `${script} ${family.repeat(40)} ${'x'.repeat(300)}`;
  const lines = form.part('Ada (A)').getByRole('textbox', { name: 'What would help me rely on us' });
  const agreement = form.part('Together').getByRole('textbox', { name: 'Our first agreement' });
  const date = form.part('Together').getByRole('textbox', { name: 'We look at them again on' });
  await openForm(here, 1, oneLine);
  await paste(lineOf(form.part('Ada (A)')), hostile);
  await expect(lineOf(form.part('Ada (A)'))).toHaveValue(kept);
  expect(await tooWide(page)).toEqual([]);
  await form.exercise.selectOption({ label: 'Agreements builder' });
  await paste(lines, `${hostile}\u2028second line`);
  await expect(lines).toHaveValue(`${kept}\nsecond line`);
  await paste(agreement, `${'word '.repeat(5_000)}`);
  await expect.poll(async () => (await agreement.inputValue()).length).toBe(20_000);
  expect(await tooWide(page)).toEqual([]);
  for (const day of ['2026-02-30', '10000-01-01', '-1', '1e9']) {
    await paste(date, day);
    await expect(form.part('Together')).toContainText('Year, month, day');
  }
  await date.fill('');
  await expect(form.kept).toHaveText('Saved');
  const said = answersOnDisk(app);
  expect(said).toMatchObject({
    '1 kind-word/line/A': { kind: 'text', text: kept },
    '1 agreements-builder/my-needs/A': { kind: 'list', lines: [kept, 'second line'] },
    '1 agreements-builder/agreement-one/joint': { kind: 'long-text' },
  });
  expect(Object.keys(said)).not.toContain('1 agreements-builder/review-on/joint');
  expect(await room.page.locator('body').textContent()).not.toContain('taken');
  for (const shown of [page, room.page]) expect(await shown.title()).not.toContain('taken');
});

/** What somebody pastes in place of all that stands there. */
async function paste(field: Locator, words: string): Promise<void> {
  await field.focus();
  await field.press('Control+a');
  await field.page().keyboard.insertText(words);
}

/** A drill on the wall, running. */
async function startDrill(app: App) {
  const desk = await consoleOf(app);
  await desk.home.drill.click();
  await desk.home.exercise('Timeout rehearsal').click();
  const room = new RoomPage(await app.room());
  await desk.run.lead('Start').click();
  await expect(room.scene).toHaveAttribute('data-state', 'running');
  return { desk, room };
}

/** The longest the main process was held up while something is done, in milliseconds. */
async function lagOf(app: App, act: () => Promise<unknown>): Promise<number> {
  await app.electron.evaluate(() => {
    const seen = { last: performance.now(), worst: 0 };
    const timer = setInterval(() => {
      const now = performance.now();
      seen.worst = Math.max(seen.worst, now - seen.last);
      seen.last = now;
    }, 5);
    Object.assign(globalThis, { lagSeen: seen, lagTimer: timer });
  });
  await act();
  return app.electron.evaluate(() => {
    const { lagSeen, lagTimer } = globalThis as unknown as {
      lagSeen: { worst: number };
      lagTimer: NodeJS.Timeout;
    };
    clearInterval(lagTimer);
    return lagSeen.worst;
  });
}

test(
  'a flood of 100,000 messages: refused, the page is loaded anew, and the timer is not held up',
  alone,
  async ({ launch, displays }) => {
    displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
    const app = await launch();
    const { desk, room } = await startDrill(app);
    app.expectProblem(/Crashing because hung/);
    // How long this machine holds it up anyway, with what else it does.
    const rest = await lagOf(app, () => desk.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3000))));
    const lag = await lagOf(app, async () => {
      const gone = app.electron.evaluate(
        ({ BrowserWindow }) =>
          new Promise<void>((resolve) => {
            const desk = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
            desk?.webContents.once('render-process-gone', () => resolve());
          }),
      );
      await app.electron.evaluate(({ BrowserWindow }) => {
        const desk = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
        const flood =
          'for (let n = 0; n < 100000; n += 1) void holdfast.command({ type: "stage/next" }).catch(() => 0);';
        void desk?.webContents.executeJavaScript(flood).catch(() => undefined);
      });
      await gone;
      await expect.poll(() => textOf(app, 'console', '[aria-label="Timer"]')).toContain('Running');
    });
    expect(lag - rest).toBeLessThanOrEqual(worstLagMs);
    await expect(room.scene).toHaveAttribute('data-state', 'running');
  },
);
