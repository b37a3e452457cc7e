import type { ClauseView } from '../../../shared/couple/charter/charter-view';

/** Clauses in their order, each cue right under the clause it guards where that is among them. */
export function hungUnder(
  clauses: readonly ClauseView[],
): readonly { readonly clause: ClauseView; readonly hangs: boolean }[] {
  const guards = ({ now: { saying } }: ClauseView): string | null =>
    saying.kind === 'enforcement-cue' ? saying.content.guards : null;
  const there = new Set(clauses.map(({ id }) => id));
  const hangs = (clause: ClauseView): boolean => there.has(guards(clause) ?? '');
  return clauses
    .filter((clause) => !hangs(clause))
    .flatMap((clause) => [
      { clause, hangs: false },
      ...clauses.filter((one) => hangs(one) && guards(one) === clause.id).map((one) => ({ clause: one, hangs: true })),
    ]);
}
