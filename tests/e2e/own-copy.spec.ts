import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { lead, pair } from '../faults/leading';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { zipEntries } from '../zip-reader';
import { type HandoverPage, handOver, handsOn, sessionOf } from './pages/handover-page';
import { textOf } from './pages/processes';

const secret = 'the phone on the table 5f1e';
const map = { pair, exercise: 'trigger-map' } as const;

/** The file that was taken along last. */
async function takenFile(app: App): Promise<string> {
  const { takeHome } = await sessionOf(app);
  const taken = takeHome.taken.at(-1);
  if (taken === undefined) throw new Error('nothing was taken along');
  return join(taken.place, taken.folder, taken.file);
}

const pageText = (file: string, phrase: string): string =>
  execFileSync('pdftotext', ['-upw', phrase, file, '-'], { encoding: 'utf8' });

/** Their copy made; what it opens with. */
async function make(handed: HandoverPage): Promise<string> {
  await handed.button('Make my copy').click();
  await expect(handed.page.getByRole('heading', { name: 'Your copy is made' })).toBeVisible();
  return (await handed.page.getByText(/^\w{4}-\w{4}-\w{4}-\w{4}$/).textContent()) ?? '';
}

test('a partner reads their own copy, with what only they may read, and takes it along in a file that opens for them alone', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  // Whatever printers the machine has, this app is told of none.
  const app = await launch({ env: { CUPS_SERVER: 'localhost:1' } });
  const { desk } = await lead(app);
  const handed = await handOver(app, desk, { ...map, name: 'Ada' });
  await handed.begin();
  await handed.write(secret);
  await expect(handed.reader('Only I')).toBeChecked();
  const ownCopy = handed.page.getByRole('heading', { name: 'Your own copy' });
  await handed.button('Take my own copy along').click();
  await expect(ownCopy).toBeVisible();
  const pages = handed.page.getByRole('region', { name: 'What will stand in it' });

  await test.step('not before they said yes to files', async () => {
    await expect(handed.button('Make my copy')).toBeHidden();
    await expect(pages).toBeHidden();
    await handed.button('Yes, it may go into a file').click();
    await expect(pages).toContainText(secret);
    await expect(pages).toContainText('Only you may read this');
    expect((await new AxeBuilder({ page: handed.page }).setLegacyMode().analyze()).violations).toEqual([]);
  });

  await test.step('what they leave out with a tap is not in it, and comes back with another', async () => {
    const contents = handed.page.getByRole('region', { name: 'In this copy' });
    await contents.getByRole('button', { name: 'Leave out: What exactly happened' }).click();
    await expect(pages).not.toContainText(secret);
    await contents.getByRole('button', { name: 'Take back in: What exactly happened' }).click();
    await expect(pages).toContainText(secret);
  });

  await test.step('on paper only where there is a printer; without one it is said what can be done', async () => {
    const paper = handed.page.getByRole('radio', { name: 'On paper' });
    await paper.check();
    await expect(handed.page.getByText('No printer is set up on this computer.')).toBeVisible({ timeout: 30_000 });
    await expect(handed.page.getByRole('button', { name: /^Print on/ })).toHaveCount(0);
    await handed.page.getByRole('radio', { name: 'Pages to read and print (PDF)' }).check();
  });

  const phrase = await make(handed);
  const file = await takenFile(app);
  await test.step('it opens by what was shown, and not without', async () => {
    expect((await new AxeBuilder({ page: handed.page }).setLegacyMode().analyze()).violations).toEqual([]);
    expect(pageText(file, phrase)).toContain(secret);
    execFileSync('qpdf', ['--check', `--password=${phrase}`, file]);
    expect(() => pageText(file, '')).toThrow();
    expect(readFileSync(file).includes(secret)).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  await test.step('what it opens with is shown once', async () => {
    await handed.button('I have written it down').click();
    await expect(ownCopy).toBeVisible();
    await expect(handed.page.locator('body')).not.toContainText(phrase);
    await expect(handed.page.getByText('seat-01-A-own.pdf')).toBeVisible();
    expect(JSON.stringify(await sessionOf(app))).not.toContain(phrase);
    await handed.button('Back').click();
    await expect(handed.writing).toHaveValue(secret);
  });

  await test.step('all of it as data, in a zip', async () => {
    await handed.button('Take my own copy along').click();
    await handed.page.getByRole('radio', { name: 'Text and data for other programs (zip)' }).check();
    const other = await make(handed);
    expect(other).not.toBe(phrase);
    const zip = await takenFile(app);
    const [json] = zipEntries(readFileSync(zip)).filter(({ name }) => name === 'own-copy.json');
    expect(json?.open(other).toString()).toContain(secret);
    await handed.button('I have written it down').click();
  });

  await test.step('the facilitator sees neither its words nor what it opens with', async () => {
    await handed.takeBack();
    await expect.poll(() => handsOn(app)).toMatchObject({ console: true, consolePage: true, handover: false });
    await expect.poll(() => textOf(app, 'console', 'body').catch(() => null)).toContain(pair);
    const said = (await textOf(app, 'console', 'body')) ?? '';
    expect(said).not.toContain(secret);
    expect(said).not.toContain(phrase);
    const logs = join(app.userData, 'logs');
    for (const log of readdirSync(logs)) expect(readFileSync(join(logs, log), 'utf8')).not.toMatch(phrase);
  });
});
