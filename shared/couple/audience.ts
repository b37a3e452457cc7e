import { otherSide, type Side } from '../room/wall';
import type { Answer, AnswerValue } from './answer';
import { isSide, needs } from './answer-rules';
import { isWithdrawn } from './consent';
import type { Said } from './record';

/** For whom a record is shown. There is no projection without one. */
export type Audience = 'facilitator' | Side | 'joint';

/** An answer as an audience may know it: `value` is null where it knows only that there is something, and `closed` says why. */
export interface AnswerView extends Omit<Answer, 'value' | 'asks' | 'device'> {
  readonly value: AnswerValue | null;
  readonly closed: 'only-i' | 'withheld' | null;
}

/** Whether a consent it rests on was taken back: then nobody but its owner reads it (S8). */
export const isWithheld = ({ consents }: Said, { owner, value }: Pick<Answer, 'owner' | 'value'>): boolean =>
  needs(owner, value.kind).some(({ side, scope }) => isWithdrawn(consents, side, scope));

const open = ({ asks: _, device: __, ...answer }: Answer): AnswerView => ({ ...answer, closed: null });
const closed = ({ asks: _, device: __, ...answer }: Answer, why: 'only-i' | 'withheld'): AnswerView => ({
  ...answer,
  value: null,
  closed: why,
});

/** The facilitator knows that there is something, and no more, of what is *only I* or withheld. */
function forFacilitator(record: Said, answer: Answer): AnswerView {
  if (isWithheld(record, answer)) return closed(answer, 'withheld');
  return answer.reader === 'only-i' ? closed(answer, 'only-i') : open(answer);
}

/** A partner reads all of their own, and of the other only what was shared; that there is more they are not told (S9, S14). */
function forSide(record: Said, answer: Answer, side: Side): AnswerView | null {
  if (answer.owner === side) return open(answer);
  if (isWithheld(record, answer)) return null;
  if (answer.owner === 'joint') return open(answer);
  return answer.owner === otherSide(side) && answer.reader === 'partner' ? open(answer) : null;
}

/** What both may read: what is joint, and what each shared with the other. */
function forBoth(record: Said, answer: Answer): AnswerView | null {
  if (isWithheld(record, answer)) return null;
  return answer.owner === 'joint' || (isSide(answer.owner) && answer.reader === 'partner') ? open(answer) : null;
}

/** The answers of a record as this audience may know them. */
export function answersFor(record: Said, audience: Audience): readonly AnswerView[] {
  const shown = record.answers.map((answer) => {
    if (audience === 'facilitator') return forFacilitator(record, answer);
    return audience === 'joint' ? forBoth(record, answer) : forSide(record, answer, audience);
  });
  return shown.filter((answer) => answer !== null);
}
