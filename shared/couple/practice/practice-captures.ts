import { otherSide, type Side, sides } from '../../room/wall';
import type { PracticeContentOf, PracticeKindName } from './practice-kinds';

/** What the offered answers of a choice stand for, in their order; null for what the kind has no word for. */
export type StandsFor = readonly (string | boolean | null)[];

/** How something captured in an exercise becomes an entry of practice: nobody types a thing twice. */
export interface PracticeCapture {
  readonly id: string;
  readonly exercise: string;
  readonly kind: PracticeKindName;
  /** The partner whose answers it is made of; null where they are joint, or of each. */
  readonly side: Side | null;
  /** The exercise's field that each part of the entry is taken from. */
  readonly from: Readonly<Record<string, string>>;
  /** The same of what the other one answered, as to whom a repair was offered. */
  readonly heard: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, StandsFor>>;
  /** Parts without which there is no entry: their kind would say something for them that nobody said. */
  readonly needs: readonly string[];
}

/** A capture as it is written down: its parts are those of its kind. */
interface Written<C> {
  readonly from: { readonly [F in keyof C]?: string };
  readonly heard?: { readonly [F in keyof C]?: string };
  readonly options?: { readonly [F in keyof C]?: StandsFor };
  readonly needs?: readonly (keyof C & string)[];
}

function made<K extends PracticeKindName>(
  side: Side | null,
  exercise: string,
  kind: K,
  { from, heard = {}, options = {}, needs = [] }: Written<PracticeContentOf<K>>,
): PracticeCapture {
  const id = [exercise, kind, ...(side === null ? [] : [side.toLowerCase()])].join('-');
  return {
    id,
    exercise,
    kind,
    side,
    from: { ...from },
    heard: { ...heard },
    options: { ...options },
    needs,
  } as PracticeCapture;
}

const ofBoth = <K extends PracticeKindName>(exercise: string, kind: K, written: Written<PracticeContentOf<K>>) =>
  made(null, exercise, kind, written);
const ofEach = <K extends PracticeKindName>(exercise: string, kind: K, written: Written<PracticeContentOf<K>>) =>
  sides.map((side) => made(side, exercise, kind, written));

/** Every entry that an exercise makes. */
export const practiceCaptures: readonly PracticeCapture[] = [
  ...ofEach('trigger-map', 'journal', {
    from: { trigger: 'trigger', body: 'body', move: 'move', echo: 'echo', intensity: 'intensity' },
    options: {
      body: ['chest', 'throat', 'stomach', 'jaw', 'shoulders', 'hands', 'heat', 'cold', 'other', null],
      move: ['pursue', 'withdraw', 'attack', 'freeze', null],
    },
  }),
  // Where it is felt is asked in words there, which are not the places of the kind.
  ...ofEach('safe-disclosure', 'disclosure', {
    from: { trigger: 'trigger', impulse: 'impulse', earlyPattern: 'echo' },
  }),
  ...ofEach('safe-harbour', 'wish', {
    from: { what: 'first-choice', text: 'helps' },
    options: { what: ['ear', 'arms', 'ideas', null, null] },
    needs: ['what'],
  }),
  ...ofEach('three-line-repair', 'repair', {
    from: { hurt: 'your-hurt', part: 'my-part', matters: 'us-first' },
    heard: { received: 'received', need: 'still-need' },
    options: { received: ['received', 'not-yet', 'not-yet'] },
  }),
  ofBoth('full-timeout', 'timeout', {
    from: { kept: 'returned', note: 'tweak' },
    options: { kept: [true, true, false] },
    needs: ['kept'],
  }),
  ...ofEach('launchpad', 'goal', { from: { text: 'goal' } }),
  ...ofEach('launchpad', 'pledge', { from: { text: 'pledge' } }),
  ...ofEach('good-news', 'win', { from: { text: 'win' } }),
  ofBoth('weekly-review', 'review', {
    from: { works: 'worked', adjust: 'adjust', win: 'win', slip: 'my-slip' },
  }),
];

/** The same capture of the other partner's answers, where it is made of one's alone. */
export function practiceTwinOf(id: string): string {
  const one = practiceCaptures.find((capture) => capture.id === id);
  if (one === undefined || one.side === null) return id;
  const side = otherSide(one.side);
  const isTwin = ({ exercise, kind, side: its }: PracticeCapture): boolean =>
    exercise === one.exercise && kind === one.kind && its === side;
  return practiceCaptures.find(isTwin)?.id ?? id;
}
