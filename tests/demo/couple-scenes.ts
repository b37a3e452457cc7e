import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Noting } from '../../shared/couple/practice/practice-kinds';
import type { Command } from '../../shared/session/commands/commands';
import { ask } from '../e2e/pages/ask';
import { FormPage, openForm } from '../e2e/pages/form-page';
import { handOver, handsOn, sessionOf } from '../e2e/pages/handover-page';
import { openPhone } from '../rig/phone';
import { keepFiles, keepForReadme } from './output';
import type { Player } from './player';

const pair = 'Noor & Sam';
const seat = 2;
/** Another couple that said yes, and has little to take home. */
const other = 3;
const exercise = 'Signal design';
const takeHomePlan = 'take-home-plan';
const dayMs = 86_400_000;
const forReadme = process.env.HOLDFAST_PICTURES === '1';

/** What a couple keeps of the evening: what they said yes to, what they wrote, what they agreed. */
export async function theCouplesRecord(player: Player): Promise<void> {
  for (const part of [sayYes, writeTheSignal, agree, plan, practise, takeHome, forTheRoom]) await part(player);
  await player.desk.goTo('Run');
}

async function sayYes(player: Player): Promise<void> {
  const { desk } = player;
  await desk.goTo('Couples');
  for (const of of [seat, other])
    for (const box of await desk.couples.row(`Seat ${of}, `).getByRole('checkbox').all()) {
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
  // The agreements that there are come after the questions.
  const done = handed.button('I am done');
  await expect(async () => {
    if (!(await done.isVisible())) await handed.button('Next').click({ timeout: 1000 });
    await expect(done).toBeVisible({ timeout: 500 });
  }).toPass();
  await done.click();
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
}

/** Their plan and a day of it, as its form would have it. */
async function writePlan({ app, desk }: Player, of: number): Promise<void> {
  const { retreat } = await sessionOf(app);
  const id = retreat?.couples.find((couple) => couple.seat === of)?.id ?? '';
  const answer = {
    type: 'record/answer',
    id,
    retreat: retreat?.id ?? '',
    exercise: takeHomePlan,
    owner: 'joint',
  } as const;
  const text = 'Sundays after tea: half an hour, the phones in a drawer.';
  const date = new Date(Date.now() + 14 * dayMs).toISOString().slice(0, 10);
  // It is read first.
  await expect(() => ask(desk.page, { ...answer, field: 'plan', value: { kind: 'long-text', text } })).toPass();
  await ask(desk.page, { ...answer, field: 'first-look', value: { kind: 'date', date } });
}

const plan = (player: Player): Promise<void> => writePlan(player, seat);

/** What hurt, one's part in it, why it matters, and whether it was received. */
const repairs = [
  ['You waited with the lamp on', 'I said seven and came at nine', 'We matter more than the clock', 'received'],
  ['You told me about the job, and I looked at my phone', 'I was not there', 'Your news is ours', 'not-yet'],
  ['I laughed when you were serious', 'I was afraid of it', 'You can be serious with me', 'received'],
] as const;

/** What they noted over the last weeks, as its forms would have it. */
async function practise(player: Player): Promise<void> {
  const { app, desk } = player;
  const { retreat } = await sessionOf(app);
  const id = retreat?.couples.find((couple) => couple.seat === seat)?.id ?? '';
  const day = (ago: number): string => new Date(Date.now() - ago * dayMs).toISOString().slice(0, 10);
  const add = (owner: 'A' | 'B' | 'joint', ago: number, noting: Noting): Command => ({
    type: 'practice/add',
    id,
    retreat: retreat?.id ?? '',
    owner,
    on: day(ago),
    noting,
  });
  const felt = (owner: 'A' | 'B', ago: number, moment: 'before' | 'after' | 'follow-up', score: number): Command =>
    add(owner, ago, { kind: 'measure', content: { moment, item: 'felt-security', name: '', score } });
  await ask(
    desk.page,
    ...[5, 8, 6, 9, 7, 10, 8].flatMap((noticed, n) => [
      add('A', 9 - n, { kind: 'bids', content: { noticed, answered: noticed - (n % 3) - 1 } }),
      add('B', 9 - n, { kind: 'bids', content: { noticed: noticed + (n % 2), answered: noticed - (n % 2) } }),
    ]),
    felt('A', 40, 'before', 4),
    felt('A', 38, 'after', 6),
    felt('A', 8, 'follow-up', 7),
    felt('B', 40, 'before', 5),
    felt('B', 38, 'after', 7),
    felt('B', 8, 'follow-up', 7),
    ...[true, true, false, true].map((kept, n) =>
      add('joint', 30 - 6 * n, { kind: 'timeout', content: { kept, note: '' } }),
    ),
    ...repairs.map(([hurt, part, matters, received], n) =>
      add('joint', 28 - 8 * n, { kind: 'repair', content: { hurt, part, matters, received, need: '' } }),
    ),
  );
  const practice = desk.page.getByRole('region', { name: 'Practice' });
  await expect(practice).toContainText('Back when they said: 3 of 4 times');
  await player.shoot('The couple’s page');
  await practice.getByText('Noor', { exact: true }).first().click();
  await expect(practice).toContainText('Felt security');
  await practice.evaluate((part) => part.scrollIntoView());
  await player.shoot('Their practice', forReadme ? { console: 'console-practice.png' } : {});
}

/** What each of them takes home: seen first, then made. */
async function takeHome(player: Player): Promise<void> {
  const { app, desk } = player;
  const { page } = desk;
  await page.getByRole('tab', { name: 'Take home' }).click();
  await writePlan(player, other);
  await page.getByRole('button', { name: `${pair}, Both: look at it` }).click();
  await expect(page.getByRole('region', { name: 'What it will be' })).toContainText('Our word is');
  for (const format of ['Calendar of the days to come', 'Page to fill in at home and send back'])
    await page.getByRole('checkbox', { name: format }).check();
  await player.shoot('What they take home', forReadme ? { console: 'console-take-home.png' } : {});
  await page.getByRole('button', { name: /^Make \d+ files?$/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'in the folder' })).toBeVisible();
  const { batch } = (await sessionOf(app)).takeHome;
  if (batch === null) throw new Error('nothing was made');
  const folder = join(batch.place, batch.folder);
  keepFiles(folder);
  await player.shoot('Files in a folder');
  if (forReadme) await keepPapers(join(folder, `seat-0${seat}`));
}

/** What they hold in their hands at home, for the README: a page of paper, and the page on a phone. */
async function keepPapers(folder: string): Promise<void> {
  const first = ['-r', '80', '-png', '-singlefile', '-f', '1', '-l', '1'];
  const paper = execFileSync('pdftoppm', [...first, join(folder, `seat-0${seat}-both.pdf`)], { maxBuffer: 2 ** 26 });
  keepForReadme('paper-take-home.png', paper);
  const phone = await openPhone(join(folder, `seat-0${seat}-A.html`));
  keepForReadme('phone-page.png', await phone.page.screenshot());
  await phone.close();
}

/** What is printed for the room: looked at first. */
async function forTheRoom(player: Player): Promise<void> {
  const { page } = player.desk;
  await page.getByRole('tab', { name: 'For the room' }).click();
  const look = page.getByRole('button', { name: /look at it$/ });
  await look.first().click();
  await expect(page.getByRole('region', { name: 'What it will be' }).getByRole('heading').first()).toBeVisible();
  await player.shoot('For the room', forReadme ? { console: 'console-for-the-room.png' } : {});
}
