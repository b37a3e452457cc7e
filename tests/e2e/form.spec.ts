import { expect, test } from '../rig/test';
import { couplesTyped } from '../walk/couples';
import { ask } from './pages/ask';
import { consoleOf } from './pages/console-page';
import { answersOnDisk, couplesBySeat, evening, FormPage, lineOf, oneLine, openForm } from './pages/form-page';
import { savedRecords, savedRetreat } from './pages/saved';
import { covered, tooWide } from './pages/screen-facts';
import { maximizeConsole } from './pages/window-facts';

test('a room of thirty sheets is typed by keyboard alone while the room goes on, and is on the disk field by field', async ({
  launch,
  displays,
}) => {
  test.setTimeout(240_000);
  displays.reset('1024x768');
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  await maximizeConsole(app, await app.console());
  const here = await evening(app, couplesTyped(30), ['record']);
  const { desk, room, form } = here;
  const { page, run } = desk;
  const { keyboard } = page;
  const roster = couplesBySeat(app);
  const saidBy = (side: 'A' | 'B', seat: number): string => `${side}${seat}. by the door, n b h l m 2 + 2 = 4.`;
  const thoughts = await room.thoughtsFromNow();
  const covers = await room.root.evaluateHandle((wall) => {
    const seen: string[] = [];
    new MutationObserver(() => {
      const cover = wall.querySelector<HTMLElement>('.wall-cover')?.dataset.cover;
      if (cover !== undefined && cover !== seen.at(-1)) seen.push(cover);
    }).observe(wall, { subtree: true, childList: true, attributes: true });
    return seen;
  });
  const wanted: Record<string, unknown> = {};

  await openForm(here, 1, oneLine);
  for (const couple of roster) {
    const { seat } = couple;
    await test.step(`seat ${seat}`, async () => {
      await expect(form.seat).toHaveValue(String(seat));
      const first = lineOf(form.part(`${couple.A.name} (A)`));
      const second = lineOf(form.part(`${couple.B.name} (B)`));
      await expect(first).toBeFocused();
      await keyboard.type(saidBy('A', seat));
      await expect(first).toHaveValue(saidBy('A', seat));
      if (seat === 4) {
        await keyboard.press('Control+z');
        await expect(first).not.toHaveValue(saidBy('A', seat));
        await keyboard.press('Control+y');
        await expect(first).toHaveValue(saidBy('A', seat));
      }
      if (seat === 9) for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'End']) await keyboard.press(key);
      await keyboard.press('Tab');
      await expect(second).toBeFocused();
      await keyboard.type(saidBy('B', seat));
      if (seat === 12) {
        await keyboard.press('PageDown');
        await expect(room.thought).toHaveText('You may always pass');
        await expect(second).toBeFocused();
      }
      if (seat === 20) {
        await keyboard.press('Control+b');
        await room.isBlank();
        await keyboard.press('Control+b');
        await expect(room.cover).toHaveCount(0);
        await expect(second).toBeFocused();
      }
      for (const [owner, side] of [
        ['A', 'A'],
        ['B', 'B'],
      ] as const)
        wanted[`${seat} kind-word/line/${owner}`] = { kind: 'text', text: saidBy(side, seat) };
      if (seat < roster.length) await keyboard.press('Enter');
    });
  }

  await test.step('the timer stood in sight, and Alt with an arrow goes to and fro', async () => {
    const leads = { 'the time': run.left, Next: run.lead('Next'), Hold: run.control('Hold') };
    expect([...(await covered(leads)), ...(await tooWide(page))]).toEqual([]);
    await keyboard.press('Alt+ArrowUp');
    await expect(form.seat).toHaveValue('29');
    await keyboard.press('Alt+ArrowDown');
    await expect(form.seat).toHaveValue('30');
    await expect(form.root.locator('[data-stops]').getByRole('textbox').first()).toBeFocused();
  });

  await test.step('at the last seat Tab leaves the form', async () => {
    await keyboard.press('Tab');
    await expect(lineOf(form.part(`${roster.at(-1)?.B.name} (B)`))).toBeFocused();
    await keyboard.press('Tab');
    await expect(form.root.locator('[data-stops]').locator(':focus')).toHaveCount(0);
    await expect(form.root).toBeVisible();
  });

  await test.step('Escape leaves, and the keys are the room’s again', async () => {
    await openForm(here, 30, oneLine);
    await expect(form.root.locator('[data-stops]').locator(':focus')).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(form.root).toHaveCount(0);
    await keyboard.press('.');
    await room.isBlank();
    await keyboard.press('.');
    await expect(room.cover).toHaveCount(0);
  });

  await test.step('the wall heard nothing but what was meant for it', async () => {
    expect(await thoughts()).toEqual(['Welcome. You set the depth.', 'You may always pass']);
    expect(await covers.jsonValue()).toEqual(['blank']);
  });

  await desk.saved();
  await expect.poll(() => answersOnDisk(app)).toEqual(wanted);
  const readers = [...savedRecords(app).values()].flatMap(({ answers }) => answers.map(({ reader }) => reader));
  expect(new Set(readers), 'what a facilitator typed they have read').toEqual(new Set(['facilitator']));
});

test('before a yes the form says so and takes nothing; the one action opens the field; taken back, the words are withheld and may be deleted', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const here = await evening(app, 'Ada & Bo\nCleo & Dara', ['record'], { seats: [1] });
  const { desk, form } = here;
  const { keyboard } = desk.page;
  const { id: retreat } = savedRetreat(app);
  const cleo = form.part('Cleo (A)');
  const dara = form.part('Dara (B)');

  await test.step('typing on from the seat before gives nobody’s yes', async () => {
    await openForm(here, 1, oneLine);
    await expect(lineOf(form.part('Ada (A)'))).toBeFocused();
    await keyboard.press('Enter');
    await expect(lineOf(form.part('Bo (B)'))).toBeFocused();
    await keyboard.press('Enter');
    await expect(form.seat).toHaveValue('2');
    await expect(cleo).toContainText('Cleo has not yet said yes to this being written down.');
    await expect(form.root.locator('[data-stops]').locator(':focus')).toHaveCount(1);
    await keyboard.press('Enter');
    await keyboard.type('by the door ');
    await expect(cleo.getByRole('button', { name: 'Cleo says yes now' })).toBeVisible();
    await expect(cleo.getByRole('textbox')).toHaveCount(0);
  });

  await test.step('the one action, and the keyboard goes on into the field', async () => {
    await keyboard.press('Tab');
    await expect(cleo.getByRole('button', { name: 'Cleo says yes now' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(lineOf(cleo)).toBeFocused();
    await keyboard.type('By the window');
    await expect(dara).toContainText('Dara has not yet said yes');
    await expect(form.kept).toHaveText('Saved');
    await expect
      .poll(() => answersOnDisk(app))
      .toEqual({
        '2 kind-word/line/A': { kind: 'text', text: 'By the window' },
      });
  });

  await test.step('taken back while it is open, the words are withheld and the keys stay the form’s', async () => {
    const id = couplesBySeat(app)[1]?.id ?? '';
    await ask(desk.page, { type: 'record/consent', id, retreat, side: 'A', scope: 'record', given: false });
    await expect(cleo).toContainText(/Cleo took their yes back on .* What was said is withheld\./);
    await expect(cleo.getByRole('textbox')).toHaveCount(0);
    await expect(desk.page.getByText('By the window')).toHaveCount(0);
    await expect(form.root.locator('[data-stops]').locator(':focus')).toHaveCount(1);
  });

  await test.step('deletion is offered, asked once, and the keyboard stays in the form', async () => {
    await cleo.getByRole('button', { name: 'Delete what Cleo said' }).focus();
    await keyboard.press('Enter');
    const question = desk.page.getByRole('dialog', { name: 'Delete everything Cleo said?' });
    await question.getByRole('button', { name: 'Delete it' }).focus();
    await keyboard.press('Enter');
    await expect(question).toHaveCount(0);
    await expect(cleo.getByRole('button', { name: 'Delete what Cleo said' })).toHaveCount(0);
    await expect(form.root.locator(':focus')).toHaveCount(1);
    await expect.poll(() => answersOnDisk(app)).toEqual({});
  });
});

test('what was typed in a form is there after its page was loaded anew, and after kill -9', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const here = await evening(app, 'Ada & Bo', ['record']);
  const { desk, form } = here;
  const { page, run } = desk;
  const ada = lineOf(form.part('Ada (A)'));
  await openForm(here, 1, oneLine);
  await expect(ada).toBeFocused();
  await page.keyboard.type('By the window');
  await expect(ada).toHaveValue('By the window');

  await test.step('the page', async () => {
    await desk.heard();
    await page.reload();
    await desk.goTo('Run');
    await expect(run.lead('Pause')).toBeVisible();
    await openForm(here, 1, oneLine);
    await expect(ada).toHaveValue('By the window');
    await expect(ada).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.type(', third row');
    await expect(form.kept).toHaveText('Saved');
  });

  await test.step('the app', async () => {
    await app.kill9();
    const again = await launch({ userData });
    const later = await consoleOf(again);
    expect(answersOnDisk(again)).toEqual({
      '1 kind-word/line/A': { kind: 'text', text: 'By the window, third row' },
    });
    await later.home.goOn.click();
    await expect(later.run.lead('Resume')).toBeVisible();
    const shown = new FormPage(later.page);
    await later.page.keyboard.press('g');
    await expect(shown.seat).toBeFocused();
    await shown.exercise.selectOption({ label: oneLine });
    await shown.seat.focus();
    await later.page.keyboard.type('1');
    await later.page.keyboard.press('Enter');
    await expect(lineOf(shown.part('Ada (A)'))).toHaveValue('By the window, third row');
  });
});

test('a date half typed is there after its page was loaded anew; nothing says Saving for it, and whole it is saved', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const here = await evening(app, 'Ada & Bo', ['record']);
  const { desk, form } = here;
  const { page } = desk;
  const together = form.part('Together');
  const date = together.getByRole('textbox', { name: 'We look at them again on' });
  const needs = form.part('Ada (A)').getByRole('textbox', { name: 'What would help me rely on us' });
  await openForm(here, 1, 'Agreements builder');
  await date.fill('2027-02-3');
  await expect(together).toContainText('Year, month, day');
  await expect(form.root.getByText(/^(Saving|Saved)$/)).toHaveCount(0);
  await needs.fill('a text before seven');
  await expect.poll(() => Object.keys(answersOnDisk(app))).toEqual(['1 agreements-builder/my-needs/A']);
  await expect(form.root.getByText(/^(Saving|Saved)$/)).toHaveCount(0);
  await page.reload();
  await desk.goTo('Run');
  await expect(desk.run.lead('Pause')).toBeVisible();
  await openForm(here, 1, 'Agreements builder');
  await expect(date).toHaveValue('2027-02-3');
  await expect(needs).toHaveValue('a text before seven');
  await date.fill('2027-02-03');
  await expect(form.kept).toHaveText('Saved');
  await expect
    .poll(() => answersOnDisk(app)['1 agreements-builder/review-on/joint'])
    .toEqual({ kind: 'date', date: '2027-02-03' });
});

test('one who attends alone is asked their own part and nothing joint', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const here = await evening(app, 'Robin\nCleo & Dara', ['record']);
  const { desk, form } = here;
  const { keyboard } = desk.page;
  await openForm(here, 1, oneLine);
  await expect(form.root.locator('[data-owner]')).toHaveCount(1);
  await expect(lineOf(form.part('Robin (A)'))).toBeFocused();
  await form.exercise.selectOption({ label: 'Signal design' });
  await expect(form.root).toContainText('Robin is here alone, so nothing joint is asked.');
  await expect(form.root.locator('[data-owner]')).toHaveCount(0);
  await keyboard.press('Alt+ArrowDown');
  await expect(form.part('Together')).toBeVisible();
});

test('Ctrl+Z takes back a mark of this couple and Ctrl+Y makes it again, and what is typed keeps its own way back', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const here = await evening(app, 'Ada & Bo', ['record']);
  const { desk, room, form } = here;
  const { keyboard } = desk.page;
  const thought = await room.thought.textContent();
  await openForm(here, 1, oneLine);
  const line = lineOf(form.part('Ada (A)'));
  await expect(line).toBeFocused();
  const skipped = form.mark('Skipped');
  await skipped.focus();
  await keyboard.press('Enter');
  await expect(skipped).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press('Control+z');
  await expect(skipped).toHaveAttribute('aria-pressed', 'false');
  await keyboard.press('Control+y');
  await expect(skipped).toHaveAttribute('aria-pressed', 'true');
  await line.focus();
  await keyboard.type('By the window');
  await keyboard.press('Control+z');
  await expect(line).not.toHaveValue('By the window');
  await expect(skipped).toHaveAttribute('aria-pressed', 'true');
  await expect(room.thought).toHaveText(thought ?? '');
});
