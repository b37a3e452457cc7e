import { expect } from '@playwright/test';
import { FormPage, openForm } from '../e2e/pages/form-page';
import { handOver, handsOn } from '../e2e/pages/handover-page';
import type { Player } from './player';

const pair = 'Noor & Sam';
const seat = 2;
const exercise = 'Signal design';

/** What a couple keeps of the evening: what they said yes to, what they wrote, what they agreed. */
export async function theCouplesRecord(player: Player): Promise<void> {
  for (const part of [sayYes, writeTheSignal, agree]) await part(player);
}

async function sayYes(player: Player): Promise<void> {
  const { desk } = player;
  await desk.goTo('Couples');
  const row = desk.couples.row(`Seat ${seat}, `);
  for (const box of await row.getByRole('checkbox').all()) {
    await box.click();
    await expect(box).toBeChecked();
  }
  await player.shoot('What each said yes to');
  await desk.goTo('Run');
}

async function writeTheSignal(player: Player): Promise<void> {
  const { desk, lead } = player;
  await lead.goTo(exercise);
  const form = new FormPage(desk.page);
  await openForm({ desk, form }, seat);
  for (const [field, words] of [
    ['Our word', 'Lantern'],
    ['Our gesture', 'an open hand on the table'],
    ['When one of us does this, we both …', 'stop, breathe out, and sit down'],
  ] as const) {
    await form.root.getByRole('textbox', { name: field }).fill(words);
  }
  await expect(form.kept).toHaveText('Saved');
  await player.shoot('A form beside the room');
  await desk.page.keyboard.press('Escape');
}

/** The last of the evening: the console's page ends while the laptop is in a partner's hands. */
export async function handTheLaptop(player: Player): Promise<void> {
  const { app, desk } = player;
  await desk.goTo('Run');
  const handed = await handOver(app, desk, { pair, name: 'Noor', exercise: 'landing-phrases' });
  await player.shootHanded('In a partner’s hands', handed.page);
  await handed.button('Begin').click();
  await handed.writing.fill('You came back, and I am glad.');
  await expect(handed.reader('Only I')).toBeEnabled();
  await player.shootHanded('Who may read it', handed.page);
  await handed.button('I am done').click();
  await handed.takeBack();
  await expect.poll(() => handsOn(app)).toMatchObject({ console: true, consolePage: true, kind: null });
}

async function agree(player: Player): Promise<void> {
  const { desk } = player;
  const { page } = desk;
  await desk.goTo('Couples');
  await page.getByRole('tab', { name: 'All couples' }).click();
  await page.getByRole('button', { name: new RegExp(`^${pair}`) }).click();
  await page.getByRole('button', { name: 'Make it a draft' }).first().click();
  const drafts = page.getByRole('region', { name: 'Drafts' });
  for (const name of ['Noor', 'Sam']) {
    const part = drafts.getByRole('group', { name });
    for (const box of await part.getByRole('checkbox').all()) await box.check();
    if (name === 'Noor') await player.shoot('An agreement that waits');
    await part.getByRole('button', { name: 'Agreed on paper' }).click();
  }
  await expect(drafts).toHaveCount(0);
  await player.shoot('The couple’s page');
  await desk.goTo('Run');
}
