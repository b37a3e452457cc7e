import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../flavours.mjs';
import { page } from './page';
import { type Report, summary } from './row';

const folder = join(projectFolder, 'bench-output');

/** Writes what is known so far, as JSON and as a page of charts; returns where. */
export function keep(report: Report, name: string): string[] {
  mkdirSync(folder, { recursive: true });
  const files = [join(folder, `${name}.json`), join(folder, `${name}.html`)] as const;
  writeFileSync(files[0], `${JSON.stringify(report, null, 1)}\n`);
  writeFileSync(files[1], page(report));
  return [...files];
}

/** The table, for a terminal. */
export function table({ rows }: Report): string {
  const heads = ['figure', 'ours', 'floor', 'result', 'goal', ''];
  const lines = rows.map(({ figure, unit, ours, floor, result, goal, met }) => [
    figure,
    `${summary(ours)} ${unit}`,
    floor.length === 0 ? '' : `${summary(floor)} ${unit}`,
    result,
    goal,
    met ? 'met' : 'NOT MET',
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const set = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [set(heads), widths.map((width) => '-'.repeat(width)).join('  '), ...lines.map(set)].join('\n');
}

/** What goes around the table: on what, how long, what is missing. */
export function remarks({ app, machine, quick, busy, leftOut }: Report): string {
  return [
    `${app}; ${machine}.`,
    'Medians, with the 95th percentile in brackets; ours and the floor were measured in turn, in the same minutes.',
    `The machine was doing other work too: load ${busy.before} before, ${busy.after} after, the bench included.`,
    ...(quick ? ['This was a --quick run: shorter, with fewer measurements, and its tails say little.'] : []),
    ...leftOut,
  ].join('\n');
}
