import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Command } from '../../shared/session/commands/commands';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { ask } from './pages/ask';
import { consoleOf } from './pages/console-page';
import { savedRetreat } from './pages/saved';
import { tooWide } from './pages/screen-facts';
import { sizeConsole } from './pages/window-facts';

type Answer = Extract<Command, { type: 'record/answer' }>;

/** What a couple said in an evening, written as the form would. */
async function writeRecord(app: App, page: Page, seat: number): Promise<string> {
  const retreat = savedRetreat(app);
  const couple = retreat.couples.find((one) => one.seat === seat);
  if (couple === undefined) throw new Error('no such seat');
  const of = { id: couple.id, retreat: retreat.id };
  const say = (rest: Pick<Answer, 'exercise' | 'field' | 'owner' | 'value'>): Answer => ({
    type: 'record/answer',
    ...of,
    ...rest,
  });
  await ask(page, { type: 'records/show', sheets: [], whole: [couple.id] });
  const yes = (side: 'A' | 'B'): Command => ({ type: 'record/consent', ...of, side, scope: 'record', given: true });
  // It is read first.
  await expect(() => ask(page, yes('A'), yes('B'))).toPass();
  const needs = { exercise: 'right-to-pass', field: 'room-needs' };
  await ask(
    page,
    say({ ...needs, owner: 'A', value: { kind: 'text', text: 'A chair near the window' } }),
    say({ ...needs, owner: 'B', value: { kind: 'text', text: 'Not the loud corner, please' } }),
    say({
      exercise: 'take-home-plan',
      field: 'plan',
      owner: 'joint',
      value: { kind: 'long-text', text: 'Sundays after tea:\nhalf an hour, phones in the hall.' },
    }),
    say({
      exercise: 'agreements-builder',
      field: 'agreement-one',
      owner: 'joint',
      value: { kind: 'long-text', text: 'tell each other first when plans change' },
    }),
    say({
      exercise: 'take-home-plan',
      field: 'first-look',
      owner: 'joint',
      value: { kind: 'date', date: '2026-12-20' },
    }),
    say({
      exercise: 'take-home-plan',
      field: 'my-practices',
      owner: 'A',
      value: { kind: 'list', lines: ['Hello before phones', 'Ears first, ideas later'] },
    }),
    say({
      exercise: 'take-home-plan',
      field: 'my-practices',
      owner: 'B',
      value: { kind: 'list', lines: ['A pause of twenty minutes'] },
    }),
    say({
      exercise: 'take-home-plan',
      field: 'glad-that',
      owner: 'A',
      value: { kind: 'text', text: 'you came back when you said' },
    }),
  );
  return couple.id;
}

test('a couple is found by name and its page reads as what they said, undone and searched on its own', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  const { keyboard } = page;
  await home.startRetreat({
    program: 'One evening',
    name: 'Lantern evening',
    couples: 'Adalind & Borchert\nCleophas & Dara\nŁukasz & Zoë',
  });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await writeRecord(app, page, 1);

  await test.step('found by a part of a name, without its accents', async () => {
    await keyboard.press('Control+5');
    await page.getByRole('tab', { name: 'All couples' }).click();
    const search = page.getByRole('searchbox', { name: 'Find a couple by name' });
    await search.fill('zoe luk');
    await expect(page.getByText('1 couple', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Łukasz & Zoë/ })).toBeVisible();
    await search.fill('borch');
    await page.getByRole('button', { name: /^Adalind & Borchert/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Adalind & Borchert' })).toBeVisible();
  });

  await test.step('what each said, in the words it was asked in', async () => {
    const written = page.getByRole('region', { name: 'What was written' });
    await expect(written.getByRole('heading', { name: 'Lantern evening' })).toBeVisible();
    await expect(written).toContainText('Anything about seat, sound, light or breaks');
    await expect(written).toContainText('Not the loud corner, please');
    await expect(written).toContainText('Sundays after tea:\nhalf an hour', { useInnerText: true });
    await written.getByRole('searchbox').fill('phones');
    await expect(written).not.toContainText('loud corner');
    await expect(written).toContainText('Hello before phones');
    await written.getByRole('searchbox').fill('nothing like it');
    await expect(written).toContainText('Nothing that was written holds these words.');
    await written.getByRole('searchbox').fill('');
  });

  await test.step('undo and redo are this couple’s own', async () => {
    const written = page.getByRole('region', { name: 'What was written' });
    await page.getByRole('heading', { level: 1, name: 'Adalind & Borchert' }).click();
    await keyboard.press('Control+z');
    await expect(written).not.toContainText('you came back when you said');
    await keyboard.press('Control+y');
    await expect(written).toContainText('you came back when you said');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(written).not.toContainText('you came back when you said');
  });

  await test.step('what an exercise left becomes a clause, and comes into force by both and by nothing less', async () => {
    await page.getByRole('button', { name: 'Make it a draft' }).first().click();
    const drafts = page.getByRole('region', { name: 'Drafts' });
    await expect(drafts).toContainText('waits for Adalind');
    await expect(drafts).toContainText('12 of 12 tests are open');
    for (const side of ['Adalind', 'Borchert']) {
      const part = drafts.getByRole('group', { name: side });
      for (const box of await part.getByRole('checkbox').all()) await box.check();
      if (side === 'Adalind') await expect(drafts).toContainText('6 of 12 tests are open');
      await part.getByRole('button', { name: 'Agreed on paper' }).click();
    }
    const force = page.getByRole('region', { name: 'In force' });
    await expect(force).toContainText('We tell each other first when plans change.');
    await expect(drafts).toHaveCount(0);
  });

  await test.step('a consent taken back withholds it, and it may be deleted for good (S8)', async () => {
    const { id: couple = '' } = savedRetreat(app).couples[0] ?? {};
    const consent = (given: boolean): Command => ({
      type: 'record/consent',
      id: couple,
      retreat: savedRetreat(app).id,
      side: 'B',
      scope: 'record',
      given,
    });
    await ask(page, consent(false));
    const main = page.getByRole('main');
    await expect(main).not.toContainText('We tell each other first');
    await expect(main).not.toContainText('Not the loud corner');
    await page.getByRole('button', { name: 'Delete what they agreed…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await expect(main).not.toContainText('There are agreements');
    await ask(page, consent(true));
    await expect(main).toContainText('Not the loud corner');
    await expect(main).not.toContainText('We tell each other first');
  });

  await test.step('the facilitator’s note stands apart, and is the one that Run shows', async () => {
    await page.getByRole('textbox', { name: 'Your private note' }).fill('Asked for the back row; zebrafish.');
    await desk.goTo('Run');
    await expect(desk.run.couple('Adalind & Borchert').getByRole('textbox')).toHaveValue(
      'Asked for the back row; zebrafish.',
    );
  });

  await test.step('it is a tab that stays, hides its names, and closes', async () => {
    await keyboard.press('Control+5');
    const tab = page.getByRole('tab', { name: 'Adalind & Borchert' });
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await ask(page, { type: 'console/discreet', on: true });
    await expect(page.getByRole('main')).not.toContainText('Adalind');
    await expect(page.getByRole('main')).not.toContainText('loud corner');
    await ask(page, { type: 'console/discreet', on: false });
    await tab.focus();
    await keyboard.press('Delete');
    await expect(tab).toHaveCount(0);
    await expect(page.getByRole('tab', { name: 'All couples' })).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('a couple that is removed has no page any more (S12)', async () => {
    await page.getByRole('button', { name: /^Adalind & Borchert/ }).click();
    const couple = savedRetreat(app).couples[0]?.id ?? '';
    await ask(page, { type: 'roster/remove', id: couple });
    await expect(page.getByRole('tab', { name: 'Adalind & Borchert' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Adalind & Borchert/ })).toHaveCount(0);
  });
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`a couple’s page and the list of all couples keep nobody out, in ${theme.toLowerCase()}`, async ({ launch }) => {
    const app = await launch();
    const desk = await consoleOf(app);
    const { page, home, prepare } = desk;
    await desk.goTo('Settings');
    await page.getByRole('main').getByText(theme, { exact: true }).click();
    await desk.goTo('Home');
    await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Adalind & Borchert' });
    await expect(prepare.name).toHaveValue('Lantern evening');
    await writeRecord(app, page, 1);
    await page.keyboard.press('Control+5');
    await page.getByRole('tab', { name: 'All couples' }).click();
    for (const where of ['list', 'page']) {
      if (where === 'page') {
        await page.getByRole('button', { name: /^Adalind & Borchert/ }).click();
        await expect(page.getByText('Hello before phones')).toBeVisible();
      }
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
