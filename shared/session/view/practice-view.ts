import { z } from 'zod';
import type { PracticeOwner } from '../../couple/practice/practice';
import { practiceCaptures } from '../../couple/practice/practice-captures';
import { type PracticeKindName, practiceKindNames } from '../../couple/practice/practice-kinds';
import { practiceOwnerSchema, practiceViewShape } from '../../couple/practice/practice-schema';
import { type PracticeView, practiceFor } from '../../couple/practice/practice-view';
import type { CoupleRecord } from '../../couple/record';
import { type Side, sides } from '../../room/wall';
import type { Book } from '../commands/book';
import { practiceOfferFor, refuseNoting } from '../commands/practice-noted';
import type { OpenPractice, OpenRecord, Session } from '../state/session';

/** What a couple practised, as the facilitator may know it. */
export interface OpenPracticeView extends PracticeView {
  readonly closed: OpenRecord['closed'];
  /** Of the retreat that is open. */
  readonly offers: readonly PracticeOfferView[];
}

/** What an exercise left to be noted: its words are in the record, and come with one action. */
export interface PracticeOfferView {
  /** The capture it is made by. */
  readonly id: string;
  readonly exercise: string;
  readonly kind: PracticeKindName;
  readonly owner: PracticeOwner;
  /** There is something that both may read. */
  readonly ready: boolean;
  /** Who has answers there that they have not shared with the partner. */
  readonly askFirst: readonly Side[];
}

function offersOf(session: Session, couple: string, book: Book): readonly PracticeOfferView[] {
  const retreat = session.retreat?.id;
  if (retreat === undefined) return [];
  return practiceCaptures.flatMap(({ id, exercise, kind }) => {
    const offer = practiceOfferFor(session, { couple, retreat }, id, book);
    const refused = refuseNoting(session, { couple, retreat }, offer);
    // Of what may not be written nothing is offered; where there is nothing yet, its owner can be asked.
    if (offer === null || (refused !== null && refused.code !== 'nothing-captured')) return [];
    const { owner, noting, askFirst } = offer;
    return [{ id, exercise, kind, owner, ready: noting !== null, askFirst }];
  });
}

interface Looked {
  readonly record: CoupleRecord;
  readonly retreat: string | undefined;
  readonly book: Book;
  readonly view: OpenPracticeView;
}

/** It is looked at once while all that shows in it stays the same: what has not changed is the same object. */
const looked = new WeakMap<OpenPractice, Looked>();

function look(session: Session, open: OpenPractice, record: CoupleRecord, book: Book): OpenPracticeView {
  const before = looked.get(open);
  const retreat = session.retreat?.id;
  if (before?.record === record && before.retreat === retreat && before.book === book) return before.view;
  const practised =
    before !== undefined && before.record.consents === record.consents
      ? before.view
      : practiceFor(open.practice, record, 'facilitator');
  const offers = offersOf(session, open.practice.id, book);
  const isSame =
    before?.view.entries === practised.entries && JSON.stringify(before.view.offers) === JSON.stringify(offers);
  const view = isSame ? before.view : { entries: practised.entries, closed: open.closed, offers };
  looked.set(open, { record, retreat, book, view });
  return view;
}

/** What the couples practised whose record is open, by couple id. */
export function practicesView(session: Session, book: Book): Readonly<Record<string, OpenPracticeView>> {
  const shown = session.shownRecords.whole.flatMap((id) => {
    const open = session.practices[id];
    const record = session.records[id];
    return open === undefined || record === undefined ? [] : [[id, look(session, open, record.record, book)] as const];
  });
  return Object.fromEntries(shown);
}

export const openPracticeViewSchema: z.ZodType<OpenPracticeView> = z.strictObject({
  ...practiceViewShape,
  closed: z.enum(['newer', 'unread']).nullable(),
  offers: z.array(
    z.strictObject({
      id: z.string(),
      exercise: z.string(),
      kind: z.enum(practiceKindNames),
      owner: practiceOwnerSchema,
      ready: z.boolean(),
      askFirst: z.array(z.enum(sides)),
    }),
  ),
});
