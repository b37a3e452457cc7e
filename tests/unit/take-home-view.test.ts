import { expect, it, vi } from 'vitest';
import { emptyCharter } from '../../shared/couple/charter/charter';
import { emptyPractice } from '../../shared/couple/practice/practice';
import { emptyRecord } from '../../shared/couple/record';
import { neededWhole, type Session } from '../../shared/session/state/session';
import { withEdit } from '../../shared/session/state/undo-lists';
import { consoleView } from '../../shared/session/view/console-view';
import { takeHomeView } from '../../shared/session/view/take-home-view';
import { aBook, act, aRetreat, aSession } from '../make';

const { couples } = aRetreat();
const ids = couples.map(({ id }) => id);

/** The place is on the screen, and all it wants is read. */
function looked(): Session {
  const session = act(aSession(), { type: 'take-home/show', on: true }, 0);
  return ids.reduce((after, id) => {
    const read = [
      { type: 'library/record-read', record: emptyRecord(id), closed: null },
      { type: 'library/charter-read', charter: emptyCharter(id), closed: null },
      { type: 'library/practice-read', practice: emptyPractice(id), closed: null },
    ] as const;
    return read.reduce((known, happening) => act(known, happening, 1), after);
  }, session);
}

it('has every couple’s documents in memory while it is on the screen, sends the console none, and lets them go after', () => {
  expect(neededWhole(aSession()).size).toBe(0);
  const session = looked();
  expect(neededWhole(session)).toEqual(new Set(ids));
  expect(Object.keys(session.records)).toEqual(ids);
  const view = consoleView(session, aBook);
  expect(Object.keys(view.takeHome.ready)).toEqual(ids);
  expect([view.sheets, view.records, view.charters, view.practices]).toEqual([{}, {}, {}, {}]);
  const left = act(session, { type: 'take-home/show', on: false }, 2);
  expect([left.records, left.charters, left.practices]).toEqual([{}, {}, {}]);
  const [id = ''] = ids;
  const to = { id, retreat: session.retreat?.id ?? '', side: 'A', exercise: null } as const;
  const handed = act({ ...session, hasPin: true }, { type: 'handover/begin', ...to }, 2);
  expect(neededWhole(handed), 'the console’s page goes').toEqual(new Set());
});

it('looks at no couple again for a file that was made, and at one whose consents change', () => {
  const summary = vi.fn(aBook.summary);
  const book = { ...aBook, summary };
  const [copy] = ids.map((id) => ({ id, version: 'joint' as const }));
  if (copy === undefined) throw new Error('nobody came');
  const placed = act(looked(), { type: 'take-home/placed', place: '/files' }, 2);
  const wanted = [{ ...copy, formats: ['pdf' as const] }];
  const asked = act(placed, { type: 'take-home/make', copies: wanted, paper: 'A4', encrypted: false }, 3);
  const { ready } = takeHomeView(asked, book);
  expect(summary).toHaveBeenCalled();
  summary.mockClear();
  const is = { state: 'made', fault: null, file: 'a.pdf' } as const;
  const made = act(asked, { type: 'take-home/copy', n: 0, is }, 4);
  expect(made.records[copy.id]?.record.handed).toHaveLength(1);
  expect(takeHomeView(made, book).ready[copy.id]).toBe(ready[copy.id]);
  expect(summary).not.toHaveBeenCalled();
  const of = { id: copy.id, retreat: made.retreat?.id ?? '', side: 'A', scope: 'export' } as const;
  const agreed = act(made, { type: 'record/consent', ...of, given: true }, 5);
  expect(takeHomeView(agreed, book).ready[copy.id]?.joint.lacks).toEqual(['B']);
  expect(summary).toHaveBeenCalled();
});

it('says of whoever was edited since what can be taken back, and of nobody else', () => {
  const [id = ''] = ids;
  expect(consoleView(looked(), aBook).coupleEdits).toEqual({});
  const takeBack = { document: { document: 'practice', id }, command: { type: 'take-home/put-away' } } as const;
  const session = { ...looked(), undoLists: withEdit({}, takeBack, false) };
  expect(consoleView(session, aBook).coupleEdits).toEqual({ [id]: { undo: 'take-home/put-away', redo: null } });
  expect(consoleView(act(session, { type: 'take-home/show', on: false }, 3), aBook).coupleEdits).toEqual({});
});
