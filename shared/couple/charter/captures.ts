import { otherSide, type Side, sides } from '../../room/wall';
import { timeoutLengths } from '../timeout-contract';
import { type ClauseKindName, type ContentOf, latestReturns, weekdays } from './clause-kinds';

/** What the offered answers of a choice stand for. */
export type Options = readonly (string | number)[];

/** How something captured in an exercise becomes a clause: nobody types a thing twice. */
export interface Capture {
  /** Its exercise, and which of several it is. */
  readonly id: string;
  readonly exercise: string;
  readonly kind: ClauseKindName;
  /** The exercise's field that each part of the clause is taken from. */
  readonly from: Readonly<Record<string, string>>;
  /** The partner whose answers alone it is made of; null where they are joint, or of each. */
  readonly side: Side | null;
  /** What is the same in every clause made by it. */
  readonly fixed: object;
  /** What the offered answers of a choice stand for, in their order. */
  readonly options: Readonly<Record<string, Options>>;
  /** The field that says when to look at it again. */
  readonly review: string | null;
}

/** A capture as it is written down: its parts are those of its kind. */
interface Written<C> {
  readonly which?: string;
  readonly side?: Side;
  readonly from: { readonly [F in keyof C]?: string };
  readonly fixed?: Partial<C>;
  readonly options?: { readonly [F in keyof C]?: Options };
  readonly review?: string;
}

function capture<K extends ClauseKindName>(exercise: string, kind: K, written: Written<ContentOf<K>>): Capture {
  const { which, side = null, from, fixed = {}, options = {}, review = null } = written;
  const id = which === undefined ? exercise : `${exercise}-${which}`;
  return { id, exercise, kind, side, fixed, review, from: { ...from }, options: { ...options } } as Capture;
}

/** Every clause that an exercise makes. */
export const captures: readonly Capture[] = [
  capture('clay-and-blueprint', 'vision', { from: { text: 'sentence' }, fixed: { facet: 'vision' } }),
  ...sides.flatMap((side) => [
    capture('clay-and-blueprint', 'vision', {
      which: `build-${side.toLowerCase()}`,
      side,
      from: { text: 'build' },
      fixed: { facet: 'aspirations' },
    }),
    capture('clay-and-blueprint', 'vision', {
      which: `will-not-do-${side.toLowerCase()}`,
      side,
      from: { text: 'will-not-do' },
      fixed: { facet: 'restricted-behaviours' },
    }),
  ]),
  capture('signal-design', 'signal', {
    from: { word: 'word', gesture: 'gesture', emoji: 'picture', meaning: 'meaning' },
  }),
  capture('timeout-agreement', 'timeout', {
    from: {
      how: 'how',
      length: 'length',
      soothes: 'soothes',
      stirs: 'stirs',
      returnSentence: 'return-sentence',
      places: 'places',
      extension: 'extension',
      latest: 'latest',
    },
    options: { length: timeoutLengths, latest: latestReturns },
  }),
  capture('landing-phrases', 'landing-phrases', { from: { phrases: 'phrases' } }),
  capture('when-we-slip', 'slip-plan', {
    from: { slips: 'my-slip', earlySigns: 'early-sign', firstStep: 'first-step', kindSentence: 'kind-sentence' },
  }),
  capture('near-far-dial', 'near-far-rule', { from: { rule: 'rule' }, review: 'look-again' }),
  capture('hello-and-goodbye', 'hello-and-goodbye', {
    from: { hello: 'hello', goodbye: 'goodbye', bedAndMorning: 'bed-and-morning', fromAfar: 'from-afar' },
  }),
  capture('agreements-builder', 'agreement', { which: 'one', from: { text: 'agreement-one' }, review: 'review-on' }),
  capture('agreements-builder', 'agreement', { which: 'two', from: { text: 'agreement-two' }, review: 'review-on' }),
  // Which agreement it guards was written in words: it is chosen from the charter.
  capture('permission-to-enforce', 'enforcement-cue', { from: { cue: 'cue', reply: 'reply' } }),
  capture('third-parties', 'third-parties', {
    from: {
      supports: 'supports-me',
      tugs: 'tugs-at-me',
      checkFirst: 'check-first',
      betweenUs: 'between-us',
      sentence: 'sentence',
    },
  }),
  capture('storm-planning', 'storm-plan', {
    from: { storm: 'storm', firstStep: 'first-step', whoDecides: 'who-decides' },
    review: 'review-on',
  }),
  capture('two-minute-check-in', 'daily-check-in', { from: { time: 'time', place: 'place', reminder: 'reminder' } }),
  capture('weekly-review', 'weekly-review', {
    from: { weekday: 'weekday', time: 'time' },
    options: { weekday: weekdays },
  }),
];

/** The same capture of the other partner's answers, where it is made of one's alone. */
export function twinOf(id: string): string {
  const made = captures.find((one) => one.id === id);
  if (made === undefined || made.side === null) return id;
  const side = otherSide(made.side);
  const from = JSON.stringify(made.from);
  const isTwin = (one: Capture): boolean =>
    one.side === side && one.exercise === made.exercise && one.kind === made.kind && JSON.stringify(one.from) === from;
  return captures.find(isTwin)?.id ?? id;
}
