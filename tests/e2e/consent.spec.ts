import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TestHooks } from '../../electron/app/test-hooks';
import { decodeDocument, encodeDocument } from '../../electron/library/codec/document';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import type { ConsoleBridge } from '../../shared/session/protocol/channel';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { filesOf } from '../saved-documents';
import { couplesTyped } from '../walk/couples';
import { consoleOf } from './pages/console-page';
import { savedRetreat } from './pages/saved';
import { tooWide } from './pages/screen-facts';
import { sizeConsole } from './pages/window-facts';

/** Asks as the console's page does; what it answers must be a yes. */
async function ask(page: Page, command: Command): Promise<void> {
  const answer = await page.evaluate(
    (asked) => (globalThis as unknown as { holdfast: ConsoleBridge }).holdfast.command(asked),
    command,
  );
  expect(answer).toEqual({ ok: true });
}

const onDisk = (app: App): string =>
  filesOf(join(app.userData, 'library'), 'record')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

test('the forms of thirty couples are filled in by keyboard alone, and are there after a restart', async ({
  launch,
  displays,
}) => {
  test.setTimeout(180_000);
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, couples } = desk;
  const { keyboard } = page;
  await sizeConsole(app, page, { width: 1024, height: 768 });
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: `${couplesTyped(29)}\nRobin` });
  await expect(prepare.name).toHaveValue('Lantern evening');

  await test.step('Ctrl+5 leads to it, and the keyboard is in it', async () => {
    await keyboard.press('Control+5');
    await expect(couples.row('Seat 1, Ada & Bo').getByRole('button')).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'said yes' })).toHaveText(/^0 of 59/);
    expect(await tooWide(page)).toEqual([]);
  });

  await test.step('Enter ends a seat number, and says yes for nobody', async () => {
    const record = couples.row('Seat 12, ').getByRole('checkbox').first();
    await keyboard.type('12');
    await expect(record).toBeFocused();
    await keyboard.press('Enter');
    await desk.heard();
    await expect(record).not.toBeChecked();
  });

  await test.step('each form as it comes in: its seat, and a tick for each box', async () => {
    for (const seat of Array.from({ length: 30 }, (_, n) => ((n * 7) % 30) + 1)) {
      await keyboard.type(String(seat));
      const row = couples.row(`Seat ${seat}, `);
      await expect(row.getByRole('checkbox').first()).toBeFocused();
      await expect(row.getByRole('checkbox').first()).toBeInViewport({ ratio: 1 });
      const boxes = seat === 30 ? 3 : 6;
      for (let box = 1; box <= boxes; box += 1) {
        await keyboard.press(box % 2 === 0 ? 'x' : 'Space');
        if (box < boxes) await keyboard.press('ArrowRight');
      }
      await expect(row.getByRole('checkbox', { checked: true })).toHaveCount(boxes);
    }
    await expect(page.getByRole('status').filter({ hasText: 'said yes' })).toHaveText(/^59 of 59/);
    await expect(couples.row('Seat 30, Robin').getByRole('checkbox')).toHaveCount(3);
  });

  await test.step('Tab leaves the sheet, and comes back to where it was', async () => {
    await keyboard.press('Tab');
    await expect(couples.consents.locator(':focus')).toHaveCount(0);
    await keyboard.press('Shift+Tab');
    await expect(couples.consents.locator(':focus')).toHaveCount(1);
  });

  await test.step('a restart has all of it', async () => {
    await desk.saved();
    await expect.poll(() => onDisk(app).match(/"given":true/g)?.length).toBe(29 * 6 + 3);
    await app.close();
    const again = await launch({ userData: app.userData });
    const later = await consoleOf(again);
    await later.home.retreat('Lantern evening').click();
    await expect(later.prepare.name).toHaveValue('Lantern evening');
    await later.goTo('Couples');
    await expect(later.couples.consents.getByRole('checkbox', { checked: true })).toHaveCount(29 * 6 + 3);
    await expect(later.couples.box('Seat 4, ', 'Maximiliana-Josephine, Record')).toHaveAccessibleName(/: yes on /);
  });
});

test('what is taken back is shown with its day and what that means, and its words are deleted when asked', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, couples } = desk;
  const { keyboard } = page;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCleo & Dara' });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await desk.goTo('Couples');
  const details = couples.details('Seat 1, Ada & Bo');
  const adas = couples.box('Seat 1, ', 'Ada, Record');
  const bos = couples.box('Seat 1, ', 'Bo, Record');
  await adas.click();
  await bos.click();
  await expect(couples.consents.getByRole('checkbox', { checked: true })).toHaveCount(2);
  const { id: retreat, couples: roster } = savedRetreat(app);
  const id = roster.find(({ seat }) => seat === 1)?.id ?? '';
  const words = 'The smell of rain on the porch';
  await expect.poll(() => onDisk(app)).toContain('"given":true');

  await test.step('something is written', async () => {
    const place = { id, retreat, exercise: 'trigger-map', field: 'trigger', owner: 'A' } as const;
    await ask(page, { type: 'record/answer', ...place, value: { kind: 'long-text', text: words } });
    await expect.poll(() => onDisk(app)).toContain(words);
  });

  await test.step('the same key takes back, and a calm line says what that means', async () => {
    await adas.focus();
    await keyboard.press('Space');
    await expect(adas).toHaveAttribute('aria-checked', 'false');
    await expect(adas).toHaveAccessibleName(/taken back on /);
    await expect(details).toContainText('Ada has taken back the record. Nothing new is written');
    await expect(bos, 'the other’s yes stands').toHaveAttribute('aria-checked', 'true');
  });

  await test.step('the history says who, what and when', async () => {
    await details.getByRole('button', { name: 'Show the history' }).click();
    const acts = details.getByRole('list', { name: 'History of the consents' }).getByRole('listitem');
    await expect(acts).toHaveText([/^Ada: took back Record/, /^Bo: yes to Record/, /^Ada: yes to Record/]);
  });

  await test.step('deletion is asked once, and what was written is on the disk no more', async () => {
    await details.getByRole('button', { name: 'Delete Ada’s words…' }).click();
    const question = page.getByRole('dialog', { name: 'Delete what Ada wrote?' });
    await expect(question).toContainText('1 entry goes for good');
    await expect(question).toContainText('is not reached');
    await question.getByRole('button', { name: 'Delete for good' }).click();
    await expect(details).toContainText('there is nothing to delete');
    await expect.poll(() => onDisk(app)).not.toContain(words);
    await expect(desk.banner).toContainText('older copies here included');
  });

  await test.step('a new yes is given by the same key', async () => {
    await adas.focus();
    await keyboard.press('x');
    await expect(adas).toHaveAttribute('aria-checked', 'true');
    await expect(details).not.toContainText('taken back the record');
  });

  await test.step('no name is shown while names are hidden', async () => {
    await keyboard.press('Control+d');
    await expect(couples.row('Seat 1')).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(/Ada|Bo\b|Cleo|Dara/);
    await expect(couples.consents.getByRole('checkbox', { name: /^A, Record/ })).toHaveCount(2);
    await keyboard.press('Control+d');
  });
});

test('measures taken back alone offer the measures alone, and no word goes with them', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, couples } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await desk.goTo('Couples');
  const details = couples.details('Seat 1, Ada & Bo');
  const measures = couples.box('Seat 1, ', 'Ada, Measures');
  await couples.box('Seat 1, ', 'Ada, Record').click();
  await measures.click();
  await expect(couples.consents.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await desk.saved();
  const { id: retreat, couples: roster } = savedRetreat(app);
  const place = { id: roster[0]?.id ?? '', retreat, exercise: 'trigger-map', owner: 'A' } as const;
  const words = 'The smell of rain on the porch';
  await ask(page, { type: 'record/answer', ...place, field: 'trigger', value: { kind: 'long-text', text: words } });
  await ask(page, { type: 'record/answer', ...place, field: 'intensity', value: { kind: 'scale', points: 7 } });
  await expect.poll(() => onDisk(app)).toContain('"points":7');
  await measures.focus();
  await page.keyboard.press('Space');
  await expect(details).toContainText('Ada has taken back the measures');
  await expect(details.getByRole('button', { name: 'Delete Ada’s words…' })).toHaveCount(0);
  await details.getByRole('button', { name: 'Delete Ada’s measures…' }).click();
  const question = page.getByRole('dialog', { name: 'Delete what Ada measured?' });
  await expect(question).toContainText('The measures of 1 entry go for good');
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(details).toContainText('there is nothing to delete');
  await expect.poll(() => onDisk(app)).not.toContain('"points":7');
  expect(onDisk(app)).toContain(words);
});

test('what a couple agreed may be deleted where a consent is taken back, and is not passed over in silence', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, couples } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCleo & Dara' });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await desk.goTo('Couples');
  const details = couples.details('Seat 1, Ada & Bo');
  await couples.box('Seat 1, ', 'Ada, Record').click();
  await couples.box('Seat 1, ', 'Bo, Record').click();
  await details.getByRole('button', { name: 'Show the history' }).click();
  await expect(details.getByRole('listitem')).toHaveCount(2);
  await desk.saved();
  const { id: retreat, couples: roster } = savedRetreat(app);
  const id = roster[0]?.id ?? '';
  const saying = { kind: 'principle', content: { text: 'rest on Sundays' } } as const;
  const add: Command = { type: 'charter/add', id, retreat, saying, carriedBy: 'both', review: null, captured: null };
  // The charter is read first.
  await expect(() => ask(page, add)).toPass();
  await couples.box('Seat 1, ', 'Bo, Record').click();
  await expect(details).toContainText('There are agreements');
  await expect(details).not.toContainText('there is nothing to delete');
  await details.getByRole('button', { name: 'Delete what they agreed…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(details).toContainText('there is nothing to delete');
});

test('at another retreat consent is asked anew, and the old one is shown with its day', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCleo & Dara' });
  await expect(desk.prepare.name).toHaveValue('Lantern evening');
  await desk.goTo('Couples');
  for (const name of ['Ada, Record', 'Ada, Measures', 'Bo, Record']) await desk.couples.box('Seat 1, ', name).click();
  await expect(desk.couples.consents.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await expect.poll(() => onDisk(app).match(/"given":true/g)?.length).toBe(3);
  await desk.saved();
  await app.close();
  // What they said stands as said in spring, elsewhere: the way a couple comes that was here before.
  const [file = ''] = filesOf(join(app.userData, 'library'), 'record');
  const decoded = decodeDocument(documentKinds.record, readFileSync(file));
  if (!decoded.ok) throw new Error(decoded.code);
  const record = documentKinds.record.shape.parse(decoded.held.body);
  const spring = new Date(new Date().getFullYear(), 2, 3, 20, 0).getTime();
  const consents = record.consents.map((act) => ({ ...act, retreat: 'spring', at: spring }));
  writeFileSync(file, encodeDocument(documentKinds.record, { ...decoded.held, body: { ...record, consents } }));

  const again = await launch({ userData: app.userData });
  const later = await consoleOf(again);
  const { home, prepare, couples } = later;
  await home.retreat('Lantern evening').click();
  await expect(prepare.name).toHaveValue('Lantern evening');
  await later.goTo('Couples');
  const details = couples.details('Seat 1, Ada & Bo');
  const adas = couples.box('Seat 1, ', 'Ada, Record');
  await test.step('not ticked, with the day of the old yes', async () => {
    await expect(adas).toHaveAccessibleName(/: yes on March 3, \d{4} at an earlier retreat/);
    await expect(adas).toContainText('Mar 3');
    await expect(couples.consents.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await expect(details).toContainText(/yes on March 3, \d{4} at an earlier retreat, not asked here yet/);
  });
  await test.step('the old yes can be taken back where it stands, beside the sheet and by key', async () => {
    await details.getByRole('button', { name: 'Take back Ada, Measures' }).click();
    await expect(couples.box('Seat 1, ', 'Ada, Measures')).toHaveAccessibleName(/: taken back on /);
    await couples.box('Seat 1, ', 'Bo, Record').focus();
    await later.page.keyboard.press('Delete');
    await expect(couples.box('Seat 1, ', 'Bo, Record')).toHaveAccessibleName(/: taken back on /);
  });
  await test.step('a tick is a yes of today', async () => {
    await adas.focus();
    await later.page.keyboard.press('Space');
    await expect(adas).toHaveAttribute('aria-checked', 'true');
    await expect(adas).not.toHaveAccessibleName(/March 3/);
    await details.getByRole('button', { name: 'Show the history' }).click();
    const acts = details.getByRole('list', { name: 'History of the consents' }).getByRole('listitem');
    await expect(acts).toHaveCount(6);
    await expect(acts.last()).toContainText('at another retreat');
  });
});

test('today’s overview marks each exercise of each couple, says no more, and one press opens the form', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, couples } = desk;
  const { keyboard } = page;
  await home.startRetreat({
    program: 'One evening',
    name: 'Lantern evening',
    couples: 'Ada & Bo\nCleo & Dara\nEli & Fay',
  });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await keyboard.press('Control+5');
  await couples.part('Today').click();
  const cell = (who: string, exercise: string) => couples.row(who).getByRole('button', { name: `, ${exercise}: ` });
  /** The form of that couple and exercise is open beside the room. */
  const opened = async (pair: string, exercise: string): Promise<void> => {
    const form = page.getByRole('region', { name: 'Form', exact: true });
    await expect(form.getByRole('heading', { name: pair })).toBeVisible();
    await expect(form.getByRole('combobox', { name: 'Exercise' }).locator('option:checked')).toHaveText(exercise);
  };
  const { id: retreat, days, couples: roster } = savedRetreat(app);
  const [first = '', second = ''] = (days[0]?.items ?? []).flatMap(({ kind, ref }) =>
    kind === 'exercise' && ref !== null ? [ref] : [],
  );
  const [ada, cleo, eli] = roster.map(({ id }) => id);

  await test.step('the exercises of the day across, by code, with their titles to be heard', async () => {
    const heads = couples.today.getByRole('columnheader');
    await expect(heads.first()).toHaveText('Seat');
    await expect(couples.today.getByRole('columnheader', { name: 'Arrival breath' })).toContainText('A2');
    await expect(cell('Seat 1, ', 'Arrival breath')).toHaveAccessibleName(/: not done yet$/);
  });

  await test.step('done is filled; a pause, a beginning and nothing are hollow; passed and skipped are one', async () => {
    for (const [id = '', mark] of [
      [ada, 'done'],
      [cleo, 'passed'],
      [eli, 'skipped'],
    ] as const)
      await ask(page, { type: 'record/mark', id, retreat, exercise: first, mark });
    await ask(page, { type: 'record/mark', id: ada ?? '', retreat, exercise: second, mark: 'private-timeout' });
    const drawn = (who: string, column: number) =>
      couples.row(who).locator(`[data-column="${column}"] svg`).getAttribute('data-mark');
    await expect.poll(() => drawn('Seat 1, ', 1)).toBe('filled');
    await expect.poll(() => drawn('Seat 2, ', 1)).toBe('crossed');
    await expect.poll(() => drawn('Seat 3, ', 1)).toBe('crossed');
    await expect.poll(() => drawn('Seat 1, ', 2)).toBe('hollow');
    // Whoever looks into the page finds no more either: what differs is who it is, and nothing else.
    const drawnOf = (who: string, id = '') =>
      couples
        .row(`${who}, `)
        .evaluate(
          (row, words) => words.reduce((all, one) => all.replaceAll(one, ''), row.innerHTML),
          [id, who, who.replace('Seat ', '>'), 'Cleo &amp; Dara', 'Eli &amp; Fay'],
        );
    expect(await drawnOf('Seat 2', cleo)).toBe(await drawnOf('Seat 3', eli));
  });

  await test.step('the keyboard goes to a seat and a cell, and Enter opens that form in Run', async () => {
    await couples.row('Seat 1, ').getByRole('button').first().click();
    await keyboard.type('3');
    await expect(couples.row('Seat 3, ').locator(':focus')).toHaveAttribute('data-column', '1');
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await opened('Eli & Fay', 'Arrival breath');
  });

  await test.step('and so does one click', async () => {
    await keyboard.press('Escape');
    await desk.goTo('Couples');
    await expect(couples.today, 'the part that was open is open').toBeVisible();
    await cell('Seat 2, ', 'Small reaches').click();
    await opened('Cleo & Dara', 'Small reaches');
  });
});

test('while something is on stage the keyboard leads on, until it is asked into the sheet; then the sheet has it', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, run, couples } = desk;
  const { keyboard } = page;
  await home.demo.click();
  await run.lead('Next').click();
  await run.lead('Start').click();
  await expect(run.lead('Pause')).toBeVisible();
  const blank = (): Promise<boolean> =>
    app.electron.evaluate(
      () => (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.state().live.stage.blank,
    );
  await keyboard.press('Control+5');
  await expect(couples.consents).toBeVisible();
  await expect(couples.consents.locator(':focus')).toHaveCount(0);
  await keyboard.press('b');
  await expect.poll(blank).toBe(true);
  await keyboard.press('b');
  await expect.poll(blank).toBe(false);

  const name = couples.consents.getByRole('rowheader').first().getByRole('button');
  await name.click();
  await keyboard.press('b');
  await keyboard.press('.');
  await keyboard.press('ArrowRight');
  await keyboard.press('Space');
  await expect(couples.consents.getByRole('checkbox', { checked: true })).toHaveCount(1);
  expect(await blank(), 'its letters and its full stop are the sheet’s').toBe(false);
  await keyboard.press('Control+b');
  await expect.poll(blank).toBe(true);
  await keyboard.press('Escape');
  await expect(couples.consents.locator(':focus')).toHaveCount(0);
  await keyboard.press('b');
  await expect.poll(blank).toBe(false);
});
