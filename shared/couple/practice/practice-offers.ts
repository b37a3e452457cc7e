import type { CaptureField } from '../../exercise/fields';
import { otherSide, type Side, sides } from '../../room/wall';
import { type Answer, type Owner, readers } from '../answer';
import { type Asking, answersAt, isShared, linesOf } from '../captured';
import type { PracticeEntry, PracticeOwner } from './practice';
import { type PracticeCapture, practiceCaptures, type StandsFor } from './practice-captures';
import type { PracticeField } from './practice-fields';
import { type Noting, practiceKindOf } from './practice-kinds';

/** What an exercise left to be noted. */
export interface PracticeOffer {
  /** The capture it is made by. */
  readonly id: string;
  readonly owner: PracticeOwner;
  /** Of what may be used; null where that is nothing yet. */
  readonly noting: Noting | null;
  /** When the last of it was answered, epoch milliseconds. */
  readonly at: number;
  /** Who may read the entry, and how its owner said so: nobody but those who may read all that it is made of (S9). */
  readonly reader: PracticeEntry['reader'];
  readonly asks: PracticeEntry['asks'];
  /** Who has answers there that they have not shared with the partner: they are left out until their owner is asked. */
  readonly askFirst: readonly Side[];
}

type Field = Pick<PracticeField<never>, 'editor'>;

/** What was chosen stands for, in the order it is offered in; undefined: something was chosen that is not among what is offered. */
function chosenIn({ field, value }: Answer, fields: readonly CaptureField[], options: StandsFor) {
  const asked = fields.find(({ id }) => id === field);
  if (value.kind !== 'choice' || asked?.kind !== 'choice') return undefined;
  if (value.chosen.some((one) => !asked.options.includes(one))) return undefined;
  return asked.options.flatMap((option, at) => {
    const meant = options[at] ?? null;
    return meant === null || !value.chosen.includes(option) ? [] : [meant];
  });
}

/** The part of an entry that these answers make; undefined where they make none. */
function partOf(
  { editor }: Field,
  answers: readonly Answer[],
  fields: readonly CaptureField[],
  options: StandsFor,
): unknown {
  const [first] = answers;
  if (first === undefined) return undefined;
  const { value } = first;
  switch (editor.kind) {
    case 'text': {
      const words = answers.flatMap((answer) => linesOf(answer.value)).join(' ');
      return words === '' ? undefined : words;
    }
    case 'choices':
      return chosenIn(first, fields, options);
    case 'choice':
    case 'yes-no':
      return chosenIn(first, fields, options)?.[0];
    case 'score':
      return value.kind === 'scale' ? value.points : undefined;
    case 'count':
      return value.kind === 'tally' ? value.count : undefined;
    case 'date':
      return value.kind === 'date' ? value.date : undefined;
  }
}

interface Part {
  readonly name: string;
  readonly answers: readonly Answer[];
}

/** The answers that each part is taken from: the joint one first, then A's and B's; where it is one's, theirs alone. */
function partsOf({ side, from, heard }: PracticeCapture, here: readonly Answer[]): readonly Part[] {
  const by = (owners: readonly Owner[], fields: Readonly<Record<string, string>>): readonly Part[] =>
    Object.entries(fields).map(([name, field]) => ({
      name,
      answers: owners.flatMap((owner) => here.find((one) => one.field === field && one.owner === owner) ?? []),
    }));
  if (side === null) return by(['joint', ...sides], from);
  return [...by([side], from), ...by([otherSide(side)], heard)];
}

const narrowest = (answers: readonly Answer[]): Answer | undefined =>
  [...answers].sort(
    (one, other) => readers.indexOf(one.reader ?? 'partner') - readers.indexOf(other.reader ?? 'partner'),
  )[0];

function offerOf(
  made: PracticeCapture,
  here: readonly Answer[],
  capture: readonly CaptureField[],
  mayUse: (answer: Answer) => boolean,
): PracticeOffer | null {
  const parts = partsOf(made, here);
  const all = parts.flatMap(({ answers }) => answers);
  const used = parts.map(({ name, answers }) => ({ name, answers: answers.filter(mayUse) }));
  const askFirst = sides.filter((side) => all.some((answer) => answer.owner === side && !isShared(answer)));
  const kind = practiceKindOf(made);
  const fields = kind.fields as Readonly<Record<string, Field>>;
  const said = used.flatMap(({ name, answers }) => {
    const field = fields[name];
    const part = field === undefined ? undefined : partOf(field, answers, capture, made.options[name] ?? []);
    return part === undefined ? [] : [[name, part] as const];
  });
  const names = new Set(said.map(([name]) => name));
  const content = { ...kind.blank, ...Object.fromEntries(said) } as Noting['content'];
  const own = made.side === null ? [] : used.filter(({ name }) => made.from[name] !== undefined);
  const isWhole =
    made.needs.every((name) => names.has(name)) && (made.side === null || own.some(({ name }) => names.has(name)));
  const noting = isWhole && kind.forbids(content) === null ? ({ kind: made.kind, content } as Noting) : null;
  if (noting === null && askFirst.length === 0) return null;
  const owner = kind.whose === 'joint' || made.side === null ? 'joint' : made.side;
  const from = used.flatMap(({ answers }) => answers);
  const reader = owner === 'joint' ? undefined : narrowest(from);
  return {
    id: made.id,
    owner,
    noting,
    at: Math.max(0, ...from.map(({ at }) => at)),
    reader: reader?.reader ?? null,
    asks: reader?.asks ?? [],
    askFirst,
  };
}

const madeAt = (entries: readonly PracticeEntry[], retreat: string): ReadonlySet<string | null> =>
  new Set(entries.filter((entry) => entry.retreat === retreat).map(({ captured }) => captured));

/** What an exercise has left to be noted, of the answers given there at one retreat. What was noted of it is not offered again. */
export function practiceOffersOf(
  exercise: Asking,
  retreat: string,
  answers: readonly Answer[],
  entries: readonly PracticeEntry[],
): readonly PracticeOffer[] {
  const here = answersAt(answers, retreat, exercise);
  if (here.length === 0) return [];
  const noted = madeAt(entries, retreat);
  return practiceCaptures
    .filter((one) => one.exercise === exercise.id && !noted.has(one.id))
    .flatMap((one) => offerOf(one, here, exercise.capture, isShared) ?? []);
}

/** What a partner is asked: whether words of theirs that the other may not read may be noted. */
export interface PracticeAsked extends PracticeOffer {
  readonly noting: Noting;
  /** Their own words, and nobody else's. */
  readonly words: readonly string[];
}

/** What this partner alone is asked of what they wrote at one retreat: a yes notes it, and lets nobody read more than that. */
export function practiceAskedOf(
  exercise: Asking,
  retreat: string,
  answers: readonly Answer[],
  entries: readonly PracticeEntry[],
  side: Side,
): readonly PracticeAsked[] {
  const here = answersAt(answers, retreat, exercise);
  if (here.length === 0) return [];
  const noted = madeAt(entries, retreat);
  return practiceCaptures
    .filter((one) => one.exercise === exercise.id && !noted.has(one.id))
    .flatMap((made) => {
      const mine = partsOf(made, here)
        .flatMap((part) => part.answers)
        .filter((answer) => answer.owner === side && !isShared(answer));
      const words = mine.flatMap(({ value }) => linesOf(value));
      const offer = offerOf(made, here, exercise.capture, (answer) => isShared(answer) || answer.owner === side);
      return words.length === 0 || offer === null || offer.noting === null
        ? []
        : [{ ...offer, noting: offer.noting, words }];
    });
}
