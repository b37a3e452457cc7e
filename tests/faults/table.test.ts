import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const tests = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(tests, file), 'utf8');

interface Row {
  readonly fault: string;
  readonly expected: string;
  readonly file: string;
  readonly title: string;
}

/** The rows of the table: three cells each, the last one `file › title`. */
function rowsOf(markdown: string): Row[] {
  return markdown.split('\n').flatMap((line) => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells.length === 0 || cells[0] === 'Fault' || cells.every((cell) => /^-+$/.test(cell))) return [];
    const [fault = '', expected = '', where = ''] = cells;
    const [file = '', title = ''] = where.split(' › ');
    return [{ fault, expected, file: file.replaceAll('`', ''), title }];
  });
}

/** The titles of the tests in a file; a part that is filled in when it runs (`${…}`) stands as `…`. */
function titlesIn(source: string): string[] {
  const calls = source.matchAll(
    /(?:\b(?:test|it)|^\s*\]\s*(?:as const)?\))\(\s*(?:'([^']+)'|`([^`]+)`)|\.each\([^\n]*\)\(\s*'([^']+)'/gm,
  );
  return [...calls].map(([, plain, filled, listed]) => plain ?? listed ?? (filled ?? '').replace(/\$\{[^}]*\}/g, '…'));
}

const rows = rowsOf(read('faults/README.md'));
const here = readdirSync(join(tests, 'faults')).filter((name) => /\.(spec|test)\.tsx?$/.test(name));

describe('the table of faults', () => {
  test('says of every row what is to be seen, and where', () => {
    expect(rows.filter(({ fault, expected, file, title }) => !fault || !expected || !file || !title)).toEqual([]);
  });

  test.each(rows)('has a test for: $fault', ({ file, title }) => {
    expect(titlesIn(read(file))).toContain(title);
  });

  test.each(here.filter((name) => name !== 'table.test.ts'))('has a row for every test of %s', (name) => {
    const listed = rows.filter(({ file }) => file === `faults/${name}`).map(({ title }) => title);
    expect(titlesIn(read(`faults/${name}`)).filter((title) => !listed.includes(title))).toEqual([]);
  });
});
