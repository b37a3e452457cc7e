import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { TestHooks } from '../../electron/app/test-hooks';
import type { Noting } from '../../shared/couple/practice/practice-kinds';
import type { Command } from '../../shared/session/commands/commands';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { ask } from './pages/ask';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { savedRetreat } from './pages/saved';
import { tooWide } from './pages/screen-facts';
import { sizeConsole } from './pages/window-facts';

interface Couple {
  readonly id: string;
  readonly retreat: string;
}

/** A retreat of one couple, and that couple’s page. */
async function openPage(app: App, desk: ConsolePage): Promise<Couple> {
  const { page, home, prepare } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Adalind & Borchert' });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await page.keyboard.press('Control+5');
  await page.getByRole('tab', { name: 'All couples' }).click();
  await page.getByRole('button', { name: /^Adalind & Borchert/ }).click();
  await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible();
  await desk.saved();
  const { id: retreat, couples } = savedRetreat(app);
  return { id: couples[0]?.id ?? '', retreat };
}

const consents = ({ id, retreat }: Couple, given = true): Command[] =>
  (['A', 'B'] as const).flatMap((side) =>
    (['record', 'measures'] as const).map(
      (scope): Command => ({ type: 'record/consent', id, retreat, side, scope, given }),
    ),
  );

/** What a couple noted over some weeks. */
async function noteWeeks(page: Page, couple: Couple): Promise<void> {
  const add = (owner: 'A' | 'B' | 'joint', on: string, noting: Noting): Command => ({
    type: 'practice/add',
    ...couple,
    owner,
    on,
    noting,
  });
  const measure = (
    on: string,
    moment: 'before' | 'after' | 'follow-up',
    item: 'felt-security' | 'heard' | 'distress',
    score: number,
  ) => add('A', on, { kind: 'measure', content: { moment, item, name: '', score } });
  const bids = (on: string, noticed: number, answered: number) =>
    add('A', on, { kind: 'bids', content: { noticed, answered } });
  const timeout = (on: string, kept: boolean) => add('joint', on, { kind: 'timeout', content: { kept, note: '' } });
  const repair = (on: string, received: 'received' | 'not-yet') =>
    add('joint', on, {
      kind: 'repair',
      content: {
        hurt: 'You waited on the stairs with the lamp on',
        part: 'I said seven and came at nine, without a word',
        matters: 'You and I matter more than who is right about the clock',
        received,
        need: received === 'received' ? '' : 'to hear it once more tomorrow',
      },
    });
  await ask(
    page,
    ...consents(couple),
    measure('2026-09-05', 'before', 'felt-security', 4),
    measure('2026-09-05', 'before', 'distress', 7),
    measure('2026-09-06', 'after', 'felt-security', 7),
    measure('2026-09-06', 'after', 'heard', 8),
    measure('2026-10-06', 'follow-up', 'felt-security', 6),
    measure('2026-11-06', 'follow-up', 'felt-security', 8),
    ...[3, 5, 4, 8, 7, 9, 6].map((noticed, day) => bids(`2026-09-${10 + day}`, noticed, noticed - (day % 3))),
    timeout('2026-09-12', true),
    timeout('2026-09-20', false),
    timeout('2026-10-02', true),
    timeout('2026-10-09', true),
    repair('2026-09-13', 'received'),
    repair('2026-10-10', 'not-yet'),
    add('B', '2026-10-11', {
      kind: 'journal',
      content: {
        trigger: 'The phone lit up while I was talking',
        body: ['throat', 'chest', 'heat'],
        move: 'withdraw',
        echo: '',
        intensity: 6,
      },
    }),
    add('A', '2026-10-11', {
      kind: 'disclosure',
      content: {
        trigger: 'the door closes without a word',
        body: ['stomach'],
        impulse: 'follow you and ask again',
        earlyPattern: 'waiting at a window as a child',
      },
    }),
    add('B', '2026-10-12', { kind: 'wish', content: { what: 'ear', text: '' } }),
    add('joint', '2026-10-12', { kind: 'win', content: { text: 'We said goodbye at the door all week' } }),
  );
}

const practiceOf = (page: Page): Locator => page.getByRole('region', { name: 'Practice' });

/** Opens the menu by keyboard and goes down to a kind. */
async function choose(page: Page, kind: string): Promise<void> {
  const add = practiceOf(page).getByRole('button', { name: 'Add', exact: true });
  await add.focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: kind, exact: true });
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  while (!(await item.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: `Add: ${kind}` })).toBeVisible();
}

const focusedName = (page: Page): Locator => page.locator(':focus');

test('what a couple practises is noted by keyboard alone, is kept over a restart, and is taken back', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page } = desk;
  const { keyboard } = page;
  await openPage(app, desk);
  const practice = practiceOf(page);
  const form = page.getByRole('form');
  await expect(practice).toContainText('Nothing is noted yet');

  await test.step('a journal: consent is asked for where one would have typed, and the keyboard stays', async () => {
    await choose(page, 'Journal');
    await expect(form.getByRole('radio', { name: 'Adalind' })).toBeFocused();
    await keyboard.press('1');
    await expect(form).toContainText('Adalind has not yet said yes to this being written down.');
    await expect(form.getByRole('textbox')).toHaveCount(0);
    await keyboard.press('Tab');
    await expect(focusedName(page)).toHaveAccessibleName('Adalind says yes now');
    await keyboard.press('Enter');
    await expect(form.getByRole('textbox', { name: 'What set it off' })).toBeFocused();
    await keyboard.type('The door closed without a word');
    await keyboard.press('Tab');
    await expect(focusedName(page)).toHaveAccessibleName('head');
    await keyboard.press('4');
    await keyboard.press('9');
    await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await expect(form.locator('[data-place=chest]')).toHaveAttribute('data-chosen', 'true');
    await keyboard.press('Tab');
    await keyboard.press('2');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await expect(focusedName(page)).toHaveAccessibleName('Adalind says yes now');
    await keyboard.press('Enter');
    await expect(focusedName(page)).toHaveAccessibleName('0');
    await keyboard.press('6');
    await keyboard.press('Control+Enter');
    await expect(form).toHaveCount(0);
    await expect(practice.getByRole('button', { name: 'Add', exact: true })).toBeFocused();
    await expect(practice).toContainText(
      'What set it off: The door closed without a word. In the body: chest and heat. My move was to pull back.',
    );
    await expect(practice).toContainText('As strong as 6 of 10.');
  });

  await test.step('half a pledge outlives its page, and is left on purpose', async () => {
    await choose(page, 'Pledge');
    await keyboard.press('1');
    await keyboard.press('Tab');
    await keyboard.type('I come back when I');
    const day = form.getByRole('textbox', { name: 'Day it is about' });
    await day.fill('2026-1');
    await expect(form.getByRole('button', { name: 'Keep it' })).toBeDisabled();
    const halfTyped = () =>
      app.electron.evaluate(() =>
        Object.values((globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.state().drafts).map(
          ({ text }) => text,
        ),
      );
    await expect.poll(halfTyped).toContainEqual(expect.stringMatching(/I come back when I.*"2026-1"/));
    await page.reload();
    await desk.goTo('Couples');
    await page.getByRole('tab', { name: 'All couples' }).click();
    await page.getByRole('button', { name: /^Adalind & Borchert/ }).click();
    await expect(form.getByRole('textbox', { name: 'The pledge' })).toHaveValue('I come back when I');
    await expect(day).toHaveValue('2026-1');
    await expect(form.getByRole('radio', { name: 'Adalind' })).toBeChecked();
    await form.getByRole('button', { name: 'Leave it' }).click();
    await expect(form).toHaveCount(0);
  });

  await test.step('a day of bids, line by line with Enter', async () => {
    await choose(page, 'Bids of a day');
    await keyboard.press('1');
    await keyboard.press('Tab');
    await expect(form.getByRole('textbox', { name: 'Bids noticed that day' })).toBeFocused();
    await keyboard.type('5');
    await keyboard.press('Enter');
    await keyboard.type('4');
    await keyboard.press('Enter');
    await expect(form.getByRole('textbox', { name: 'Day it is about' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(focusedName(page)).toHaveAccessibleName('Keep it');
    await keyboard.press('Enter');
    await expect(practice).toContainText('Bids noticed: 5, answered: 4.');
  });

  await test.step('a repair is both partners’, and needs the other’s yes as well', async () => {
    await choose(page, 'Repair');
    await expect(form).toContainText('Borchert has not yet said yes to this being written down.');
    await form.getByRole('button', { name: 'Borchert says yes now' }).press('Enter');
    await expect(form.getByRole('textbox', { name: 'The hurt' })).toBeFocused();
    await keyboard.type('You waited on the stairs');
    await form.getByRole('radio', { name: 'not yet received' }).focus();
    await keyboard.press('2');
    await expect(form.getByRole('textbox', { name: 'Not yet, I need' })).toHaveCount(0);
    await keyboard.press('Control+Enter');
    await expect(practice).toContainText('What hurt: You waited on the stairs. It was received.');
  });

  await test.step('measures are typed into their sheet, Enter goes down', async () => {
    await practice.getByRole('radio', { name: 'Adalind' }).focus();
    await keyboard.press('Space');
    const before = (item: string) => practice.getByRole('textbox', { name: `${item}, Before` });
    await before('felt security').focus();
    await keyboard.type('4');
    await keyboard.press('Enter');
    await expect(before('felt heard')).toBeFocused();
    await keyboard.type('11');
    await expect(before('felt heard')).toHaveAttribute('aria-invalid', 'true');
    await keyboard.press('Backspace');
    await keyboard.press('Tab');
    await expect(practice).toContainText('Felt security, before: 4 of 10.', { ignoreCase: true });
    await expect(practice).toContainText('Felt heard, before: 1 of 10.', { ignoreCase: true });
    await expect(practice).toContainText('Our own items, not validated');
  });

  await test.step('an entry is changed and removed, and each is taken back', async () => {
    await practice.getByRole('button', { name: /^Change: Bids of a day/ }).press('Enter');
    await form.getByRole('textbox', { name: 'Of these, answered' }).fill('3');
    await form.getByRole('textbox', { name: 'Of these, answered' }).press('Control+Enter');
    await expect(practice).toContainText('Bids noticed: 5, answered: 3.');
    await practice.getByRole('button', { name: /^Remove: Repair/ }).press('Enter');
    await expect(practice).not.toContainText('You waited on the stairs');
    await page.getByRole('heading', { name: 'Practice' }).click();
    await keyboard.press('Control+z');
    await expect(practice).toContainText('You waited on the stairs');
    await keyboard.press('Control+z');
    await expect(practice).toContainText('Bids noticed: 5, answered: 4.');
    await keyboard.press('Control+y');
    await expect(practice).toContainText('Bids noticed: 5, answered: 3.');
  });

  await test.step('a restart has all of it', async () => {
    await desk.saved();
    await app.close();
    const later = await consoleOf(await launch({ userData: app.userData }));
    await later.home.retreat('Lantern evening').click();
    await expect(later.prepare.name).toHaveValue('Lantern evening');
    await later.page.keyboard.press('Control+5');
    await later.page.getByRole('tab', { name: 'All couples' }).click();
    await later.page.getByRole('button', { name: /^Adalind & Borchert/ }).click();
    const kept = practiceOf(later.page);
    await expect(kept).toContainText('The door closed without a word');
    await expect(kept).toContainText('Bids noticed: 5, answered: 3.');
    await expect(kept).toContainText('You waited on the stairs');
    await expect(kept).toContainText('Felt heard, before: 1 of 10.', { ignoreCase: true });
  });
});

/** The figures of a chart as its table has them. */
async function tableOf(page: Page, title: string): Promise<string[][]> {
  const chart = page.getByRole('figure', { name: new RegExp(`^${title}`) });
  await chart.getByText('Table', { exact: true }).click();
  const rows = chart.getByRole('table').locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

/** What draws the charts comes with its own sheet of styles. */
const chartsLoaded = (page: Page): Locator => page.locator('head link[href*="/charts-"]');

/** The days that are written under a chart. */
const daysUnder = (page: Page, title: string): Promise<string[]> =>
  page
    .getByRole('figure', { name: new RegExp(`^${title}`) })
    .locator('.recharts-cartesian-axis-tick-value')
    .evaluateAll((all) => all.map((text) => text.textContent ?? '').filter((text) => /[a-z]/i.test(text)));

test('a chart of many days names those it draws, and says that there are more', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page } = desk;
  const couple = await openPage(app, desk);
  const add = (on: string, noting: Noting): Command => ({ type: 'practice/add', ...couple, owner: 'A', on, noting });
  const days = Array.from({ length: 14 }, (_, n) => `2026-09-${10 + n}`);
  await ask(
    page,
    ...consents(couple),
    ...days.flatMap((on, n) => [
      add(on, { kind: 'bids', content: { noticed: 3 + n, answered: 2 } }),
      add(on, { kind: 'measure', content: { moment: 'after', item: 'felt-security', name: '', score: n % 11 } }),
    ]),
  );
  await practiceOf(page).locator('label').filter({ hasText: 'Adalind' }).first().click();
  const figure = (title: string) => page.getByRole('figure', { name: new RegExp(`^${title}`) });
  await expect(figure('Bids')).toContainText('The picture shows the last 10 of 14 days.');
  await expect(figure('Felt security')).toContainText('The picture shows the last 10 of 14 answers.');
  for (const title of ['Bids', 'Felt security'])
    await expect
      .poll(async () => {
        const under = await daysUnder(page, title);
        return [under.at(0), under.at(-1)].map((day) => day?.match(/\d+/)?.[0]);
      }, title)
      .toEqual(['14', '23']);
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`the charts say what was noted, hide what is withdrawn, and keep nobody out, in ${theme.toLowerCase()}`, async ({
    launch,
  }) => {
    const app = await launch();
    const desk = await consoleOf(app);
    const { page } = desk;
    await desk.goTo('Settings');
    await page.getByRole('main').getByText(theme, { exact: true }).click();
    await desk.goTo('Home');
    const couple = await openPage(app, desk);
    const practice = practiceOf(page);
    await expect(chartsLoaded(page), 'what draws the charts, before there is one').toHaveCount(0);
    await noteWeeks(page, couple);
    const show = (whose: string) => practice.locator('label').filter({ hasText: whose }).first().click();

    await show('Together');
    await expect(page.getByRole('figure', { name: /^Timeouts/ })).toContainText('Back when they said: 3 of 4 times');
    await expect(chartsLoaded(page)).not.toHaveCount(0);
    expect((await tableOf(page, 'Timeouts')).map(([, came]) => came)).toEqual([
      'back when they said',
      'not this time',
      'back when they said',
      'back when they said',
    ]);
    expect((await tableOf(page, 'Repairs')).map(([, how]) => how)).toEqual(['received', 'not yet']);

    await show('Adalind');
    expect((await tableOf(page, 'Felt security')).map((row) => row.slice(1).join(' '))).toEqual([
      'before 4',
      'after 7',
      'follow-up 6',
      'follow-up 8',
    ]);
    expect((await tableOf(page, 'Bids')).map(([, noticed, answered]) => [noticed, answered])).toEqual([
      ['3', '3'],
      ['5', '4'],
      ['4', '2'],
      ['8', '8'],
      ['7', '6'],
      ['9', '7'],
      ['6', '6'],
    ]);

    await sizeConsole(app, page, { width: 1024, height: 768 });
    const add = practice.getByRole('button', { name: 'Add', exact: true });
    await add.evaluate((button) => button.scrollIntoView({ block: 'center' }));
    await add.click();
    // Wherever the button stands, every kind is in sight.
    await expect(page.getByRole('menuitem')).toHaveCount(14);
    for (const kind of await page.getByRole('menuitem').all()) await expect(kind).toBeInViewport({ ratio: 1 });
    await page.getByRole('menuitem', { name: 'Journal' }).click();
    await page.getByRole('form').getByText('Borchert', { exact: true }).click();
    await expect(page.getByRole('form').locator('[data-place=jaw]')).toBeVisible();
    for (const size of [
      { width: 1024, height: 768 },
      { width: 1280, height: 800 },
    ]) {
      await sizeConsole(app, page, size);
      expect(await tooWide(page), String(size.width)).toEqual([]);
    }
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.getByRole('button', { name: 'Leave it' }).click();

    await ask(page, { type: 'record/consent', ...couple, side: 'A', scope: 'record', given: false });
    await expect(practice).not.toContainText('waiting at a window');
    await expect(practice).not.toContainText('You waited on the stairs');
    await expect(practice).not.toContainText('42 noticed');
    await expect(practice).toContainText('The phone lit up while I was talking');
    await expect(practice).toContainText('From 4 of 10');
    await ask(page, { type: 'record/consent', ...couple, side: 'A', scope: 'measures', given: false });
    await expect(practice).not.toContainText('From 4 of 10');
    await expect(practice).not.toContainText('8 of 10');
    await expect(page.getByRole('figure')).toHaveCount(0);
  });
}

test('what an exercise captured is noted with one action, and typed by nobody twice', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page } = desk;
  const couple = await openPage(app, desk);
  const answer = (exercise: string, field: string, owner: 'A' | 'joint', text: string): Command => ({
    type: 'record/answer',
    ...couple,
    exercise,
    field,
    owner,
    value: { kind: 'text', text },
  });
  await ask(
    page,
    ...consents(couple),
    answer('weekly-review', 'worked', 'joint', 'Tea before the news'),
    answer('good-news', 'win', 'A', 'The garden gate hangs straight'),
  );
  const practice = practiceOf(page);
  const offers = practice.getByRole('region', { name: 'Left by an exercise, to be noted' });
  const review = offers.getByRole('listitem').filter({ hasText: 'Weekly review' });
  const win = offers.getByRole('listitem').filter({ hasText: 'Win' });
  await expect(win).toContainText('ask Adalind first, in handover');
  await expect(win.getByRole('button', { name: 'Note it' })).toBeDisabled();
  await review.getByRole('button', { name: 'Note it' }).focus();
  await page.keyboard.press('Enter');
  await expect(practice).toContainText('Tea before the news');
  await expect(review).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(review).toHaveCount(1);
  await expect(practice).not.toContainText('Tea before the news');
});
