import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../flavours.mjs';
import { chart } from './chart';
import { type Report, type Row, summary } from './row';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value: string): string => value.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

const style = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 62rem; padding: var(--hf-space-6); font: var(--hf-text-2)/1.45 var(--hf-sans); color: var(--hf-ink); background: var(--hf-ground); }
h1 { font: 430 var(--hf-text-5)/1.1 var(--hf-serif); }
h2 { margin: 0; font: 560 var(--hf-text-3)/1.3 var(--hf-sans); }
p { margin: var(--hf-space-2) 0; color: var(--hf-soft); }
section { margin: var(--hf-space-5) 0; padding: var(--hf-space-5); border: 1px solid var(--hf-line); border-radius: var(--hf-radius-3); background: var(--hf-raised); }
header { display: flex; gap: var(--hf-space-4); justify-content: space-between; align-items: baseline; }
.verdict { flex: none; padding: 0 var(--hf-space-3); border-radius: var(--hf-radius-round); background: var(--hf-accent-wash); color: var(--hf-good); }
.verdict[data-met="false"] { background: var(--hf-warn-wash); color: var(--hf-warn); }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--hf-soft); font-size: 13px; }
.ours { fill: var(--hf-a); stroke: var(--hf-a); }
.floor { fill: var(--hf-b); stroke: var(--hf-b); }
.axis { stroke: var(--hf-edge); }
`;

/** A page of charts that needs nothing but itself, in the project's own colours. */
export function page(report: Report): string {
  const tokens = readFileSync(join(projectFolder, 'renderer/tokens.css'), 'utf8');
  const about = [
    `${report.app}. ${report.machine}. ${report.at}.`,
    'Every dot is one measurement, every upright line a median. Ours and the floor were measured in turn, in the same minutes.',
    `Load of the machine: ${report.busy.before} before, ${report.busy.after} after.`,
    ...(report.quick ? ['This was a quick run: shorter, with fewer measurements.'] : []),
    ...report.leftOut,
  ];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Holdfast, measured</title>
<style>${tokens}${style}</style>
<body>
<h1>Holdfast, measured</h1>
${about.map((line) => `<p>${text(line)}</p>`).join('\n')}
${report.rows.map(section).join('\n')}
</body>
</html>
`;
}

function section(row: Row): string {
  const { figure, result, goal, met, unit, ours, floor, floorIs } = row;
  const against = floor.length === 0 ? floorIs : `${floorIs}: ${summary(floor)} ${unit}`;
  return `<section>
<header><h2>${text(figure)}</h2><span class="verdict" data-met="${met}">${text(result)}, goal ${text(goal)}: ${met ? 'met' : 'not met'}</span></header>
<p>Ours ${summary(ours)} ${unit}. Floor: ${text(against)}.</p>
${chart(row)}
</section>`;
}
