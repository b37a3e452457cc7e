import AxeBuilder from '@axe-core/playwright';
import { sixTests } from '../../shared/couple/charter/clause';
import type { Command } from '../../shared/session/commands/commands';
import { expect, test } from '../rig/test';
import { ask } from './pages/ask';
import { consoleOf } from './pages/console-page';
import { savedRecords, savedRetreat } from './pages/saved';

test('A and B change places on the couple’s page: with all that is theirs, or by name alone', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await desk.saved();
  const { id: retreat, couples } = savedRetreat(app);
  const at = { id: couples[0]?.id ?? '', retreat };
  await page.keyboard.press('Control+5');
  await page.getByRole('tab', { name: 'All couples' }).click();
  await page.getByRole('button', { name: /^Ada & Bo/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ada & Bo' })).toBeVisible();
  const yes = (side: 'A' | 'B'): Command => ({ type: 'record/consent', ...at, side, scope: 'record', given: true });
  await expect(() => ask(page, yes('A'), yes('B'))).toPass();
  const needs = { type: 'record/answer', ...at, exercise: 'right-to-pass', field: 'room-needs' } as const;
  await ask(
    page,
    { ...needs, owner: 'A', value: { kind: 'text', text: 'Near the window' } },
    { ...needs, owner: 'B', value: { kind: 'text', text: 'Not the loud corner' } },
    {
      type: 'charter/add',
      ...at,
      saying: { kind: 'agreement', content: { text: 'rest on Sundays' } },
      carriedBy: 'both',
      review: null,
      captured: null,
    },
  );
  await desk.saved();
  const force = page.getByRole('region', { name: 'In force' });
  const drafts = page.getByRole('region', { name: 'Drafts' });
  for (const side of ['Ada', 'Bo']) {
    const part = drafts.getByRole('group', { name: side });
    const boxes = part.getByRole('checkbox');
    await expect(boxes).toHaveCount(sixTests.length);
    for (const box of await boxes.all()) await box.check();
    await part.getByRole('button', { name: 'Agreed on paper' }).click();
  }
  await expect(force).toContainText('rest on Sundays');
  const written = page.getByRole('region', { name: 'What was written' });
  const question = page.getByRole('dialog', { name: 'Swap A and B?' });
  const open = page.getByRole('button', { name: 'Swap A and B…' });
  const onDisk = () => {
    const answers = savedRecords(app).get(at.id)?.answers ?? [];
    const [couple] = savedRetreat(app).couples;
    return [
      `${couple?.A.name} & ${couple?.B.name}`,
      ...answers.map(({ owner, value }) => `${owner}: ${value.kind === 'text' ? value.text : ''}`),
    ];
  };

  await test.step('with all that is theirs, by the keyboard: what they agreed stays in force', async () => {
    await open.focus();
    await page.keyboard.press('Enter');
    await expect(question).toContainText('Now Ada is A and Bo is B.');
    await expect(question.getByRole('radio', { name: 'Everything that is theirs' })).toBeChecked();
    expect((await new AxeBuilder({ page }).setLegacyMode().include('[role=dialog]').analyze()).violations).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Bo & Ada' })).toBeVisible();
    await expect(page.getByText('Bo is A now, Ada is B')).toBeVisible();
    await expect(force).toContainText('rest on Sundays');
    await expect(written).toContainText(/Ada.*Near the window/su);
    await expect.poll(onDisk).toEqual(['Bo & Ada', 'B: Near the window', 'A: Not the loud corner']);
  });

  await test.step('by name alone: the words stay, and each yes of this retreat is asked anew', async () => {
    await open.click();
    await question.getByRole('radio', { name: 'Only the names' }).check();
    await question.getByRole('button', { name: 'Swap them' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ada & Bo' })).toBeVisible();
    await expect(force).toHaveCount(0);
    await expect(drafts).toContainText('rest on Sundays');
    await expect.poll(onDisk).toEqual(['Ada & Bo', 'B: Near the window', 'A: Not the loud corner']);
    await expect.poll(() => savedRecords(app).get(at.id)?.consents).toEqual([]);
  });
});
