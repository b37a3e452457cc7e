import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { sessionOf } from './pages/handover-page';
import { sizeConsole } from './pages/window-facts';

const words = (file: string): string => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
const pages = (file: string): string => execFileSync('pdfinfo', [file], { encoding: 'utf8' });

test('worksheets, the consent form and cards for the wall are looked at and printed, and no couple is in them', async ({
  launch,
}) => {
  // Whatever printers the machine has, this app is told of none.
  const app = await launch({ env: { CUPS_SERVER: 'localhost:1' } });
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Adalind & Borchert' });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await sizeConsole(app, page, { width: 1280, height: 800 });
  const look = page.getByRole('region', { name: 'What it will be' });

  await test.step('from Prepare to the worksheets of the plan', async () => {
    await page.getByRole('button', { name: 'Print for the room' }).click();
    await expect(page.getByRole('tab', { name: 'For the room' })).toHaveAttribute('aria-selected', 'true');
    await expect(look.getByRole('heading', { name: 'For yourself' }).first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step('from the palette to the consent form', async () => {
    await desk.find('Print the consent form');
    await expect(look).toContainText('Consent of partner B');
    await expect(look).toContainText('take back any yes at any time');
  });

  await test.step('a worksheet by itself is looked at, and taken as well', async () => {
    await page.getByRole('button', { name: 'B1 Trigger map: look at it' }).click();
    await expect(look.getByRole('heading', { name: 'Trigger map' })).toBeVisible();
    await page.getByRole('checkbox', { name: 'B1 Trigger map' }).check();
    await page.getByRole('checkbox', { name: /^Retreat report/ }).check();
    await page.getByRole('button', { name: 'Make 5 files' }).click();
    await expect(page.getByRole('status').filter({ hasText: '5 files are in the folder' })).toBeVisible({
      timeout: 30_000,
    });
  });

  await test.step('all of them go to the system’s dialog as one job; without a printer that is said', async () => {
    await page.getByRole('button', { name: 'Print all …' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'knows of no printer' })).toBeVisible({ timeout: 30_000 });
    const { printJob } = await sessionOf(app);
    expect(printJob?.pieces.map(({ fault }) => fault)).toEqual([null, null, null, null, null]);
  });

  await test.step('what they say, on how many pages, and for whom', async () => {
    const { batch } = (await sessionOf(app)).printouts;
    const folder = join(batch?.place ?? '', batch?.folder ?? '');
    const files = readdirSync(folder).sort();
    expect(files).toEqual([
      'SHA256SUMS.txt',
      'booklet.pdf',
      'cards.pdf',
      'consent-form.pdf',
      'report.pdf',
      'worksheet-trigger-map.pdf',
    ]);
    const [, booklet, cards, form, report, worksheet] = files.map((file) => join(folder, file));
    for (const file of [booklet, cards, form, report, worksheet]) {
      expect(words(file ?? '')).not.toMatch(/Adalind|Borchert/);
      expect(pages(file ?? '')).toMatch(/Tagged: +yes/);
      execFileSync('qpdf', ['--check', file ?? '']);
    }
    const consent = words(form ?? '');
    for (const side of ['A', 'B']) expect(consent).toContain(`Consent of partner ${side}`);
    expect(consent.match(/Signature/g)).toHaveLength(2);
    expect(consent).toMatch(/Record: what I write may be kept/);
    expect(pages(form ?? '')).toMatch(/Pages: +2\b/);
    expect(pages(cards ?? '')).toMatch(/Pages: +3\b/);
    expect(words(cards ?? '')).toContain('988');
    expect(words(report ?? '')).toMatch(/Signal design +\d\d:\d\d to \d\d:\d\d +not led/);
    expect(words(report ?? '')).toContain('Attendance by seat');
    expect(words(worksheet ?? '')).toContain('Where it landed in my body');
    expect(words(worksheet ?? '')).toContain('Overwhelming');
    expect(pages(worksheet ?? '')).toMatch(/Title: +Worksheet: Trigger map/);
  });
});
