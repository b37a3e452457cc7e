import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { ask } from './pages/ask';
import { CharterPage } from './pages/charter-page';
import { consoleOf } from './pages/console-page';
import { savedCharters, savedRetreat } from './pages/saved';
import { tooWide } from './pages/screen-facts';
import { sizeConsole } from './pages/window-facts';

/** A couple that said yes to a record, and its page. */
async function opened(app: App, { yes = true } = {}) {
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Adalind & Borchert' });
  await expect(prepare.name).toHaveValue('Lantern evening');
  const retreat = savedRetreat(app);
  const couple = retreat.couples[0]?.id ?? '';
  if (yes) await consent(page, couple, retreat.id);
  await openPage(page);
  return { desk, page, couple, retreat: retreat.id, charter: new CharterPage(page) };
}

async function consent(page: Page, id: string, retreat: string): Promise<void> {
  await ask(page, { type: 'records/show', sheets: [], whole: [id] });
  for (const side of ['A', 'B'] as const) {
    // It is read first.
    await expect(() => ask(page, { type: 'record/consent', id, retreat, side, scope: 'record', given: true })).toPass();
  }
}

async function openPage(page: Page): Promise<void> {
  await page.keyboard.press('Control+5');
  await page.getByRole('tab', { name: 'All couples' }).click();
  await page.getByRole('button', { name: /^Adalind & Borchert/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Adalind & Borchert' })).toBeVisible();
}

const shifted = (days: number): string => {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return date.toLocaleDateString('sv');
};

test('a clause is written by keyboard, ticked, agreed on paper and in force; reworded its changes show, and it is a draft again', async ({
  launch,
}) => {
  const app = await launch();
  const { page, charter } = await opened(app);
  const { keyboard } = page;

  await test.step('no letter and no digit on the page is a key of the room', async () => {
    await keyboard.press('b');
    await keyboard.press('2');
    await expect(page.getByRole('button', { name: 'Blank', exact: true })).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1, name: 'Adalind & Borchert' })).toBeVisible();
  });

  await test.step('written by keyboard alone, read aloud as it will stand', async () => {
    await charter.write.focus();
    await keyboard.press('Enter');
    await expect(charter.kind('Vision')).toBeFocused();
    for (let n = 0; n < 4; n += 1) await keyboard.press('ArrowDown');
    await expect(charter.kind('Agreement')).toBeFocused();
    await keyboard.press('Enter');
    await expect(charter.editor('Agreement').getByRole('textbox', { name: 'We …' })).toBeFocused();
    await keyboard.type('tell each other first when plans change, 2 days before');
    await expect(charter.stands).toHaveText(/We tell each other first when plans change, 2 days before\./);
    await keyboard.press('Tab');
    await keyboard.press('2');
    await expect(charter.stands).toContainText('Only Adalind carries this.');
    await keyboard.press('1');
    await expect(charter.stands).not.toContainText('Only Adalind');
    await keyboard.press('Control+Enter');
    await expect(charter.drafts).toContainText('We tell each other first when plans change, 2 days before.');
    await expect(charter.write).toBeFocused();
  });

  await test.step('a date that is still to come is refused where it was written, and one that was is not', async () => {
    const part = charter.drafts.getByRole('group', { name: 'Adalind' });
    for (const box of await part.getByRole('checkbox').all()) await box.check();
    await charter.sheetDate.fill(shifted(1));
    await part.getByRole('button', { name: 'Agreed on paper' }).click();
    await expect(charter.drafts.getByRole('alert')).toContainText('That day is still to come');
    await charter.sheetDate.fill(shifted(-1));
    await part.getByRole('button', { name: 'Agreed on paper' }).click();
    await expect(charter.drafts).not.toContainText('waits for Adalind');
    await expect(charter.drafts.getByRole('alert')).toHaveCount(0);
  });

  await test.step('in force by both, and nothing less', async () => {
    const part = charter.drafts.getByRole('group', { name: 'Borchert' });
    for (const box of await part.getByRole('checkbox').all()) await box.check();
    await part.getByRole('button', { name: 'Agreed on paper' }).focus();
    await keyboard.press('Enter');
    await expect(charter.inForce).toContainText('Borchert agreed on paper');
    await expect(charter.drafts).toHaveCount(0);
    // What the keyboard stood on is gone: it stays on the page.
    expect(await page.evaluate(() => document.activeElement?.closest('article') !== null)).toBe(true);
  });

  await test.step('reworded: what changes is told word by word, and that both consents lapse', async () => {
    await charter.inForce.getByRole('button', { name: 'Reword' }).click();
    const field = charter.editor('Agreement').getByRole('textbox', { name: 'We …' });
    await expect(field).toBeFocused();
    await expect(charter.editor('Agreement').getByRole('button', { name: 'Save this wording' })).toBeDisabled();
    await field.fill('tell each other first when plans change, 3 days before');
    await expect(charter.stands.getByRole('deletion')).toHaveText('[taken out: 2 ]');
    await expect(charter.stands.getByRole('insertion')).toHaveText('[added: 3 ]');
    await expect(charter.editor('Agreement')).toContainText('both consents lapse');
    await charter.editor('Agreement').getByRole('button', { name: 'Save this wording' }).click();
    await expect(charter.inForce).toHaveCount(0);
    await expect(charter.drafts).toContainText('3 days before');
    await expect(charter.drafts).toContainText('waits for Adalind');
    await charter.sheetDate.fill(shifted(-1));
    await charter.drafts
      .getByRole('group', { name: 'Adalind' })
      .getByRole('button', { name: 'Agreed on paper' })
      .click();
    await expect(charter.drafts.getByRole('alert')).toContainText('On that day these words were not here yet');
  });

  await test.step('every wording is kept, with its changes and who said yes to it', async () => {
    await charter.drafts.getByRole('button', { name: '2 wordings' }).click();
    const rows = page.getByRole('region', { name: 'Wordings' }).getByRole('listitem');
    await expect(rows).toHaveCount(2);
    await expect(rows.first().getByRole('insertion')).toHaveText('[added: 3 ]');
    await expect(rows.first()).toContainText('Nobody has said yes to it yet');
    await expect(rows.last()).toContainText('2 days before');
    await expect(rows.last()).toContainText('Adalind agreed on paper');
  });

  await test.step('undo gives the older words back, as a draft', async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(charter.drafts).toContainText('2 days before');
    await expect(charter.drafts).toContainText('waits for Borchert');
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await expect(charter.drafts).toContainText('3 days before');
  });
});

test('a cue hangs on its clause, a review date is set, due and cleared, and a clause says who carries it', async ({
  launch,
}) => {
  const app = await launch();
  const { page, charter } = await opened(app);
  await charter.begin('Principle');
  await page.keyboard.type('the two of us come first');
  await charter.editor('Principle').getByText('Only Borchert').click();
  await charter.editor('Principle').getByRole('button', { name: 'Save as a draft' }).click();
  await expect(charter.drafts).toContainText('Only Borchert carries this.');

  await charter.drafts.getByRole('button', { name: 'Cue and reply' }).click();
  const cue = charter.editor('Cue and reply');
  await expect(cue.getByRole('combobox')).toContainText('the two of us come first');
  await cue.getByRole('textbox', { name: 'Our cue' }).fill('our list?');
  await expect(cue).toContainText('“Our reply” is still empty');
  await cue.getByRole('textbox', { name: 'Our reply' }).fill('coming');
  await cue.getByRole('button', { name: 'Save as a draft' }).click();
  const clauses = charter.drafts.getByRole('listitem');
  await expect(clauses).toHaveCount(2);
  await expect(clauses.last()).toContainText('It guards this: the two of us come first.', { ignoreCase: true });
  await expect(clauses.last()).toHaveAttribute('data-hangs', 'true');

  const first = clauses.first();
  await first.getByRole('button', { name: 'Review date' }).click();
  const day = first.getByRole('form', { name: 'To be looked at again on' }).getByRole('textbox');
  await expect(day).toBeFocused();
  await day.fill(shifted(30));
  await day.press('Enter');
  await expect(first).toContainText('to be looked at again on');
  await first.getByRole('button', { name: 'Change the review date' }).click();
  await day.fill(shifted(-1));
  await day.press('Enter');
  await expect(first).toContainText('look at it again');
  await first.getByRole('button', { name: 'Change the review date' }).click();
  await first.getByRole('button', { name: 'No review' }).click();
  await expect(first).not.toContainText('look at it again');
});

test('what is not right in a clause is said as it is written: a timeout too short, a sentence without a time, what keeps from help', async ({
  launch,
}) => {
  const app = await launch();
  const { page, charter } = await opened(app);
  await charter.begin('Timeout');
  const timeout = charter.editor('Timeout');
  const length = timeout.getByRole('textbox', { name: 'Minutes it lasts' });
  await length.fill('5');
  await expect(timeout).toContainText('a timeout lasts 20 minutes or more');
  await timeout.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(timeout.getByRole('alert')).toContainText('A timeout lasts 20 minutes or more');
  await length.fill('30');
  await expect(timeout.getByRole('alert')).toHaveCount(0);
  const sentence = timeout.getByRole('textbox', { name: 'Our sentence, with a clock time in it' });
  await sentence.fill('I will be back');
  await expect(timeout).toContainText('needs a clock time');
  await sentence.fill('I will be back at 8');
  await expect(timeout).not.toContainText('needs a clock time');
  await timeout.getByRole('textbox', { name: 'What helps the body come down, Adalind' }).fill('a walk\ntea');
  await expect(charter.stands).toContainText('Adalind comes down with a walk and tea.');
  await timeout.getByRole('textbox', { name: /^How either of us calls it/ }).fill('Nobody calls a doctor meanwhile');
  await expect(timeout).toContainText('This may keep somebody from help');

  await test.step('what anything at all makes of the fields: one clean line, and a layout that stands', async () => {
    const nasty = `\u202e<script>document.title="taken"</script> ${'x'.repeat(3_000)} \u{1f468}\u200d\u{1f469}\u200d\u{1f467}`;
    for (const field of await timeout.getByRole('textbox').all()) await field.fill(nasty);
    await length.fill('-1e9 minutes 30');
    await expect(length).toHaveValue('1930');
    await length.fill('45');
    await timeout.getByRole('button', { name: 'Save as a draft' }).click();
    await expect(charter.drafts).toContainText('<script>');
    expect(await page.title()).not.toContain('taken');
    expect(await tooWide(page)).toEqual([]);
  });
});

test('a list in a clause reads as it does in handover and in files', async ({ launch }) => {
  const { page, couple, retreat, charter } = await opened(await launch());
  const content = {
    supports: { A: [], B: [] },
    tugs: { A: [], B: [] },
    checkFirst: ['trips', 'late nights', 'big gifts'],
    betweenUs: ['our plans', 'our worries'],
    sentence: 'We ask each other first',
  };
  await ask(page, {
    type: 'charter/add',
    id: couple,
    retreat,
    saying: { kind: 'third-parties', content },
    carriedBy: 'both',
    review: null,
    captured: null,
  });
  await expect(charter.drafts).toContainText('before trips, late nights, and big gifts.');
  await expect(charter.drafts).toContainText('until we have talked: our plans and our worries.');
});

test('the days half typed for a clause are there after their page was loaded anew', async ({ launch }) => {
  const { desk, page, charter } = await opened(await launch());
  await charter.begin('Agreement');
  await page.keyboard.type('rest on Sunday');
  await page.keyboard.press('Control+Enter');
  const review = charter.drafts.getByRole('form', { name: 'To be looked at again on' }).getByRole('textbox');
  await charter.drafts.getByRole('button', { name: 'Review date' }).click();
  await review.fill('2027-0');
  await charter.sheetDate.fill('2026-1');
  await desk.heard();
  await page.reload();
  await desk.goTo('Couples');
  await openPage(page);
  await expect(review).toHaveValue('2027-0');
  await expect(charter.sheetDate).toHaveValue('2026-1');
  await review.press('Escape');
  await expect(review).toHaveCount(0);
  await charter.drafts.getByRole('button', { name: 'Review date' }).click();
  await expect(review).toHaveValue('');
});

test('a clause half written is there after its page was loaded anew and after kill -9; discarded it comes back with one undo', async ({
  launch,
  userData,
}) => {
  const app = await launch({ userData });
  const { desk, page, charter } = await opened(app);
  await charter.begin('Agreement');
  await page.keyboard.type('rest on Sun ');
  const field = charter.editor('Agreement').getByRole('textbox', { name: 'We …' });

  await test.step('the page', async () => {
    await expect(field).toHaveValue('rest on Sun ');
    await desk.heard();
    await page.reload();
    await desk.goTo('Couples');
    await openPage(page);
    await expect(field).toHaveValue('rest on Sun ');
  });

  await test.step('given up, and taken back', async () => {
    await charter.editor('Agreement').getByRole('button', { name: 'Discard' }).click();
    await expect(charter.editor('Agreement')).toHaveCount(0);
    await expect(charter.write).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(field).toHaveValue('rest on Sun ');
    await page.keyboard.press('Control+y');
    await expect(charter.editor('Agreement')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(field).toHaveValue('rest on Sun ');
  });

  await test.step('the app', async () => {
    await field.press('End');
    await page.keyboard.type('and eat');
    const onDisk = () => savedCharters(app).flatMap(({ writings }) => writings.map(({ texts }) => texts));
    await expect.poll(onDisk).toEqual([{ text: 'rest on Sun and eat' }]);
    await app.kill9();
    const later = await consoleOf(await launch({ userData }));
    await later.home.retreat('Lantern evening').click();
    await later.goTo('Couples');
    await openPage(later.page);
    const again = new CharterPage(later.page);
    await expect(again.editor('Agreement').getByRole('textbox', { name: 'We …' })).toHaveValue('rest on Sun and eat');
  });
});

test('without a yes of both nothing of a clause can be written, and the page says so with the way there', async ({
  launch,
}) => {
  const app = await launch();
  const { page, charter, couple, retreat } = await opened(app, { yes: false });
  await expect(charter.write).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('Still without a yes to the record here: Adalind and Borchert');
  await page.getByRole('button', { name: 'Note the yes' }).click();
  await expect(page.getByRole('tab', { name: 'Consent' })).toHaveAttribute('aria-selected', 'true');
  await consent(page, couple, retreat);
  await page.getByRole('tab', { name: 'Adalind & Borchert' }).click();
  await expect(charter.write).toBeVisible();
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`the editor of a clause keeps nobody out, in ${theme.toLowerCase()}`, async ({ launch }) => {
    const app = await launch();
    const desk = await consoleOf(app);
    await desk.goTo('Settings');
    await desk.page.getByRole('main').getByText(theme, { exact: true }).click();
    await desk.goTo('Home');
    const { page, charter } = await opened(app);
    await charter.begin('Agreement');
    await page.keyboard.type('rest on Sundays');
    await page.keyboard.press('Control+Enter');
    await charter.drafts.getByRole('button', { name: 'Reword' }).click();
    await page.keyboard.type(' and never call a doctor');
    await charter.write.click();
    await expect(charter.kind('Vision')).toBeFocused();
    for (const where of ['kinds', 'editor']) {
      if (where === 'editor') await charter.kind('Timeout').click();
      for (const size of [
        { width: 1024, height: 768 },
        { width: 1280, height: 800 },
      ]) {
        await sizeConsole(app, page, size);
        expect(await tooWide(page), `${where} ${size.width}`).toEqual([]);
      }
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    }
  });
}
