import { z } from 'zod';
import { practiceViewShape } from '../../couple/practice/practice-schema';
import { type PracticeView, practiceFor } from '../../couple/practice/practice-view';
import type { CoupleRecord } from '../../couple/record';
import type { OpenPractice, OpenRecord, Session } from '../state/session';

/** What a couple practised, as the facilitator may know it. */
export interface OpenPracticeView extends PracticeView {
  readonly closed: OpenRecord['closed'];
}

interface Looked {
  readonly consents: CoupleRecord['consents'];
  readonly view: OpenPracticeView;
}

/** It is looked at once while it and the consents it rests on stay the same: what has not changed is the same object. */
const looked = new WeakMap<OpenPractice, Looked>();

function look(open: OpenPractice, record: CoupleRecord): OpenPracticeView {
  const before = looked.get(open);
  if (before?.consents === record.consents) return before.view;
  const view = { ...practiceFor(open.practice, record, 'facilitator'), closed: open.closed };
  looked.set(open, { consents: record.consents, view });
  return view;
}

/** What the couples practised whose record is open, by couple id. */
export function practicesView(session: Session): Readonly<Record<string, OpenPracticeView>> {
  const shown = session.shownRecords.whole.flatMap((id) => {
    const open = session.practices[id];
    const record = session.records[id];
    return open === undefined || record === undefined ? [] : [[id, look(open, record.record)] as const];
  });
  return Object.fromEntries(shown);
}

export const openPracticeViewSchema: z.ZodType<OpenPracticeView> = z.strictObject({
  ...practiceViewShape,
  closed: z.enum(['newer', 'unread']).nullable(),
});
