import { type Side, sides } from '../../room/wall';
import type { Practice } from '../practice/practice';
import { type PracticeKindName, practiceKindNames, practiceKindOf } from '../practice/practice-kinds';
import { type PracticeEntryView, practiceFor } from '../practice/practice-view';
import type { Said } from '../record';
import { inCharts } from './charts';
import type { Item, Section } from './summary';
import type { SummaryWords } from './summary-words';
import type { Version } from './version';

/**
 * Where what was practised stands, by its kind; what is the reader's alone stands in their own pages instead. A kind that is not named
 * here stands in no summary, and each stands in one place alone: in the form that says all of it. Whose it is, the table of kinds says.
 */
const placeOf: Readonly<Record<PracticeKindName, 'words' | 'figures'>> = {
  journal: 'words',
  disclosure: 'words',
  repair: 'words',
  bids: 'figures',
  wish: 'words',
  goal: 'words',
  pledge: 'words',
  win: 'words',
  slip: 'words',
  'check-in': 'words',
  'own-check-in': 'words',
  review: 'words',
  timeout: 'figures',
  measure: 'figures',
};

const isPlaced = ({ kind }: Pick<PracticeEntryView, 'kind'>): boolean => Object.hasOwn(placeOf, kind);

export const isFigure = ({ kind }: Pick<PracticeEntryView, 'kind'>): boolean => placeOf[kind] === 'figures';

interface Practised {
  /** What may stand in it, oldest first. */
  readonly entries: readonly PracticeEntryView[];
  /** What its owners keep to themselves (S13), whosever it is. */
  readonly kept: readonly PracticeEntryView[];
  /** What its owners have not shared with their partner. */
  readonly notShared: readonly PracticeEntryView[];
}

const inOrder = (one: PracticeEntryView, other: PracticeEntryView): number =>
  one.on === other.on ? one.at - other.at : one.on < other.on ? -1 : 1;

/**
 * What was practised, for a version of the summary: what both its readers and the facilitator, who looks at it before, may know. So what is
 * *only I* or withheld is in none, nor is a measure whose consent was taken back; but for what is the reader's, where they make it alone.
 */
export function practisedIn(
  practice: Practice,
  record: Said,
  version: Version,
  isMine: (entry: PracticeEntryView) => boolean,
): Practised {
  const placed = { ...practice, entries: practice.entries.filter(isPlaced) };
  const known = practiceFor(placed, record, version).entries;
  const mine = known.filter(isMine);
  const theirs = new Set(known.filter((entry) => !isMine(entry)).map(({ id }) => id));
  const shared = practiceFor(placed, record, 'facilitator').entries;
  return {
    entries: [...mine, ...shared.filter(({ id, content }) => content !== null && theirs.has(id))].sort(inOrder),
    kept: shared.filter(({ reader }) => reader === 'only-i'),
    notShared: shared.filter(({ reader }) => reader === 'facilitator'),
  };
}

function itemOf(entry: PracticeEntryView, named: boolean, words: SummaryWords): Item | null {
  const { id, on, owner, content } = entry;
  const read = content === null ? [] : practiceKindOf(entry).reads(content, words.practice);
  if (read.length === 0) return null;
  return {
    id,
    title: words.date(on),
    about:
      entry.reader === 'only-i' ? words.say('onlyYou') : named && owner !== 'joint' ? words.speech.name(owner) : null,
    parts: read.map((text) => ({ kind: 'paragraph', text })),
  };
}

/** What was practised, in words and by its kind: one partner's own, or all else. */
export function inWords(
  entries: readonly PracticeEntryView[],
  isIn: (owner: PracticeEntryView['owner']) => boolean,
  named: boolean,
  words: SummaryWords,
): Section['groups'] {
  return practiceKindNames.flatMap((kind) => {
    const items = entries
      .filter((entry) => entry.kind === kind && !isFigure(entry) && isIn(entry.owner))
      .flatMap((entry) => itemOf(entry, named, words) ?? []);
    return items.length === 0 ? [] : [{ title: words.practised(kind), items }];
  });
}

/** What was practised, in figures: what is joint, then of one partner after the other, and never of both in one. */
export function inFigures(entries: readonly PracticeEntryView[], words: SummaryWords): Section['groups'] {
  const items = [...inCharts(entries, words), ...sides.flatMap((side) => measuresOf(entries, side, words))];
  return items.length === 0 ? [] : [{ title: null, items }];
}

/** All that was measured beside what is drawn. */
function measuresOf(entries: readonly PracticeEntryView[], side: Side, words: SummaryWords): readonly Item[] {
  const rows = entries.flatMap((entry) =>
    entry.owner === side && entry.kind === 'measure' && entry.content !== null && entry.content.item !== 'felt-security'
      ? practiceKindOf(entry)
          .reads(entry.content, words.practice)
          .map((text) => [words.date(entry.on), text])
      : [],
  );
  if (rows.length === 0) return [];
  const title = words.say('measures');
  const head = [words.say('when'), words.say('what')];
  return [
    {
      id: `measures-${side}`,
      title,
      about: words.speech.name(side),
      parts: [
        { kind: 'table', caption: title, head, rows },
        { kind: 'paragraph', text: words.say('unvalidated') },
      ],
    },
  ];
}
