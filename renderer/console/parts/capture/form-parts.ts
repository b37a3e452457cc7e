import type { AnswerPlace, Owner } from '../../../../shared/couple/answer';
import { isAt, needs, ownersOf } from '../../../../shared/couple/answer-rules';
import type { AnswerView } from '../../../../shared/couple/audience';
import type { CaptureField, Scope } from '../../../../shared/exercise/fields';
import { type Side, sides } from '../../../../shared/room/wall';
import type { SheetView } from '../../../../shared/session/view/record-view';
import type { AnswerField } from './field-text';

/** A consent that is asked for where one would have typed. */
export interface Missing {
  readonly side: Side;
  readonly scope: Scope;
  /** When it was taken back, or null where it was never given at this retreat. */
  readonly withdrawnAt: number | null;
  /** When it was given at another retreat, which does not hold here. */
  readonly earlierAt: number | null;
}

/** One field of one owner, and what stands in its way. */
export type Cell =
  | { readonly is: 'consent'; readonly field: Extract<CaptureField, { kind: 'consent' }>; readonly side: Side }
  | {
      readonly is: 'open';
      readonly field: AnswerField;
      readonly place: AnswerPlace;
      readonly answer: AnswerView | null;
    }
  /** Its owner keeps it to themselves: only that there is something is known. */
  | { readonly is: 'kept'; readonly field: AnswerField; readonly place: AnswerPlace }
  /** `missing` is empty where it was asked for further up in the same part. */
  | {
      readonly is: 'closed';
      readonly field: AnswerField;
      readonly place: AnswerPlace;
      readonly missing: readonly Missing[];
      readonly withdrawn: boolean;
    };

/** What one owner is asked. */
export interface Part {
  readonly owner: Owner;
  readonly cells: readonly Cell[];
}

type Consents = SheetView['consents'];

/** The consents of these that were not given at this retreat. */
export const missingConsents = (consents: Consents, needed: ReturnType<typeof needs>): Missing[] =>
  needed
    .filter(({ side, scope }) => consents[side][scope].givenAt === null)
    .map(({ side, scope }) => {
      const { withdrawnAt, earlierAt } = consents[side][scope];
      return { side, scope, withdrawnAt, earlierAt };
    });

interface Asked {
  readonly retreat: string;
  readonly exercise: string;
  readonly capture: readonly CaptureField[];
  readonly consents: Consents;
  readonly answers: readonly AnswerView[];
  /** The partner of a couple of one, or null: of that couple only they are asked, and nothing joint. */
  readonly alone: Side | null;
}

/** The form of an exercise as it stands for a couple: A's part, B's, what is joint, what is the facilitator's; empty ones are left out. */
export function formParts({ retreat, exercise, capture, consents, answers, alone }: Asked): Part[] {
  const owners: readonly Owner[] = alone === null ? [...sides, 'joint', 'facilitator'] : [alone, 'facilitator'];
  const askedFor = new Set<string>();
  const cellOf = (field: CaptureField, owner: Owner): Cell => {
    if (field.kind === 'consent') return { is: 'consent', field, side: owner === 'B' ? 'B' : 'A' };
    const place = { retreat, exercise, field: field.id, owner };
    const answer = answers.find((one) => isAt(one, place)) ?? null;
    const missing = missingConsents(consents, needs(owner, field.kind));
    if (missing.length > 0) {
      const fresh = missing.filter(({ side, scope }) => !askedFor.has(`${side}/${scope}`));
      for (const { side, scope } of missing) askedFor.add(`${side}/${scope}`);
      const withdrawn = missing.some(({ withdrawnAt }) => withdrawnAt !== null);
      return { is: 'closed', field, place, missing: fresh, withdrawn };
    }
    if (answer?.closed === 'only-i') return { is: 'kept', field, place };
    return { is: 'open', field, place, answer };
  };
  return owners
    .map((owner) => ({
      owner,
      cells: capture.filter((field) => ownersOf(field.whose).includes(owner)).map((field) => cellOf(field, owner)),
    }))
    .filter(({ cells }) => cells.length > 0);
}
