import type { AnswerView } from '../../../shared/couple/audience';
import type { ClauseView } from '../../../shared/couple/charter/charter-view';
import type { ClauseKindName } from '../../../shared/couple/charter/clause-kinds';
import type { ConsentAct } from '../../../shared/couple/consent';
import type { Scope } from '../../../shared/exercise/fields';
import { dateOf } from '../../../shared/retreat/schedule';
import { type Side, sides } from '../../../shared/room/wall';
import type { FoundCouple } from '../../../shared/session/protocol/couple-search';

/** What a partner said about consent on one day, or what both agreed on, or where something was written. */
export type Happened =
  | { readonly what: 'gave' | 'took-back'; readonly side: Side; readonly scopes: readonly Scope[] }
  | { readonly what: 'agreed'; readonly clauses: readonly ClauseKindName[] }
  | { readonly what: 'wrote'; readonly exercises: readonly string[] };

export interface StoryDay {
  /** "2026-03-07". */
  readonly on: string;
  readonly happened: readonly Happened[];
}

/** A retreat the couple came to, or is to come to, and what happened there day by day, the last first. */
export interface StoryPart {
  readonly retreat: string;
  /** Its title and first day; null where no retreat of this library is it. */
  readonly known: { readonly title: string; readonly date: string } | null;
  readonly days: readonly StoryDay[];
}

interface Told {
  readonly acts: readonly ConsentAct[];
  readonly answers: readonly AnswerView[];
  readonly clauses: readonly ClauseView[];
  readonly retreats: FoundCouple['retreats'];
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

/** When a clause came into force: with the second yes to what it says now; null while it is not. */
function agreedAt({ inForce, consents }: ClauseView): number | null {
  const said = sides.flatMap((side) => consents[side]?.at ?? []);
  return inForce && said.length > 0 ? Math.max(...said) : null;
}

/** What a partner said about consent, in the order it was said: who gives again what was taken back has it given at the end. */
function saidInTurn(acts: readonly ConsentAct[]): readonly Happened[] {
  const turns: { what: 'gave' | 'took-back'; side: Side; scopes: Scope[] }[] = [];
  for (const { given, side, scope } of [...acts].sort((one, other) => one.at - other.at)) {
    const what = given ? 'gave' : 'took-back';
    const last = turns.at(-1);
    if (last?.what !== what) turns.push({ what, side, scopes: [scope] });
    else if (!last.scopes.includes(scope)) last.scopes.push(scope);
  }
  return turns;
}

/**
 * What happened across the retreats of a couple, the last first, in kinds and days and nobody's words. A retreat it is on the roster of is
 * told even where nothing was kept there.
 */
export function storyOf({ acts, answers, clauses, retreats }: Told): readonly StoryPart[] {
  const agreed = clauses.flatMap((clause) => {
    const at = agreedAt(clause);
    return at === null ? [] : [{ retreat: clause.retreat, at, kind: clause.now.saying.kind }];
  });
  const ids = unique([
    ...retreats.map(({ id }) => id),
    ...[...acts, ...answers, ...agreed].map(({ retreat }) => retreat),
  ]);

  function dayOf(retreat: string, on: string): StoryDay {
    const isThen = (one: { readonly retreat: string; readonly at: number }) =>
      one.retreat === retreat && dateOf(one.at) === on;
    const said = acts.filter(isThen);
    const consents = sides.flatMap((side) => saidInTurn(said.filter((act) => act.side === side)));
    const kinds = unique(agreed.filter(isThen).map(({ kind }) => kind));
    const exercises = unique(answers.filter(isThen).map(({ exercise }) => exercise));
    return {
      on,
      happened: [
        ...(kinds.length === 0 ? [] : [{ what: 'agreed', clauses: kinds } as const]),
        ...(exercises.length === 0 ? [] : [{ what: 'wrote', exercises } as const]),
        ...consents,
      ],
    };
  }

  return ids
    .map((retreat): StoryPart => {
      const moments = [...acts, ...answers, ...agreed]
        .filter((one) => one.retreat === retreat)
        .map(({ at }) => dateOf(at));
      const known = retreats.find(({ id }) => id === retreat) ?? null;
      return {
        retreat,
        known: known === null ? null : { title: known.title, date: known.date },
        days: [...unique(moments)]
          .sort()
          .reverse()
          .map((on) => dayOf(retreat, on)),
      };
    })
    .sort((one, other) => lastDay(other).localeCompare(lastDay(one)));
}

const lastDay = ({ known, days }: StoryPart): string => {
  const last = days[0]?.on ?? '';
  return known !== null && known.date > last ? known.date : last;
};
