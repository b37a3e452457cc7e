import type { Answer } from '../../shared/couple/answer';
import type { Charter } from '../../shared/couple/charter/charter';
import type { Clause } from '../../shared/couple/charter/clause';
import { clauseKindNames, fieldsOf } from '../../shared/couple/charter/clause-kinds';
import { clauseSchema } from '../../shared/couple/charter/clause-schema';
import { slotsOf } from '../../shared/couple/charter/writing';
import { writingSchema } from '../../shared/couple/charter/writing-schema';
import { sides } from '../../shared/room/wall';
import { filling, marker, markerNumber } from './couples';
import { samples } from './samples';

const stamp = (id: string, retreat: string) => ({ id: `${marker}-${id}`, retreat, at: markerNumber, device: marker });

/** What the ids in a command about a charter stand for: a clause of which everything can still be said. */
export const charterIds: Readonly<Record<string, readonly string[]>> = {
  clause: [`${marker}-clause`],
  wording: [`${marker}-wording`],
  'saying.content.guards': [`${marker}-clause`],
  'clause.id': [`${marker}-gone`],
  captured: ['near-far-dial', 'landing-phrases', 'weekly-review-review', 'good-news-win-a'],
  'reworded.clause': [`${marker}-clause`],
  'reworded.wording': [`${marker}-wording`],
  'written.texts.guards': [`${marker}-clause`],
};

/** Where in a clause of any kind somebody writes. */
export function writtenInCharters(): string[] {
  const paths = clauseKindNames.flatMap((kind) =>
    Object.entries(fieldsOf(kind)).flatMap(([name, { editor }]) => {
      const path = `wordings[].content.${name}`;
      if (editor.kind === 'clause') return [path];
      if (editor.kind !== 'text' && editor.kind !== 'list') return [];
      const line = editor.kind === 'list' ? '[]' : '';
      return editor.each ? sides.map((side) => `${path}.${side}${line}`) : [`${path}${line}`];
    }),
  );
  const typed = clauseKindNames.flatMap((kind) => slotsOf(kind).map(({ key }) => `texts.${key}`));
  return [...new Set([...paths, ...typed, 'wordings[].restricts[]', 'wordings[].device', 'captured', 'review.device'])];
}

/** An answer that the capture above is made of. */
export const markedRule = (retreat: string): Answer => ({
  ...stamp('rule', retreat),
  exercise: 'near-far-dial',
  field: 'rule',
  owner: 'joint',
  value: { kind: 'text', text: `${marker} rule` },
  asked: marker,
  reader: null,
  asks: [],
});

/** Words of A's that the other may not read: they become a clause on A's yes. */
export const markedPhrases = (retreat: string): Answer => ({
  ...markedRule(retreat),
  ...stamp('phrases', retreat),
  exercise: 'landing-phrases',
  field: 'phrases',
  owner: 'A',
  value: { kind: 'list', lines: [`${marker} phrase`] },
  reader: 'only-i',
});

/** Joint words that are noted as practice with one action. */
export const markedReview = (retreat: string): Answer => ({
  ...markedRule(retreat),
  ...stamp('worked', retreat),
  exercise: 'weekly-review',
  field: 'worked',
});

/** Words of A's that the other may not read: they are noted for both on A's yes. */
export const markedWin = (retreat: string): Answer => ({
  ...markedPhrases(retreat),
  ...stamp('win', retreat),
  exercise: 'good-news',
  field: 'win',
  value: { kind: 'text', text: `${marker} win` },
});

/** A charter with clauses of every kind, every text and id of them marked. */
export function markedCharter(couple: string, retreat: string): Charter {
  const every = samples(clauseSchema, filling)
    .flatMap((raw) => clauseSchema.safeParse(raw).data ?? [])
    .filter(({ kind }, at, all) => all.findIndex((clause) => clause.kind === kind) === at)
    .map((clause, index) => ({ ...clause, id: `${marker}-${index}` }));
  const open: Clause = {
    ...stamp('clause', retreat),
    kind: 'agreement',
    captured: null,
    wordings: [
      { ...stamp('wording', retreat), content: { text: `${marker} text` }, carriedBy: 'both', restricts: [marker] },
    ],
    ticks: [],
    consents: [],
    confirmations: [],
    review: { on: null, at: markerNumber, device: marker },
  };
  const kinds = samples(writingSchema, filling)
    .flatMap((raw) => writingSchema.safeParse(raw).data ?? [])
    .filter(({ kind }, at, all) => all.findIndex((writing) => writing.kind === kind) === at)
    .map((writing, index) => ({ ...writing, id: `${marker}-writing-${index}`, clause: null }));
  const texts = { text: `${marker} other text` };
  const reworded = {
    ...stamp('writing', retreat),
    clause: open.id,
    kind: 'agreement',
    carriedBy: 'both',
    texts,
  } as const;
  const writings = [reworded, ...kinds];
  return { id: couple, clauses: [open, ...every], writings, removed: [{ id: `${marker}-gone`, at: markerNumber }] };
}
