import type { Side } from '../../room/wall';
import { choose, letsExport, type Source } from './choose';
import { forAll, type Readable, sections } from './sections';
import type { KeptThing, LeftOut, Made, Section, Summary } from './summary';
import type { SummaryKey, SummaryWords } from './summary-words';
import { readersOf, sectionIds, type Version } from './version';

/** A section without what was left out by hand; null once nothing stands in it. */
function without(section: Section, out: ReadonlySet<string>): Section | null {
  if (out.has(section.id)) return null;
  const groups = section.groups
    .map((group) => ({ ...group, items: group.items.filter(({ id }) => !out.has(id)) }))
    .filter(({ items }) => items.length > 0);
  return groups.length === 0 ? null : { ...section, groups };
}

const keeps: Readonly<Record<KeptThing, readonly [SummaryKey, SummaryKey]>> = {
  answer: ['keepsOne', 'keepsMore'],
  entry: ['keepsOneEntry', 'keepsMoreEntries'],
};

/** What this partner keeps to themselves, told to them alone: that there is more is nothing the other is told (S9). */
function kept(leftOut: readonly LeftOut[], own: Side | null, words: SummaryWords): readonly string[] {
  if (own === null) return [];
  return leftOut.flatMap((left) =>
    left.why === 'only-i' && left.side === own
      ? [words.say(keeps[left.what][left.count === 1 ? 0 : 1], { name: words.speech.name(own), count: left.count })]
      : [],
  );
}

/** Whether something stands in it that its reader alone may read. */
const holdsOnlyI = ({ answers, practised }: Readable): boolean =>
  [...answers, ...practised].some(({ reader }) => reader === 'only-i');

/**
 * The summary of a couple in one version, as it would be made now; `out`: ids of sections and items that are left out by hand. Nothing
 * can be added: what consent or a reader does not allow is not among what is chosen from.
 */
export function makeSummary(source: Source, version: Version, out: ReadonlySet<string>, words: SummaryWords): Made {
  const { readable, leftOut } = choose(source, version);
  const whole = sectionIds.map((id): Section => ({ id, ...words.section(id), groups: sections[id](readable, words) }));
  const chosen = whole.map((section) => without(section, out)).filter((section) => section !== null);
  const byHand = itemsOf(whole) - itemsOf(chosen);
  const all: readonly LeftOut[] = byHand === 0 ? leftOut : [...leftOut, { why: 'by-hand', count: byHand }];
  // A file needs the yes of each whom it is for, whosever its words are (S10).
  if (!readersOf(version).every((side) => letsExport(source.record.consents, side)))
    return { summary: null, leftOut: all };
  // The days that are the same for all, and when to seek help, are no reason for a file of its own.
  if (chosen.every(({ groups }) => groups.every(({ items }) => items.every(({ id }) => forAll.has(id)))))
    return { summary: null, leftOut: all };
  const { speech, say, date, language } = words;
  const names = source.partners.map(speech.name);
  const summary: Summary = {
    language,
    version,
    title: say('title'),
    lines: [
      version === 'joint'
        ? say('forBoth', { names: speech.list(names) })
        : say('forOne', { name: speech.name(version) }),
      say('madeOn', { date: date(source.today) }),
      ...kept(leftOut, readable.own, words),
      ...(holdsOnlyI(readable) ? [say('holdsOnlyI')] : []),
    ],
    sections: chosen,
    closing: [say('educational')],
    foot: say('foot'),
  };
  return { summary, leftOut: all };
}

const itemsOf = (all: readonly Section[]): number =>
  all.reduce((count, { groups }) => count + groups.reduce((items, group) => items + group.items.length, 0), 0);
