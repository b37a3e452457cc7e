import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Noting } from '../../shared/couple/practice/practice-kinds';
import type { Command } from '../../shared/session/commands/commands';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { bytesNow } from '../saved-documents';
import { ask } from './pages/ask';
import { consoleOf } from './pages/console-page';
import { sessionOf } from './pages/handover-page';
import { savedRetreat } from './pages/saved';
import { keepWhatIsPrinted, whatWasPrinted } from './pages/take-home-page';
import { sizeConsole } from './pages/window-facts';

const glad = 'you came back when you said, Łukasz 李 علي 👩‍👩‍👧';

/** What was noted of a week: by A alone, and of both. */
function practised(of: { readonly id: string; readonly retreat: string }): readonly Command[] {
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const add = (owner: 'A' | 'joint', ago: number, noting: Noting): Command => ({
    type: 'practice/add',
    ...of,
    owner,
    on: day(ago),
    noting,
  });
  return [
    ...[5, 8, 6, 9, 7, 10, 8].map((noticed, n) =>
      add('A', 9 - n, { kind: 'bids', content: { noticed, answered: noticed - (n % 3) } }),
    ),
    ...(['before', 'after', 'follow-up'] as const).map((moment, n) =>
      add('A', 9 - n, { kind: 'measure', content: { moment, item: 'felt-security', name: '', score: 4 + n } }),
    ),
    ...[true, false, true].map((kept, n) => add('joint', 9 - n, { kind: 'timeout', content: { kept, note: '' } })),
    add('A', 3, { kind: 'goal', content: { text: 'to say it before it is late', by: null } }),
  ];
}

/** The headings of a file's tag tree, in the order they are read. */
const headings = (file: string): string[] => {
  const tree = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' }).split('\n');
  return tree.flatMap((line, at) => {
    const level = /^( *)H\d/.exec(line)?.[1]?.length;
    if (level === undefined) return [];
    const rest = tree.slice(at + 1);
    const end = rest.findIndex((next) => next.trim() !== '' && (/^ */.exec(next)?.[0].length ?? 0) <= level);
    const inside = rest.slice(0, end === -1 ? undefined : end).join(' ');
    return [[...inside.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join('')];
  });
};

/** The first couple said yes to all of it and wrote; of the second nobody said yes to files. */
async function writeRecords(app: App, page: Page): Promise<void> {
  const retreat = savedRetreat(app);
  const ids = retreat.couples.map(({ id }) => id);
  await ask(page, { type: 'records/show', sheets: [], whole: ids });
  for (const [at, id] of ids.entries()) {
    const of = { id, retreat: retreat.id };
    const scopes = at === 0 ? (['record', 'measures', 'export'] as const) : (['record'] as const);
    const yes = (['A', 'B'] as const).flatMap((side) =>
      scopes.map((scope): Command => ({ type: 'record/consent', ...of, side, scope, given: true })),
    );
    // It is read first.
    await expect(() => ask(page, ...yes)).toPass();
    const plan = { exercise: 'take-home-plan', field: 'plan', owner: 'joint' } as const;
    const signal = { exercise: 'signal-design', owner: 'joint' } as const;
    await ask(
      page,
      {
        type: 'record/answer',
        ...of,
        ...plan,
        value: { kind: 'long-text', text: 'Sundays after tea:\nhalf an hour.' },
      },
      { type: 'record/answer', ...of, ...signal, field: 'word', value: { kind: 'text', text: 'Lantern' } },
      { type: 'record/answer', ...of, ...signal, field: 'gesture', value: { kind: 'text', text: 'an open hand' } },
      { type: 'record/answer', ...of, ...signal, field: 'meaning', value: { kind: 'long-text', text: 'sit down' } },
      {
        type: 'record/answer',
        ...of,
        exercise: 'take-home-plan',
        field: 'glad-that',
        owner: 'A',
        value: { kind: 'text', text: glad },
      },
    );
    await ask(page, { type: 'charter/draft', ...of, captured: 'signal-design' });
    if (at === 0) await ask(page, ...practised(of));
  }
}

/** What number stands at the foot of each page; nothing on one that is empty. */
function footOfEach(pdf: Buffer): string[] {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => /(\d+) ?\/ ?(\d+)\s*$/.exec(page)?.slice(1).join('/') ?? page.trim());
}

const words = (file: string, phrase = ''): string =>
  execFileSync('pdftotext', ['-layout', '-upw', phrase, file, '-'], { encoding: 'utf8' });

test('what each takes home is looked at, something left out, and made into files that read as it was written', async ({
  launch,
}) => {
  // Whatever printers the machine has, this app is told of none.
  const app = await launch({ env: { CUPS_SERVER: 'localhost:1' } });
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  await home.startRetreat({
    program: 'One evening',
    name: 'Lantern evening',
    couples: 'Adalind & Borchert\nCleophas & Dara',
  });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await writeRecords(app, page);
  await sizeConsole(app, page, { width: 1280, height: 800 });
  await page.keyboard.press('Control+5');
  await page.getByRole('tab', { name: 'Take home' }).click();
  const review = page.getByRole('region', { name: 'What it will be' });

  await test.step('who is ready, and who is not, and why', async () => {
    await expect(page.getByRole('row', { name: /Cleophas & Dara/ })).toContainText('no yes: both');
    await expect(page.getByRole('button', { name: 'Make 3 files' })).toBeEnabled();
  });

  await test.step('a copy is seen as it will be, and what is not in it', async () => {
    await page.getByRole('button', { name: 'Adalind & Borchert, Both: look at it' }).click();
    await expect(review.getByRole('heading', { name: 'What we take home' })).toBeVisible();
    await expect(review).toContainText('Our word is “Lantern”.');
    await expect(review).not.toContainText('Łukasz');
    await expect(review).toContainText('Adalind has not shared one answer with their partner.');
    await review.getByRole('button', { name: 'Leave out: Our plan: who, when, and what reminds us' }).click();
    await expect(review).toContainText('You left out one item.');
    // The pages scroll in their own place, and nothing around them does.
    const around = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (one) =>
            one.closest('[aria-label="What it will be"]') === null &&
            /auto|scroll/.test(getComputedStyle(one).overflowY) &&
            one.scrollHeight > one.clientHeight + 1,
        ).length,
    );
    expect(around).toBe(0);
    await expect(review).not.toContainText('Sundays after tea');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step('four files, by seat, each with what its reader may have', async () => {
    await page.getByRole('checkbox', { name: 'Calendar of the days to come' }).check();
    await page.getByRole('button', { name: 'Make 4 files' }).click();
    await expect(page.getByRole('status').filter({ hasText: '4 files are in the folder' })).toBeVisible({
      timeout: 30_000,
    });
    const { batch } = (await sessionOf(app)).takeHome;
    const folder = join(batch?.place ?? '', batch?.folder ?? '', 'seat-01');
    const all = readdirSync(folder).sort();
    expect(all).toEqual(['seat-01-A.pdf', 'seat-01-B.pdf', 'seat-01-both.ics', 'seat-01-both.pdf']);
    const days = readFileSync(join(folder, 'seat-01-both.ics'), 'utf8');
    expect(days).toMatch(/SUMMARY:Thirty days on\r\n/);
    expect(days).not.toMatch(/Adalind|Borchert|Lantern|tea/);
    const files = all.filter((file) => file.endsWith('.pdf'));
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    const [a, b, both] = files.map((file) => words(join(folder, file)));
    expect(a).toContain('you came back when you said, Łukasz 李');
    expect(b).not.toContain('Łukasz');
    expect(both).not.toContain('Łukasz');
    expect(both).not.toContain('Sundays after tea');
    expect(b).toContain('Sundays after tea');
    for (const one of [a, b, both]) {
      expect(one).toContain('Our word is “Lantern”.');
      expect(one).toContain('988');
      expect(one).toContain('They are not therapy');
    }
    expect(both).not.toContain('1-800-799-7233');
    const info = execFileSync('pdfinfo', [join(folder, 'seat-01-A.pdf')], { encoding: 'utf8' });
    expect(info).toMatch(/Title: +What we take home/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).not.toContain('Adalind');
    const fonts = execFileSync('pdffonts', [join(folder, 'seat-01-A.pdf')], { encoding: 'utf8' })
      .split('\n')
      .slice(2);
    expect(fonts.filter((line) => line !== '' && !/ yes (yes|no ) (yes|no )/.test(line))).toEqual([]);
    execFileSync('qpdf', ['--check', join(folder, 'seat-01-both.pdf')]);
    expect(a).toContain('Felt security');
    expect(a).toContain('to say it before it is late');
    expect(both).not.toContain('Felt security');
    expect(both).toContain('Back when we said: 2 of 3.');
    const aDay = /^[A-Z][a-z]+ \d+, \d{4}$/;
    expect(headings(join(folder, 'seat-01-A.pdf')).filter((heading) => !aDay.test(heading))).toEqual([
      'What we take home',
      'Not agreed yet',
      'Signal',
      'Our charts',
      'Timeouts',
      'Felt security',
      'Bids',
      'My own pages',
      'Goals',
      'The next sixty days',
      'Our plan: who, when, and what reminds us',
      'I am glad that …',
      'Days to come',
      'When to seek help',
      'More help than a page can give',
      'Someone to call, day and night',
    ]);
  });

  await test.step('they are printed by the system’s dialog; without a printer that is said, and nothing is noted', async () => {
    await keepWhatIsPrinted(app);
    await page.getByRole('button', { name: 'Print 3 copies …' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'knows of no printer' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('button', { name: 'Print 3 copies …' })).toBeEnabled();
    const { records, printJob } = await sessionOf(app);
    expect(printJob?.pieces.map(({ fault }) => fault)).toEqual([null, null, null]);
    const handed = Object.values(records).flatMap(({ record }) => record.handed);
    expect(handed.map(({ format }) => format).sort()).toEqual(['calendar', 'pdf', 'pdf', 'pdf']);
    const feet = footOfEach(await whatWasPrinted(app));
    const begins = feet.flatMap((foot, at) => (foot.startsWith('1/') ? [at + 1] : []));
    expect(begins).toHaveLength(3);
    // On paper printed on both sides nobody's page is on the back of another's.
    expect(begins.filter((page) => page % 2 === 0)).toEqual([]);
    for (const [n, first] of begins.entries()) {
      const pages = feet.slice(first - 1, (begins[n + 1] ?? feet.length + 1) - 1).filter((foot) => foot !== '');
      expect(pages).toEqual(pages.map((_, at) => `${at + 1}/${pages.length}`));
    }
    await page.getByRole('button', { name: 'Adalind & Borchert, Both: look at it' }).click();
    await review.getByRole('button', { name: 'Print …' }).click();
    await expect.poll(async () => (await sessionOf(app)).printJob?.pieces.length).toBe(1);
    await expect(page.getByRole('status').filter({ hasText: 'knows of no printer' })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the same files open with a phrase each, which is shown once and stands nowhere', async () => {
    await page.getByRole('checkbox', { name: 'PDFs with a pass-phrase' }).check();
    await page.getByRole('button', { name: 'Make 4 files' }).click();
    const shown = page.getByRole('region', { name: 'Pass-phrases' });
    const row = (whom: string) => shown.getByRole('row', { name: `Adalind & Borchert ${whom}` });
    await expect(row('Both')).toBeVisible({ timeout: 30_000 });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const phraseOf = async (whom: string) => (await row(whom).getByRole('cell').last().innerText()).trim();
    const [both, alone] = [await phraseOf('Both'), await phraseOf('Borchert')];
    expect(both).toMatch(/^\w{4}(-\w{4}){3}$/);
    const { batch } = (await sessionOf(app)).takeHome;
    const file = join(batch?.place ?? '', batch?.folder ?? '', 'seat-01', 'seat-01-both.pdf');
    expect(words(file, both)).toContain('Our word is “Lantern”.');
    expect(() => words(file, alone)).toThrow();
    execFileSync('qpdf', ['--check', `--password=${both}`, file]);
    const info = (about: string) => execFileSync('pdfinfo', [about, '-upw', both, file], { encoding: 'utf8' });
    expect(info('-box')).toMatch(
      /Tagged: +yes[\s\S]*Encrypted: +yes \(print:yes copy:yes change:yes addNotes:yes algorithm:AES-256\)/,
    );
    expect(info('-struct-text')).toMatch(/H1[\s\S]*What we take home[\s\S]*H2/);
    await page.getByRole('button', { name: 'Adalind & Borchert, Both: look at it' }).click();
    await expect(review.getByRole('heading', { name: 'What we take home' })).toBeVisible();
    await page.getByRole('button', { name: 'Back to the pass-phrases' }).click();
    await expect(row('Both')).toContainText(both);
    await shown.getByRole('button', { name: 'I wrote them down: put them away' }).click();
    await expect(shown).toBeHidden();
    expect(JSON.stringify(await sessionOf(app))).not.toContain(both);
    const kept = readdirSync(app.userData, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => bytesNow(join(entry.parentPath, entry.name)).toString('latin1'));
    expect(kept.filter((text) => text.includes(both) || text.includes(alone))).toEqual([]);
  });

  await test.step('nothing of it is drawn any more, and none of it is left behind', async () => {
    await expect.poll(async () => (await sessionOf(app)).printing).toBeNull();
    await expect
      .poll(() =>
        app.electron.evaluate(
          ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => !one.isDestroyed()).length,
        ),
      )
      .toBe(1);
  });
});
