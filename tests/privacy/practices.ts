import type { AskName } from '../../shared/couple/page/page-asks';
import { pageAnswerSchema } from '../../shared/couple/page/read-answers';
import type { HandedPage } from '../../shared/couple/practice/handed-page';
import type { Practice } from '../../shared/couple/practice/practice';
import { type PracticeKindName, practiceKindNames, practiceKinds } from '../../shared/couple/practice/practice-kinds';
import { practiceEntrySchema } from '../../shared/couple/practice/practice-schema';
import type { Command } from '../../shared/session/commands/commands';
import { filling, marker, markerNumber } from './couples';
import { samples } from './samples';

const on = '2026-03-06';

const idOf = (kind: PracticeKindName): string => `${marker}-practice-${kind}`;

/** What the ids in a command about practice stand for. */
export const practiceIds: Readonly<Record<string, readonly string[]>> = {
  entry: [idOf('journal')],
  'entry.id': [`${marker}-practice-gone`],
  captured: ['weekly-review-review'],
  code: [`${marker}-practice-page`],
  'taken[].entry': [idOf('bids')],
};

/** Where in an entry of any kind somebody writes. */
export const writtenInPractices = (): string[] => [
  ...new Set([
    ...practiceKindNames.flatMap((kind) =>
      Object.entries(practiceKinds[kind].fields).flatMap(([name, { editor }]) =>
        editor.kind === 'text' ? [`content.${name}`] : [],
      ),
    ),
    'device',
    'retreat',
  ]),
];

const markedPage = (retreat: string): HandedPage => ({
  id: `${marker}-practice-page`,
  retreat,
  at: Date.UTC(2026, 2, 6),
  device: marker,
  side: 'A',
  taken: [{ key: marker, entry: idOf('bids') }],
});

/** A practice with an entry of every kind, every text and id of it marked. */
export function markedPractice(couple: string, retreat: string): Practice {
  const entries = samples(practiceEntrySchema, filling)
    .flatMap((raw) => practiceEntrySchema.safeParse(raw).data ?? [])
    .filter(({ reader }) => reader !== 'only-i')
    .filter(({ kind }, at, all) => all.findIndex((entry) => entry.kind === kind) === at)
    .map((entry) => ({ ...entry, id: idOf(entry.kind), retreat, at: markerNumber, captured: 'near-far-dial' }));
  return {
    id: couple,
    entries,
    pages: [markedPage(retreat)],
    removed: [{ id: `${marker}-practice-gone`, at: markerNumber }],
  };
}

/** Of what came back from home, one command for each thing a page asks, about a day that was. */
export function onePerAsk(commands: readonly Command[]): Command[] {
  const asked = new Set<AskName>();
  return commands.flatMap((command): Command[] => {
    if (command.type !== 'answers/take-in') return [command];
    return samples(pageAnswerSchema, filling).flatMap((raw) => {
      const answer = pageAnswerSchema.safeParse(raw).data;
      if (answer === undefined || asked.has(answer.ask)) return [];
      asked.add(answer.ask);
      return [{ ...command, answers: [{ ...answer, on }] }];
    });
  });
}

/** Of what is noted, one command of each kind, about an entry of that kind and by whom it asks. */
export function onePerNoting(commands: readonly Command[]): Command[] {
  const seen = new Set<PracticeKindName>();
  return commands.flatMap((command) => {
    const noted = command.type === 'practice/restore' ? command.entry : 'noting' in command ? command.noting : null;
    if (noted === null) return [command];
    if (seen.has(noted.kind)) return [];
    seen.add(noted.kind);
    const owner = practiceKinds[noted.kind].whose === 'joint' ? 'joint' : 'A';
    // What is practised was, by then.
    if (command.type === 'practice/add') return [{ ...command, owner, on }];
    return command.type === 'practice/change' ? [{ ...command, entry: idOf(noted.kind), on }] : [command];
  });
}
