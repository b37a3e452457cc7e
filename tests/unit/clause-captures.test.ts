import { describe, expect, it, test } from 'vitest';
import { exercises } from '../../shared/content/en/exercises';
import type { Answer, AnswerValue, Owner, Reader } from '../../shared/couple/answer';
import { captures } from '../../shared/couple/charter/captures';
import type { Clause } from '../../shared/couple/charter/clause';
import { fieldsOf, kindOf } from '../../shared/couple/charter/clause-kinds';
import { sayingSchema } from '../../shared/couple/charter/clause-schema';
import { offersOf } from '../../shared/couple/charter/offers';
import type { CaptureField } from '../../shared/exercise/fields';

const exerciseOf = (id: string) => {
  const found = exercises.find((exercise) => exercise.id === id);
  if (found === undefined) throw new Error(`no exercise ${id}`);
  return found;
};

/** What somebody might answer to a field. */
function valueFor(field: CaptureField): AnswerValue {
  switch (field.kind) {
    case 'text':
      return { kind: 'text', text: `${field.id} at 8` };
    case 'long-text':
      return { kind: 'long-text', text: `${field.id}\nin two lines at 8` };
    case 'list':
      return { kind: 'list', lines: [`${field.id} one`, ' ', `${field.id} two`] };
    case 'choice':
      return { kind: 'choice', chosen: [field.options[1] ?? ''] };
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
  id: `${field.id}-${owner.toLowerCase()}`,
  retreat: 'r1',
  at: 1,
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
function answered(id: string, reader: Reader): readonly Answer[] {
  return exerciseOf(id).capture.flatMap((field) =>
    field.whose === 'each'
      ? (['A', 'B'] as const).map((side) => answer(id, field, side, reader))
      : [answer(id, field, field.whose, null)],
  );
}

const offers = (id: string, answers: readonly Answer[], clauses: readonly Clause[] = []) =>
  offersOf(exerciseOf(id), 'r1', answers, clauses);

const exercisesWithClauses = [...new Set(captures.map(({ exercise }) => exercise))];

describe('what was captured becomes a clause', () => {
  test('every capture takes fields that its exercise asks for, into parts that its kind has', () => {
    expect(new Set(captures.map(({ id }) => id)).size).toBe(captures.length);
    for (const { exercise, kind, from, options, review } of captures) {
      const asked = exerciseOf(exercise).capture;
      for (const [part, field] of Object.entries(from)) {
        const found = asked.find(({ id }) => id === field);
        expect(found, `${exercise} ${field}`).toBeDefined();
        expect(fieldsOf(kind)[part], `${kind} ${part}`).toBeDefined();
        const offered = found?.kind === 'choice' ? found.options.length : 0;
        expect(options[part]?.length ?? 0, `${exercise} ${field}`).toBe(offered);
      }
      if (review !== null) expect(asked.find(({ id }) => id === review)?.kind).toBe('date');
    }
  });

  test.each(exercisesWithClauses)('%s: whole, at once, when both may read all of it', (id) => {
    const made = offers(id, answered(id, 'partner'));
    expect(made.map((offer) => offer.id)).toEqual(
      captures.filter(({ exercise }) => exercise === id).map((capture) => capture.id),
    );
    for (const { saying, askFirst } of made) {
      if (saying === null) throw new Error('nothing was made');
      expect(sayingSchema.parse(saying)).toEqual(saying);
      // Nothing of it has to be typed again; which clause a cue guards is chosen.
      expect(kindOf(saying).flaws(saying.content)).toEqual([]);
      expect(askFirst).toEqual([]);
    }
  });

  test('a timeout is taken over word for word, minutes and all', () => {
    const [offer] = offers('timeout-agreement', answered('timeout-agreement', 'partner'));
    expect(offer?.saying).toEqual({
      kind: 'timeout',
      content: {
        how: 'how at 8',
        length: 30,
        soothes: { A: ['soothes one', 'soothes two'], B: ['soothes one', 'soothes two'] },
        stirs: { A: ['stirs one', 'stirs two'], B: ['stirs one', 'stirs two'] },
        returnSentence: 'return-sentence at 8',
        places: 'places in two lines at 8',
        extension: 'extension at 8',
        latest: 'noon-next-day',
      },
    });
  });

  test('the day to look at it again comes along', () => {
    expect(offers('agreements-builder', answered('agreements-builder', 'partner')).map(({ review }) => review)).toEqual(
      ['2026-04-18', '2026-04-18'],
    );
    expect(offers('signal-design', answered('signal-design', 'partner'))[0]?.review).toBeNull();
  });

  test.each(['only-i', 'facilitator'] as const)(
    'S9: what its owner lets %s read stays out, and they are to be asked first',
    (reader) => {
      const [offer] = offers('timeout-agreement', answered('timeout-agreement', reader));
      expect(offer?.saying).toMatchObject({
        content: { how: 'how at 8', soothes: { A: [], B: [] }, stirs: { A: [], B: [] } },
      });
      expect(offer?.askFirst).toEqual(['A', 'B']);
      expect(JSON.stringify(offer)).not.toContain('soothes one');
    },
  );

  test('one who shared has theirs in it, the other is asked', () => {
    const answers = answered('landing-phrases', 'only-i').map((one) =>
      one.owner === 'A' ? { ...one, reader: 'partner' as const } : one,
    );
    expect(offers('landing-phrases', answers)).toEqual([
      {
        id: 'landing-phrases',
        saying: { kind: 'landing-phrases', content: { phrases: { A: ['phrases one', 'phrases two'], B: [] } } },
        review: null,
        askFirst: ['B'],
      },
    ]);
    const none = offers('landing-phrases', answered('landing-phrases', 'only-i'));
    expect(none).toMatchObject([{ saying: null, askFirst: ['A', 'B'] }]);
  });

  it('offers nothing where nothing was answered, at another retreat, and twice', () => {
    expect(offers('signal-design', [])).toEqual([]);
    const answers = answered('signal-design', 'partner');
    expect(offersOf(exerciseOf('signal-design'), 'r2', answers, [])).toEqual([]);
    const clause = { retreat: 'r1', captured: 'signal-design' } as Clause;
    expect(offers('signal-design', answers, [clause])).toEqual([]);
    expect(offers('signal-design', answers, [{ ...clause, retreat: 'r0' }])).toHaveLength(1);
  });

  it('makes nothing of what was chosen in another language: the clause would say another day', () => {
    const answers = answered('weekly-review', 'partner').map((one) =>
      one.field === 'weekday' ? { ...one, value: { kind: 'choice' as const, chosen: ['Montag'] } } : one,
    );
    expect(offers('weekly-review', answers)).toEqual([]);
  });
});
