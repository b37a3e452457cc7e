import { content } from '../shared/content/en/content';
import { loadLanguage } from '../shared/content/language';
import { printoutWordsOf } from '../shared/content/printout-words';
import { translator } from '../shared/content/translator';
import type { Summary } from '../shared/couple/summary/summary';
import { versions } from '../shared/couple/summary/version';
import type { Pages } from '../shared/exercise/printouts/pages';
import { makePrintout, type Printout, printoutNames } from '../shared/exercise/printouts/printout';
import { reportOf } from '../shared/session/view/retreat-report';
import { madeUpCouples } from './made-up-couples';
import { aBook, aRetreat } from './make';
import { summaryOf } from './summary-kit';

/** What is put on paper, without the size of it. */
export type OnPaper = { readonly summary: Summary } | { readonly pages: Pages };

await loadLanguage('en');

/** All that becomes paper, by a name: each version of what each made-up couple takes home, and every printout. */
export function paperDocuments(): Readonly<Record<string, OnPaper>> {
  const summaries = Object.entries(madeUpCouples).flatMap(([name, source]) =>
    versions.flatMap((version) => {
      const { summary } = summaryOf(source, version);
      return summary === null ? [] : [[`${name}-${version}`, { summary }] as const];
    }),
  );
  const retreat = aRetreat('weekend');
  const words = printoutWordsOf(translator('en'));
  const printouts: readonly Printout[] = [
    ...printoutNames.filter((name) => name !== 'worksheet').map((name) => ({ name, exercise: null })),
    { name: 'worksheet', exercise: 'trigger-map' },
  ];
  const printed = printouts.flatMap((printout) => {
    const source = {
      exercise: content.exercises.find(({ id }) => id === printout.exercise) ?? null,
      // Each of them has its leaves there.
      planned: content.exercises,
      helpLines: content.helpLines,
      report: reportOf(retreat, aBook),
    };
    const pages = makePrintout(printout, source, words);
    const name = printout.exercise === null ? printout.name : `${printout.name}-${printout.exercise}`;
    return pages === null ? [] : [[name, { pages }] as const];
  });
  return Object.fromEntries([...summaries, ...printed]);
}
