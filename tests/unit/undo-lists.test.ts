import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../../shared/couple/answer';
import { emptyPractice } from '../../shared/couple/practice/practice';
import { answerAt, emptyRecord, markOf, marks } from '../../shared/couple/record';
import { sides } from '../../shared/room/wall';
import { type Command, commandSchema } from '../../shared/session/commands/commands';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { ownerOf } from '../../shared/session/state/undo-lists';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, aContext, act, aRetreat, aSession } from '../make';

const ids = aRetreat().couples.map(({ id }) => id);
/** A retreat with the records of its couples open, both partners of each having said yes to one. */
const session = ids.reduce(
  (at, id) =>
    (['A', 'B'] as const).reduce(
      (before, side) =>
        act(
          before,
          { type: 'record/consent', id, retreat: 'r1', side, scope: 'record', given: true },
          0,
          `${id}-${side}`,
        ),
      act(
        act(at, { type: 'library/record-read', record: emptyRecord(id), closed: null }, 0),
        { type: 'library/practice-read', practice: emptyPractice(id), closed: null },
        0,
      ),
    ),
  act(aSession(), { type: 'records/show', sheets: [], whole: [...ids] }, 0),
);
const [ada = '', cleo = ''] = ids;
const lists: readonly (string | null)[] = [null, ...ids];

let made = 0;
/** What is made anew by either has an id of its own. */
const turned = (at: Session, type: 'edit/undo' | 'edit/redo', couple: string | null): Session => {
  made += 1;
  return act(at, { type, couple }, 9, `turned-${made}`);
};
const undo = (at: Session, couple: string | null): Session => turned(at, 'edit/undo', couple);
const redo = (at: Session, couple: string | null): Session => turned(at, 'edit/redo', couple);
const note = (at: Session, id: string, text: string): Session => act(at, { type: 'couple/note', id, text }, 1);
const canBe = (at: Session, command: Command): boolean => refusal(at, command, aContext(9)) === null;
const typed = (at: Session, id: string, text: string): Session =>
  act(at, { type: 'draft/keep', of: { document: 'note', id }, field: 'note', text }, 1);

const place = { retreat: 'r1', exercise: 'right-to-pass', field: 'room-needs' } as const;

/** What stands in a couple's own documents, whenever it was written; a note that never was is empty. */
const ofCouple = ({ notes, records }: Session, id: string): unknown => {
  const record = records[id]?.record ?? emptyRecord(id);
  const answers = sides.map((owner) => answerAt(record, { ...place, owner })?.value);
  return { note: notes[id] ?? '', answers, mark: markOf(record, place.retreat, place.exercise) };
};

/** What is edited: the retreat, and each couple's documents. */
const documentsOf = (at: Session): unknown => ({ retreat: at.retreat, couples: ids.map((id) => ofCouple(at, id)) });

const items = session.retreat?.days[0]?.items.map(({ id }) => id) ?? [];
const anId = fc.constantFrom(ids[0] ?? '', ids[1] ?? '');
const anItem = fc.constantFrom(...items);
const coupleEdits: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant('couple/note' as const),
    id: anId,
    text: fc.constantFrom('', 'Quiet', 'Quiet today', 'Came late'),
  }),
  fc.record({
    type: fc.constant('record/answer' as const),
    id: anId,
    retreat: fc.constant(place.retreat),
    exercise: fc.constant(place.exercise),
    field: fc.constant(place.field),
    owner: fc.constantFrom(...sides),
    value: fc.constantFrom(null, { kind: 'text' as const, text: 'A door' }, { kind: 'text' as const, text: 'Light' }),
  }),
  fc.record({
    type: fc.constant('record/mark' as const),
    id: anId,
    retreat: fc.constant(place.retreat),
    exercise: fc.constant(place.exercise),
    mark: fc.constantFrom(null, ...marks),
  }),
);
const retreatEdits: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('retreat/rename' as const), title: fc.constantFrom('May', 'June') }),
  fc.record({
    type: fc.constant('roster/rename' as const),
    id: anId,
    side: fc.constantFrom('A' as const, 'B' as const),
    name: fc.constantFrom('Ada', 'Kim'),
  }),
  fc.record({
    type: fc.constant('couple/status' as const),
    id: anId,
    status: fc.constantFrom('present' as const, 'late' as const, 'left' as const),
  }),
  fc.record({
    type: fc.constant('couple/presence' as const),
    id: anId,
    side: fc.constantFrom('A' as const, 'B' as const),
    present: fc.boolean(),
  }),
  fc.constant({ type: 'roster/all-here' } as const),
  fc.record({ type: fc.constant('day/remove' as const), id: anItem }),
  fc.record({ type: fc.constant('day/move' as const), id: anItem, to: fc.nat(12) }),
  fc.record({ type: fc.constant('day/shift' as const), id: anItem, minutes: fc.integer({ min: -20, max: 20 }) }),
  fc.record({ type: fc.constant('day/minutes' as const), id: anItem, minutes: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    type: fc.constant('day/insert' as const),
    after: anItem,
    kind: fc.constant('break' as const),
    ref: fc.constant(null),
    title: fc.constantFrom(null, 'Soup'),
    minutes: fc.integer({ min: 1, max: 60 }),
  }),
);

/** The session after those that are not refused, and after each of them. */
function carriedOut(commands: readonly Command[]): readonly Session[] {
  const all = [session];
  for (const [n, command] of commands.entries()) {
    const at = all.at(-1) ?? session;
    if (canBe(at, command)) all.push(act(at, command, n, `made-${n}`));
  }
  return all;
}

describe('undo and redo, a list for the retreat and one for each couple', () => {
  it('undo then redo is identity for any edits of couples and retreat, as far back as it goes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(coupleEdits, retreatEdits), { maxLength: 30 }),
        fc.constantFrom(...lists),
        (edits, couple) => {
          const seen: Session[] = [];
          let at = carriedOut(edits).at(-1) ?? session;
          while (canBe(at, { type: 'edit/undo', couple })) {
            seen.push(at);
            at = undo(at, couple);
          }
          for (const before of seen.reverse()) {
            at = redo(at, couple);
            expect(documentsOf(at)).toEqual(documentsOf(before));
            expect(at.undoLists).toEqual(before.undoLists);
          }
          expect(canBe(at, { type: 'edit/redo', couple })).toBe(false);
        },
      ),
    );
  });

  it('all undos in any order come back to where it began', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(coupleEdits, retreatEdits), { maxLength: 30 }),
        fc.array(fc.constantFrom(...lists), { maxLength: 60 }),
        (edits, order) => {
          let at = carriedOut(edits).at(-1) ?? session;
          for (const couple of [...order, ...lists.flatMap((one) => Array<typeof one>(30).fill(one))])
            if (canBe(at, { type: 'edit/undo', couple })) at = undo(at, couple);
          expect(documentsOf(at)).toEqual(documentsOf(session));
        },
      ),
    );
  });

  it('never mix: an undo leaves every other owner’s document and list as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(coupleEdits, retreatEdits), { maxLength: 30 }),
        fc.constantFrom(...lists),
        (edits, couple) => {
          const before = carriedOut(edits).at(-1) ?? session;
          if (!canBe(before, { type: 'edit/undo', couple })) return;
          const at = undo(before, couple);
          for (const other of lists.filter((one) => one !== couple)) {
            expect(at.undoLists[ownerOf(other)]).toBe(before.undoLists[ownerOf(other)]);
            if (other === null) expect(at.retreat).toBe(before.retreat);
            else expect(ofCouple(at, other)).toEqual(ofCouple(before, other));
          }
          for (const id of ids)
            for (const { document } of [...(at.undoLists[ownerOf(id)]?.back ?? [])])
              expect([document.id, ['note', 'record'].includes(document.document)]).toEqual([id, true]);
        },
      ),
    );
  });

  it('a new edit ends what could be made again, of its own list alone', () => {
    const at = undo(undo(note(note(session, ada, 'Quiet'), cleo, 'Late'), ada), cleo);
    const edited = note(at, ada, 'Here');
    expect(canBe(edited, { type: 'edit/redo', couple: ada })).toBe(false);
    expect(redo(edited, cleo).notes[cleo]).toBe('Late');
  });

  it('take what is still being typed as the newest edit', () => {
    const typing = typed(note(session, ada, 'Quiet'), ada, 'Quiet today');
    const undone = undo(typing, ada);
    expect([undone.notes[ada], undone.drafts]).toEqual(['Quiet', {}]);
    expect(redo(undone, ada).notes[ada]).toBe('Quiet today');
    // The retreat's undo leaves it under the keyboard.
    const renamed = act(typing, { type: 'retreat/rename', title: 'May' }, 2);
    expect(undo(renamed, null).drafts).toEqual(typing.drafts);
    expect(undo(typed(session, ada, 'Q'), ada).notes[ada]).toBe('');
  });

  it('take what is typed into one answer as one edit, and let a deleted word come back by none (S8)', () => {
    const answer = (at: Session, text: string): Session =>
      act(at, { type: 'record/answer', id: ada, ...place, owner: 'A', value: { kind: 'text', text } }, 1, `a-${text}`);
    const written = answer(answer(answer(note(session, ada, 'Quiet'), 'A'), 'A d'), 'A door');
    expect(ofCouple(undo(written, ada), ada)).toEqual(ofCouple(note(session, ada, 'Quiet'), ada));
    expect(ofCouple(redo(undo(written, ada), ada), ada)).toEqual(ofCouple(written, ada));
    const deleted = act(
      undo(note(written, ada, 'Late'), ada),
      { type: 'record/delete', id: ada, owner: 'A', what: 'all' },
      3,
    );
    expect(JSON.stringify(deleted.undoLists)).not.toContain('A d');
    expect(undo(deleted, ada).notes[ada]).toBe('');
  });

  it('S9: bring an emptied answer back with the reader it had, and never a wider one than its owner said since', () => {
    const at = { ...place, owner: 'A' } as const;
    const answer = (before: Session, text: string): Session =>
      act(before, { type: 'record/answer', id: ada, ...at, value: { kind: 'text', text } }, 1, `a-${text}-${made++}`);
    const found = (after: Session) => answerAt(after.records[ada]?.record ?? emptyRecord(ada), at);
    const read = (after: Session, reader: Reader): Session =>
      act(
        after,
        { type: 'record/reader', id: ada, answer: found(after)?.id ?? '', reader, on: '2026-03-07' },
        2,
        `r-${made++}`,
      );
    // Two edits of one answer with nothing between them are one.
    const shared = note(read(answer(session, 'A door'), 'partner'), ada, 'Quiet');
    const of = (after: Session) => [found(after)?.value, found(after)?.reader, found(after)?.asks];
    for (const text of ['', '  ']) expect(of(undo(answer(shared, text), ada)), text).toEqual(of(shared));
    // Emptied and typed over it is one edit, and back it is what it was; what is new is read by nobody more before.
    const over = answer(answer(shared, ''), 'Late');
    expect(found(over)?.reader).toBe('facilitator');
    expect(of(undo(over, ada))).toEqual(of(shared));
    // Taken back as far as it was not there, and made again.
    expect(of(redo(redo(undo(undo(undo(answer(shared, ''), ada), ada), ada), ada), ada))).toEqual(of(shared));
    // Its owner has spoken since: that holds.
    const narrowed = read(over, 'facilitator');
    expect(found(undo(narrowed, ada))?.reader).toBe('facilitator');
    const named = { type: 'record/answer', id: ada, ...at, value: { kind: 'text', text: 'x' } };
    expect(commandSchema.safeParse(named).success).toBe(true);
    expect(commandSchema.safeParse({ ...named, had: { reader: 'partner', asks: [] } }).success).toBe(false);
  });

  it('hold a hundred edits each', () => {
    let at = act(session, { type: 'retreat/rename', title: 'May' }, 0);
    for (let n = 0; n <= 100; n += 1) at = note(at, ada, `${n}`);
    expect(at.undoLists[ownerOf(ada)]?.back.length).toBe(100);
    expect(at.undoLists.retreat?.back.length).toBe(1);
  });

  it('S12: go with their couple, and with their retreat; no label holds a word', () => {
    const named = act(note(session, ada, 'Quiet'), { type: 'roster/rename', id: ada, side: 'A', name: 'Xenia' }, 2);
    const undone = undo(undo(note(named, ada, 'Quiet today'), ada), null);
    const removed = act(note(undone, cleo, 'Late'), { type: 'roster/remove', id: ada }, 3);
    expect(JSON.stringify(removed)).not.toMatch(/Xenia|Ada|Quiet/);
    expect(undo(removed, cleo).notes[cleo]).toBe('');
    expect(canBe(removed, { type: 'edit/undo', couple: ada })).toBe(false);
    expect(act(named, { type: 'retreat/close' }, 3).undoLists).toEqual({});
    const { notes: _, drafts: __, retreat: ___, records: ____, ...view } = consoleView(named, aBook);
    expect(view.planUndo).toBe('roster/rename');
    expect(JSON.stringify(view)).not.toMatch(/Xenia|Quiet/);
  });
});
