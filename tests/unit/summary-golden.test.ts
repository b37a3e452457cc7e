import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../shared/content/language';
import type { Made, Part } from '../../shared/couple/summary/summary';
import { versions } from '../../shared/couple/summary/version';
import { madeUpCouples } from '../made-up-couples';
import { summaryOf } from '../summary-kit';

await loadLanguage('en');

function linesOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'paragraph':
      return [part.text];
    case 'list':
      return part.items.map((item) => `- ${item}`);
    case 'chart':
      return [
        `[${part.form} to ${part.most}] ${part.sentence}`,
        ...(part.newest === null ? [] : [part.newest.says]),
        ...part.points.map(
          ({ day, marks }) => `${day}: ${marks.map(({ mark, value }) => `${mark} ${value}`).join(', ')}`,
        ),
      ];
    case 'table':
      return [part.head, ...part.rows].map((row) => row.join(' | '));
  }
}

/** A summary as text: each of its words once, in the order in which they are read. */
function read({ summary, leftOut }: Made): string {
  const sections = (summary?.sections ?? []).flatMap(({ title, intro, groups }) => [
    `## ${title}`,
    ...(intro === null ? [] : [intro]),
    ...groups.flatMap((group) => [
      ...(group.title === null ? [] : [`### ${group.title}`]),
      ...group.items.flatMap((item) => [
        `#### ${item.title}${item.about === null ? '' : ` (${item.about})`}`,
        ...item.parts.flatMap(linesOf),
      ]),
    ]),
  ]);
  return [
    ...(summary === null ? ['nothing'] : [`# ${summary.title}`, ...summary.lines]),
    ...sections,
    ...(summary?.closing ?? []),
    ...leftOut.map((left) => `left out: ${Object.values(left).join(' ')}`),
  ].join('\n');
}

describe('what a made-up couple takes home', () => {
  it.each(['full', 'sparse', 'withdrew'] as const)('%s: reads as it was set down, word for word', async (name) => {
    const source = madeUpCouples[name];
    const all = versions.map((version) => `=== ${version} ===\n${read(summaryOf(source, version))}\n`).join('\n');
    await expect(all).toMatchFileSnapshot(`summaries/${name}.txt`);
  });
});
