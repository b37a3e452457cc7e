import type { CaptureField } from '../../exercise/fields';
import { type Side, sides } from '../../room/wall';
import type { Answer, Owner } from '../answer';
import { type Asking, answersAt, isShared, linesOf } from '../captured';
import { type Capture, captures, type Options } from './captures';
import { type Clause, saying, sayingOf } from './clause';
import type { ClauseField, Each, FieldEditor } from './clause-fields';
import { type ClauseKindName, clauseKinds, fieldsOf, type Saying } from './clause-kinds';

/** What an exercise left for a clause. */
export interface Offer {
  /** The capture it is made by. */
  readonly id: string;
  /** Of what both may read; null where that is nothing yet. */
  readonly saying: Saying | null;
  readonly review: string | null;
  /** Who has answers there that they have not shared with the partner: they are left out until their owner is asked. */
  readonly askFirst: readonly Side[];
}

/** What the first of a choice's offered answers that was chosen stands for. */
function standsFor({ field, value }: Answer, fields: readonly CaptureField[], options: Options): unknown {
  const asked = fields.find(({ id }) => id === field);
  if (value.kind !== 'choice' || asked?.kind !== 'choice') return undefined;
  return options[asked.options.indexOf(value.chosen[0] ?? '')];
}

/** Something was chosen there that is not among what is offered, as in words of another language: a clause would say something else. */
const hasUnknownChoice = (
  { from, options }: Capture,
  to: (field: string) => readonly Answer[],
  fields: readonly CaptureField[],
): boolean =>
  Object.entries(options).some(([name, offered]) =>
    to(from[name] ?? '').some((answer) => standsFor(answer, fields, offered) === undefined),
  );

const writtenIn = (editor: FieldEditor, answer: Answer): unknown =>
  editor.kind === 'list' ? linesOf(answer.value) : linesOf(answer.value).join(' ');

/** The part of a clause that these answers make; undefined where they make none. */
function partOf(
  { editor, blank }: ClauseField<unknown>,
  answers: readonly Answer[],
  fields: readonly CaptureField[],
  options: Options,
): unknown {
  const [first] = answers;
  if (first === undefined) return undefined;
  if (editor.kind === 'minutes' || editor.kind === 'choice') return standsFor(first, fields, options);
  if (editor.kind === 'clause') return undefined;
  if (!editor.each) return writtenIn(editor, first);
  const said = answers.map((answer) => [answer.owner, writtenIn(editor, answer)] as const);
  return Object.assign({}, blank, Object.fromEntries(said));
}

/** The answers among these that a field of an exercise has for a capture: the joint one first, then A's and B's. */
function answersIn({ side }: Capture, answers: readonly Answer[], field: string): Answer[] {
  const owners: readonly Owner[] = side === null ? ['joint', ...sides] : [side];
  return owners.flatMap((owner) => answers.find((answer) => answer.field === field && answer.owner === owner) ?? []);
}

function offerOf(
  made: Capture,
  answers: readonly Answer[],
  fields: readonly CaptureField[],
  mayUse: (answer: Answer) => boolean,
): Offer | null {
  const to = (field: string): Answer[] => answersIn(made, answers, field);
  const all = Object.values(made.from).flatMap(to);
  const askFirst = sides.filter((side) => all.some((answer) => answer.owner === side && !isShared(answer)));
  const parts = Object.entries(fieldsOf(made.kind)).flatMap(([name, field]) => {
    const shared = to(made.from[name] ?? '').filter(mayUse);
    const part = partOf(field, shared, fields, made.options[name] ?? []);
    return part === undefined ? [] : [[name, part] as const];
  });
  if (parts.length === 0 && askFirst.length === 0) return null;
  if (hasUnknownChoice(made, to, fields)) return null;
  const content = { ...clauseKinds[made.kind].blank, ...made.fixed, ...Object.fromEntries(parts) };
  const [reviewed] = made.review === null ? [] : to(made.review);
  return {
    id: made.id,
    saying: parts.length === 0 ? null : ({ kind: made.kind, content } as Saying),
    review: reviewed?.value.kind === 'date' ? reviewed.value.date : null,
    askFirst,
  };
}

/**
 * What an exercise has left for clauses, of the answers given there at one retreat. What a charter has a clause of from that retreat
 * is not offered again.
 */
export function offersOf(
  exercise: Asking,
  retreat: string,
  answers: readonly Answer[],
  clauses: readonly Clause[],
): readonly Offer[] {
  const here = answersAt(answers, retreat, exercise);
  const made = new Set(clauses.filter((clause) => clause.retreat === retreat).map(({ captured }) => captured));
  return captures
    .filter((one) => one.exercise === exercise.id && !made.has(one.id))
    .flatMap((one) => offerOf(one, here, exercise.capture, isShared) ?? []);
}

/** What a partner is asked for: whether words of theirs that the other may not read may go into a clause. */
export interface Asked {
  /** The capture it is made by. */
  readonly id: string;
  readonly kind: ClauseKindName;
  /** Their own words, and nobody else's. */
  readonly words: readonly string[];
  /** What the clause would say. */
  readonly saying: Saying;
  readonly review: string | null;
  /** The clause that is there already, without their words; null where a new one is made. */
  readonly clause: string | null;
}

/** The clause as it stands, with what this partner wrote where it has nothing of theirs; null where it has, or would not change. */
function filledIn(clause: Clause, offered: Saying, side: Side): Saying | null {
  const before = sayingOf(clause).content as unknown as Readonly<Record<string, unknown>>;
  const offer = offered.content as unknown as Readonly<Record<string, unknown>>;
  const filled = Object.entries(fieldsOf(clause.kind)).flatMap(([name, { editor }]) => {
    if (!('each' in editor) || !editor.each) return [];
    const was = before[name] as Each<string | readonly string[]>;
    const is = offer[name] as Each<string | readonly string[]>;
    return was[side].length === 0 && is[side].length > 0 ? [[name, { ...was, [side]: is[side] }] as const] : [];
  });
  return filled.length === 0
    ? null
    : saying(clause.kind, { ...before, ...Object.fromEntries(filled) } as unknown as Saying['content']);
}

/** What this partner alone is asked of what they wrote at one retreat: a yes makes the draft, and lets nobody read more than that. */
export function askedOf(
  exercise: Asking,
  retreat: string,
  answers: readonly Answer[],
  clauses: readonly Clause[],
  side: Side,
): readonly Asked[] {
  const here = answersAt(answers, retreat, exercise);
  return captures
    .filter((one) => one.exercise === exercise.id)
    .flatMap((made) => {
      const mine = Object.values(made.from)
        .flatMap((field) => answersIn(made, here, field))
        .filter((answer) => answer.owner === side && !isShared(answer));
      const words = mine.flatMap(({ value }) => linesOf(value));
      const offer = offerOf(made, here, exercise.capture, (answer) => isShared(answer) || answer.owner === side);
      if (words.length === 0 || offer === null || offer.saying === null) return [];
      const clause = clauses.find((one) => one.retreat === retreat && one.captured === made.id);
      const said = clause === undefined ? offer.saying : filledIn(clause, offer.saying, side);
      if (said === null) return [];
      const { id, kind } = made;
      return [{ id, kind, words, saying: said, review: offer.review, clause: clause?.id ?? null }];
    });
}
