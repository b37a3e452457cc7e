import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestInfo } from '@playwright/test';
import { runnerImport } from 'vite';
import type { TestHooks } from '../../electron/app/test-hooks';
import { type Paper, papers } from '../../shared/couple/summary/version';
import type { ToPrint } from '../../shared/session/state/take-home';
import type { OnPaper } from '../paper-documents';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { textsIn } from '../texts-in';
import { ask } from './pages/ask';
import { drawnTo, linesOf, middle, type PaperPage, pagesOf } from './pages/paper';

type Documents = typeof import('../paper-documents');
/** They are made as the app makes them: what loads tests finds no packages for `shared`. */
async function documents(): Promise<readonly (readonly [string, OnPaper])[]> {
  const file = fileURLToPath(new URL('../paper-documents.ts', import.meta.url));
  const { module } = await runnerImport<Documents>(file);
  return Object.entries(module.paperDocuments());
}

async function print(app: App, what: ToPrint, file: string): Promise<string> {
  const pdf = await app.electron.evaluate(
    (_, asked) => (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.print(asked),
    what,
  );
  if (pdf === null) throw new Error('it was not drawn');
  writeFileSync(file, Buffer.from(pdf, 'base64'));
  return file;
}

/** Whatever a program says of a file that it reads, of which it must not complain. */
function said(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect({ status, stderr }, program).toEqual({ status: 0, stderr: '' });
  return stdout;
}

const mm = 72 / 25.4;
const sizes: Readonly<Record<Paper, readonly [number, number]>> = { A4: [595, 842], Letter: [612, 792] };
const rounding = 2;

/** How it is set, and from there the paper's edge to its words. */
const setOf = (what: OnPaper) => ('pages' in what ? what.pages.set : 'text');
const edges = { text: [19, 22], wall: [19, 22], form: [14, 16] } as const;

/** What heads something: it is never the last on a page. */
function headsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    if (key === 'title' && typeof inside === 'string') return [inside];
    if (key === 'head' && Array.isArray(inside)) return [inside.join(' ')];
    return headsIn(inside);
  });
}

/** Each letter, and how often it is there: whatever the order in which a page is read. */
function letters(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const letter of texts
    .join('')
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, ''))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** All that is to be read in a document; a picture of figures says its own. */
function toRead(what: OnPaper): string[] {
  const read = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inside]) => {
      if (['id', 'kind', 'caption', 'form', 'points', 'legend', 'figures'].includes(key)) return [];
      if (typeof value === 'object' && 'kind' in value && value.kind === 'chart' && key === 'title') return [];
      if (typeof inside === 'string') return [inside];
      return Array.isArray(inside) && inside.every((one) => typeof one === 'string') ? textsIn(inside) : read(inside);
    });
  };
  if ('pages' in what) return read(what.pages.leaves);
  const { title, lines, sections, closing } = what.summary;
  return [title, ...lines, ...read(sections), ...closing];
}

function standsWhole(name: string, what: OnPaper, paper: Paper, pages: readonly PaperPage[]): void {
  const at = (n: number) => `${name} on ${paper}, page ${n + 1} of ${pages.length}`;
  const set = setOf(what);
  const [above, below] = edges[set];
  const heads = new Set(headsIn('pages' in what ? what.pages : what.summary));
  const closing = 'pages' in what ? '' : what.summary.closing.join(' ');
  const [width, height] = sizes[paper];
  const foot = height - below * mm;
  for (const [n, page] of pages.entries()) {
    expect.soft([Math.round(page.width), Math.round(page.height)], at(n)).toEqual([width, height]);
    const lines = linesOf(page, foot);
    // Neither the head of what goes on is worth a page, nor what every copy ends in.
    const own = lines.filter((line) => !heads.has(line) && !closing.includes(line));
    expect.soft(own.length, `${at(n)}: says something`).toBeGreaterThan(0);
    if (set !== 'form') expect.soft(heads.has(lines.at(-1) ?? ''), `${at(n)}: ends in “${lines.at(-1)}”`).toBe(false);
    const outside = page.words.filter(
      (word) =>
        word.left < 21.6 * mm - rounding ||
        word.right > page.width - 21.6 * mm + rounding ||
        middle(word) < above * mm ||
        middle(word) > height - 5 * mm,
    );
    expect.soft(outside, `${at(n)}: stands outside`).toEqual([]);
    const atFoot = page.words.filter((word) => middle(word) > foot).map(({ text }) => text);
    const says = set === 'wall' ? '' : `Educational, not therapy ${n + 1} / ${pages.length}`;
    expect.soft(atFoot.join(' '), `${at(n)}: at its foot`).toBe(says);
  }
  // A page of its own each: what does not fit would go on over the leaf.
  if ('pages' in what && set !== 'text') expect.soft(pages.length, name).toBe(what.pages.leaves.length);
  const [there, wanted] = [letters(pages.flatMap(({ words }) => words.map(({ text }) => text))), letters(toRead(what))];
  const lost = [...wanted].filter(([letter, count]) => (there.get(letter) ?? 0) < count);
  expect.soft(lost, `${name} on ${paper}: letters that are lost`).toEqual([]);
}

function isClean(file: string, what: OnPaper): void {
  const info = said('pdfinfo', file);
  expect.soft(info).toMatch(/Tagged: +yes/);
  expect.soft(info).toContain(('pages' in what ? what.pages : what.summary).title);
  said('qpdf', '--check', file);
  const fonts = said('pdffonts', file).trim().split('\n').slice(2);
  expect.soft(fonts.length).toBeGreaterThan(0);
  expect.soft(fonts.filter((line) => !/ yes (yes|no ) (yes|no )/.test(line))).toEqual([]);
}

const groups: Readonly<Record<string, (name: string) => boolean>> = {
  'a couple’s pages': (name) => !name.startsWith('long') && /-(joint|A|B)$/.test(name),
  'a couple’s pages, as long as they may be': (name) => name.startsWith('long'),
  'the room’s pages': (name) => !/-(joint|A|B)$/.test(name),
};

for (const [of, isOf] of Object.entries(groups)) {
  test(`nothing is cut, alone or blank on ${of}, on either paper`, async ({ launch }, info: TestInfo) => {
    const app = await launch();
    await app.console();
    const some = (await documents()).filter(([name]) => isOf(name));
    expect(some.length).toBeGreaterThan(2);
    for (const [name, what] of some)
      for (const paper of papers) {
        const file = await print(app, { ...what, paper }, info.outputPath(`${name}-${paper}.pdf`));
        isClean(file, what);
        standsWhole(name, what, paper, pagesOf(file));
      }
  });
}

test('what is written on fills its page with lines, on either paper', async ({ launch }, info: TestInfo) => {
  const app = await launch();
  await app.console();
  const [, what] = (await documents()).find(([name]) => name === 'booklet') ?? [];
  if (what === undefined || !('pages' in what)) throw new Error('there is no booklet');
  const hasLines = what.pages.leaves.map((leaf) => JSON.stringify(leaf).includes('"kind":"lines"'));
  expect(hasLines.filter(Boolean).length).toBeGreaterThan(20);
  for (const paper of papers) {
    const file = await print(app, { ...what, paper }, info.outputPath(`booklet-${paper}.pdf`));
    const ends = drawnTo(file, sizes[paper][1] - edges.form[1] * mm);
    expect(ends).toHaveLength(hasLines.length);
    for (const [n, end] of ends.entries())
      if (hasLines[n]) expect.soft(end, `on ${paper}, page ${n + 1}`).toBeGreaterThan(0.6);
  }
});

test('pages are the same in the dark and at any zoom', async ({ launch }, info: TestInfo) => {
  const app = await launch();
  const page = await app.console();
  const [, what] = (await documents()).find(([name]) => name === 'full-A') ?? [];
  if (what === undefined) throw new Error('there is no such document');
  const looks = (file: string): readonly string[] => [
    execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }).replaceAll(/<meta .*\n/g, ''),
    execFileSync('pdftoppm', ['-r', '50', file], { encoding: 'latin1', maxBuffer: 64 * 2 ** 20 }),
  ];
  const before = looks(await print(app, { ...what, paper: 'A4' }, info.outputPath('before.pdf')));
  await ask(page, { type: 'settings/change', patch: { theme: 'dark', palette: 'dusk' } });
  const wide = await page.evaluate(() => innerWidth);
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows().filter((one) => one.webContents.getURL().startsWith('console:'));
    window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: '=', modifiers: ['control'] });
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(wide);
  await expect.poll(() => app.electron.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
  expect(looks(await print(app, { ...what, paper: 'A4' }, info.outputPath('after.pdf')))).toEqual(before);
});
