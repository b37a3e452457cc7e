import type { Exercise } from '../exercise';
import type { CaptureField } from '../fields';
import type { Leaf, PrintedItem, PrintedPart } from './pages';
import type { PrintoutWords } from './printout-words';

/** A consent is asked on a form of its own; what the facilitator keeps is asked of nobody. */
type Asked = Exclude<CaptureField, { kind: 'consent' }>;
const asked = ({ capture }: Exercise, whose: 'each' | 'joint'): readonly Asked[] =>
  capture.filter((field) => field.kind !== 'consent' && field.whose === whose) as readonly Asked[];

/** Whether it asks anything that can be written on paper. */
export const hasWorksheet = (exercise: Exercise): boolean =>
  asked(exercise, 'each').length + asked(exercise, 'joint').length > 0;

/** Room for a pen, as much as an answer of this kind takes. */
function roomFor(field: Asked, words: PrintoutWords): PrintedPart {
  switch (field.kind) {
    case 'text':
      return { kind: 'lines', count: 2, most: 14, apart: false };
    case 'long-text':
      return { kind: 'lines', count: 4, most: 30, apart: false };
    case 'list':
      return { kind: 'lines', count: 3, most: 10, apart: true };
    case 'date':
      return { kind: 'gaps', of: [words.say('date')] };
    case 'tally':
      return { kind: 'strokes' };
    case 'scale':
      return { kind: 'scale', low: field.low, high: field.high };
    case 'choice':
      return { kind: 'boxes', of: [...field.options] };
  }
}

const hints: Partial<Readonly<Record<Asked['kind'], 'circle' | 'strokes'>>> = { scale: 'circle', tally: 'strokes' };

/** How it is filled in, where that does not go without saying. */
function hintOf(field: Asked, { say }: PrintoutWords): string | null {
  const how = field.kind === 'choice' ? (field.several ? 'allOf' : 'oneOf') : hints[field.kind];
  const said = [how === undefined ? [] : say(how), field.optional ? say('optional') : []].flat();
  return said.length === 0 ? null : said.join(' ');
}

const itemOf = (field: Asked, words: PrintoutWords): PrintedItem => ({
  id: field.id,
  title: field.label,
  about: hintOf(field, words),
  parts: [roomFor(field, words)],
});

/** Whose page it is, and what is filled in first on it. */
const pages = {
  each: { title: 'ownTitle', intro: 'ownIntro', gaps: ['seat', 'letter', 'date'] },
  joint: { title: 'jointTitle', intro: 'jointIntro', gaps: ['seat', 'date'] },
} as const;

/** What an exercise asks, with room to write: a page for each partner, and one for the two of them. */
export const worksheetLeaves = (exercise: Exercise, words: PrintoutWords): Leaf[] =>
  (['each', 'joint'] as const).flatMap((whose): Leaf[] => {
    const fields = asked(exercise, whose);
    if (fields.length === 0) return [];
    const { title, intro, gaps } = pages[whose];
    const who: PrintedItem = {
      id: 'who',
      title: '',
      about: null,
      parts: [{ kind: 'gaps', of: gaps.map((key) => words.say(key)) }],
    };
    const items = [who, ...fields.map((field) => itemOf(field, words))];
    return [
      {
        title: exercise.title,
        lines: [exercise.purpose],
        sections: [{ id: whose, title: words.say(title), intro: words.say(intro), groups: [{ title: null, items }] }],
        closing: [],
      },
    ];
  });
