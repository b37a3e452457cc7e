import { describe, expect, it } from 'vitest';
import { exercises } from '../../shared/content/en/exercises';
import type { Answer, AnswerValue, Owner, Reader } from '../../shared/couple/answer';
import { emptyPractice, type Practice } from '../../shared/couple/practice/practice';
import { practiceCaptures, practiceTwinOf } from '../../shared/couple/practice/practice-captures';
import { practiceKinds } from '../../shared/couple/practice/practice-kinds';
import { practiceOffersOf } from '../../shared/couple/practice/practice-offers';
import { practiceEntrySchema, practiceSchema } from '../../shared/couple/practice/practice-schema';
import { swappedPractice } from '../../shared/couple/swap';
import type { CaptureField } from '../../shared/exercise/fields';
import type { Command } from '../../shared/session/commands/commands';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { handoverView } from '../../shared/session/view/handover-view';
import { aBook, aContext, act, askerOf } from '../make';
import { aCouple, aPractising, atRetreat, entriesOf, withdraw } from '../practice-kit';

const exerciseOf = (id: string) => {
  const found = exercises.find((exercise) => exercise.id === id);
  if (found === undefined) throw new Error(`no exercise ${id}`);
  return found;
};

function valueFor(field: CaptureField): AnswerValue {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return { kind: field.kind, text: `${field.id} said` };
    case 'list':
      return { kind: 'list', lines: [field.id] };
    case 'choice':
      return { kind: 'choice', chosen: [field.options[0] ?? ''] };
    case 'scale':
      return { kind: 'scale', points: 5 };
    case 'date':
      return { kind: 'date', date: '2026-04-18' };
    case 'tally':
      return { kind: 'tally', count: 3 };
    case 'consent':
      throw new Error('a consent is no answer');
  }
}

const answer = (exercise: string, field: CaptureField, owner: Owner, reader: Reader | null): Answer => ({
  id: `${exercise}-${field.id}-${owner.toLowerCase()}`,
  retreat: atRetreat,
  at: Date.UTC(2026, 2, 7, 12),
  device: 'd',
  exercise,
  field: field.id,
  owner,
  value: valueFor(field),
  asked: field.label,
  reader,
  asks: [],
});

/** Everything an exercise asks, answered; A's and B's own answers may be read by `reader`. */
const answered = (id: string, reader: Reader): readonly Answer[] =>
  exerciseOf(id).capture.flatMap((field) =>
    field.whose === 'each'
      ? (['A', 'B'] as const).map((side) => answer(id, field, side, reader))
      : [answer(id, field, field.whose, null)],
  );

/** A couple of whom an exercise's answers are on record, all that it noted until then beside them. */
function withAnswers(id: string, reader: Reader, practice: Practice = emptyPractice(aCouple)): Session {
  const session = aPractising(practice);
  const open = session.records[aCouple];
  if (open === undefined) throw new Error('no record');
  const record = { ...open.record, answers: [...answered(id, reader)] };
  return { ...session, records: { ...session.records, [aCouple]: { ...open, record } } };
}

const note = (captured: string): Command => ({ type: 'practice/note', id: aCouple, retreat: atRetreat, captured });
const refused = (session: Session, command: Command): string | null =>
  refusal(session, command, { ...aContext(1_000), asker: askerOf(command.type) })?.code ?? null;
const offers = (session: Session) => consoleView(session, aBook).practices[aCouple]?.offers ?? [];
const ids = (session: Session): readonly string[] => offers(session).map(({ id }) => id);

describe('what was captured is noted as practice', () => {
  it('takes fields that its exercise asks for, into parts that its kind has, and names each once', () => {
    expect(new Set(practiceCaptures.map(({ id }) => id)).size).toBe(practiceCaptures.length);
    for (const { id, exercise, kind, from, heard, options, needs } of practiceCaptures) {
      const asked = exerciseOf(exercise).capture;
      const parts = Object.keys(practiceKinds[kind].fields);
      for (const [part, field] of Object.entries({ ...from, ...heard })) {
        expect(parts, id).toContain(part);
        const found = asked.find((one) => one.id === field);
        expect(found, `${id}/${field}`).toBeDefined();
        const editor = (practiceKinds[kind].fields as Record<string, { editor: { kind: string } }>)[part]?.editor;
        const isChosen = editor?.kind === 'choice' || editor?.kind === 'choices' || editor?.kind === 'yes-no';
        expect(isChosen, `${id}/${part}`).toBe(found?.kind === 'choice');
        if (found?.kind === 'choice') expect(options[part]).toHaveLength(found.options.length);
      }
      for (const part of needs) expect(Object.keys({ ...from, ...heard })).toContain(part);
    }
  });

  it('makes a whole entry of each, where both may read all of it', () => {
    for (const { id, exercise, kind } of practiceCaptures) {
      const session = withAnswers(exercise, 'partner');
      expect(ids(session)).toContain(id);
      const noted = act(session, note(id), 100, 'made');
      const [entry] = entriesOf(noted);
      expect(entry, id).toMatchObject({ kind, captured: id, on: '2026-03-07', retreat: atRetreat });
      expect(practiceEntrySchema.safeParse(entry).success, id).toBe(true);
      expect(entry?.reader).toBe(practiceKinds[kind].whose === 'joint' ? null : 'partner');
      expect(ids(noted), 'once').not.toContain(id);
      expect(refused(noted, note(id))).toBe('nothing-captured');
      expect(ids(act(noted, { type: 'edit/undo', couple: aCouple }, 101))).toContain(id);
    }
  });

  it('says of a repair what the other one said of it, and of a timeout nothing of who called it (S17)', () => {
    const repaired = act(withAnswers('three-line-repair', 'partner'), note('three-line-repair-repair-a'), 100, 'made');
    expect(entriesOf(repaired)[0]?.content).toEqual({
      hurt: 'your-hurt said',
      part: 'my-part said',
      matters: 'us-first said',
      received: 'received',
      need: 'still-need said',
    });
    const kept = act(withAnswers('full-timeout', 'partner'), note('full-timeout-timeout'), 100, 'made');
    expect(entriesOf(kept)[0]).toMatchObject({ owner: 'joint', content: { kept: true, note: 'tweak said' } });
  });

  it('S9: takes no word that the other may not read, and says who is to be asked', () => {
    for (const reader of ['facilitator', 'only-i'] as const) {
      for (const { id, exercise, side } of practiceCaptures) {
        const session = withAnswers(exercise, reader);
        const offer = offers(session).find((one) => one.id === id);
        if (side !== null) {
          expect(offer, id).toMatchObject({ ready: false });
          expect(offer?.askFirst, id).toContain(side);
          expect(refused(session, note(id)), id).toBe('nothing-captured');
        }
      }
    }
    const review = withAnswers('weekly-review', 'only-i');
    const noted = act(review, note('weekly-review-review'), 100, 'made');
    expect(entriesOf(noted)[0]?.content).toEqual({
      works: 'worked said',
      adjust: 'adjust said',
      win: 'win said',
      slip: '',
    });
    expect(JSON.stringify(consoleView(review, aBook))).not.toContain('my-slip said');
  });

  it('S8: makes nothing of what is withheld, and no measure without that yes', () => {
    const session = withAnswers('trigger-map', 'partner');
    const withoutMeasures = act(withdraw(session, 'A', 'measures'), note('trigger-map-journal-a'), 1_000, 'made');
    expect(entriesOf(withoutMeasures)[0]?.content).toMatchObject({ trigger: 'trigger said', intensity: null });
    const gone = withdraw(session, 'A', 'record');
    expect(ids(gone)).toEqual(['trigger-map-journal-b']);
    expect(refused(gone, note('trigger-map-journal-a'))).toBe('consent-missing');
  });

  it('is asked of its owner alone, in handover, and lets nobody read more than the answers', () => {
    const given = (session: Session, side: 'A' | 'B'): Session => {
      const practice = session.practices[aCouple]?.practice ?? emptyPractice(aCouple);
      const record = session.records[aCouple]?.record;
      const charter = { id: aCouple, clauses: [], writings: [], removed: [] };
      const pinned = act(session, { type: 'pin/known', set: true }, 50);
      const begun = act(pinned, { type: 'handover/begin', id: aCouple, retreat: atRetreat, side, exercise: null }, 51);
      const open = act(begun, { type: 'handover/marked', ok: true }, 52);
      if (record === undefined) throw new Error('no record');
      return [
        { type: 'library/record-read', record, closed: null } as const,
        { type: 'library/charter-read', charter, closed: null } as const,
        { type: 'library/practice-read', practice, closed: null } as const,
      ].reduce((at, happening) => act(at, happening, 53), open);
    };
    const asked = (session: Session) => handoverView(session, aBook).page?.asked ?? [];
    for (const reader of ['only-i', 'facilitator'] as const) {
      const session = withAnswers('trigger-map', reader);
      const theirs = given(session, 'A');
      expect(asked(theirs).map(({ captured, into }) => [captured, into])).toEqual([['trigger-map-journal-a', 'own']]);
      expect(asked(given(session, 'B')).map(({ captured }) => captured)).toEqual(['trigger-map-journal-b']);
      expect(refused(theirs, { type: 'handover/draft', captured: 'trigger-map-journal-b' })).toBe('nothing-captured');
      const noted = act(theirs, { type: 'handover/draft', captured: 'trigger-map-journal-a' }, 100, 'made');
      expect(entriesOf(noted)).toMatchObject([{ owner: 'A', reader, captured: 'trigger-map-journal-a' }]);
      expect(noted.undoLists).toEqual(theirs.undoLists);
      expect(asked(noted)).toEqual([]);
    }
    const won = given(withAnswers('good-news', 'only-i'), 'A');
    expect(asked(won)).toMatchObject([{ captured: 'good-news-win-a', into: 'joint', words: ['win said'] }]);
    const noted = act(won, { type: 'handover/draft', captured: 'good-news-win-a' }, 100, 'made');
    expect(entriesOf(noted)).toMatchObject([{ owner: 'joint', reader: null, content: { text: 'win said' } }]);
    const alone = given(withdraw(withAnswers('good-news', 'only-i'), 'B', 'record'), 'A');
    expect(asked(alone), 'what is joint needs both').toEqual([]);
  });

  it('knows its twin, so that A and B may change places', () => {
    for (const { id, side } of practiceCaptures) {
      expect(practiceTwinOf(practiceTwinOf(id))).toBe(id);
      expect(practiceTwinOf(id) === id, id).toBe(side === null);
    }
    const noted = act(withAnswers('launchpad', 'partner'), note('launchpad-goal-a'), 100, 'made');
    const practice = noted.practices[aCouple]?.practice;
    if (practice === undefined) throw new Error('no practice');
    const swapped = swappedPractice(practice);
    expect(swapped.entries).toMatchObject([{ owner: 'B', captured: 'launchpad-goal-b' }]);
    expect(practiceSchema.safeParse(swapped).success).toBe(true);
    expect(
      practiceOffersOf(exerciseOf('launchpad'), atRetreat, answered('launchpad', 'partner'), swapped.entries).map(
        ({ id }) => id,
      ),
    ).not.toContain('launchpad-goal-b');
  });
});
