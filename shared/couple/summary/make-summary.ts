import { type Side, sides } from '../../room/wall';
import type { Answer, Owner } from '../answer';
import { isSide } from '../answer-rules';
import { answersFor, isWithheld } from '../audience';
import { captures } from '../charter/captures';
import { type Charter, isCharterWithheld } from '../charter/charter';
import { type ClauseView, charterFor } from '../charter/charter-view';
import { type Consents, isWithdrawn } from '../consent';
import type { CoupleRecord } from '../record';
import { forAll, type Readable, sections } from './sections';
import type { LeftOut, Made, Section, Summary } from './summary';
import type { SummaryWords } from './summary-words';
import { sectionIds, type Version } from './version';

/** All that a summary is made from. */
export interface Source {
  readonly record: CoupleRecord;
  readonly charter: Charter | null;
  /** The partners who are there; one alone has no joint version. */
  readonly partners: readonly Side[];
  readonly lookBacks: Readable['lookBacks'];
  /** The day it is made on. */
  readonly today: string;
  readonly helpLines: Readable['helpLines'];
}

/** Whether this partner lets their words be made into files: they said so, and nothing since took it back. */
export const letsExport = (consents: Consents, side: Side): boolean =>
  consents.findLast((act) => act.side === side && act.scope === 'export')?.given === true;

/** Whose yes to files a thing needs: its owner's, and for what is joint both partners' (S10). */
const ownersOfFile = (owner: Owner): readonly Side[] => (isSide(owner) ? [owner] : sides);

/** The fields of exercises whose answers stand in the charter by now: they are read there, and not twice. */
function inCharter(clauses: readonly ClauseView[], charter: Charter | null): ReadonlySet<string> {
  const made = new Set(
    charter?.clauses.filter(({ id }) => clauses.some((one) => one.id === id)).map((one) => one.captured),
  );
  return new Set(
    captures
      .filter(({ id }) => made.has(id))
      .flatMap(({ exercise, from }) => Object.values(from).map((field) => `${exercise}/${field}`)),
  );
}

/** How many of these are each partner's. */
const counted = (answers: readonly Pick<Answer, 'owner'>[]): readonly (readonly [Side, number])[] =>
  sides
    .map((side) => [side, answers.filter(({ owner }) => owner === side).length] as const)
    .filter(([, count]) => count > 0);

/**
 * What a version may hold, by name: a thing of the record that is not asked for here stands in none. What is *only I* is in none that
 * others review or make, whosever it is (S13); the facilitator's own answers and notes are in none at all (S11).
 */
function choose(
  source: Source,
  version: Version,
): { readonly readable: Readable; readonly leftOut: readonly LeftOut[] } {
  const { record, charter, lookBacks, helpLines } = source;
  const { consents } = record;
  const own = version === 'joint' ? null : version;
  const closed = record.answers.filter((answer) => answer.reader === 'only-i' && answer.owner !== 'facilitator');
  const mine = closed.filter(({ owner }) => own === null || owner === own);
  const may = answersFor(record, version).filter(
    (answer) => answer.owner !== 'facilitator' && answer.reader !== 'only-i' && answer.value !== null,
  );
  const whole = new Map(record.answers.map((answer) => [answer.id, answer]));
  const stands = may.filter(({ id }) => {
    const answer = whole.get(id);
    return answer !== undefined && !isWithheld(record, answer);
  });
  const exported = stands.filter(({ owner }) => ownersOfFile(owner).every((side) => letsExport(consents, side)));
  const jointly = sides.every((side) => letsExport(consents, side));
  const known = charter === null || isCharterWithheld(consents) ? [] : charterFor(charter, consents, version).clauses;
  const clauses = jointly ? known.filter(({ lacks }) => lacks.every(({ code }) => code !== 'with-facilitator')) : [];
  const spoken = inCharter(clauses, charter);
  const notShared =
    own === null ? record.answers.filter(({ reader, owner }) => reader === 'facilitator' && isSide(owner)) : [];
  const asked = own === null ? sides : [own];
  return {
    readable: {
      own,
      clauses,
      answers: exported.filter(({ exercise, field }) => !spoken.has(`${exercise}/${field}`)),
      lookBacks,
      helpLines,
    },
    leftOut: [
      ...counted(mine).map(([side, count]) => ({ why: 'only-i', side, count }) as const),
      ...counted(notShared).map(([side, count]) => ({ why: 'not-shared', side, count }) as const),
      ...sides
        .filter((side) => !letsExport(consents, side) && (asked.includes(side) || source.partners.includes(side)))
        .map((side) => ({ why: 'no-export', side }) as const),
      ...sides
        .filter((side) => isWithdrawn(consents, side, 'record') || isWithdrawn(consents, side, 'measures'))
        .map((side) => ({ why: 'withheld', side }) as const),
      ...(known.length > clauses.length && jointly
        ? [{ why: 'unconfirmed', count: known.length - clauses.length } as const]
        : []),
    ],
  };
}

/** A section without what was left out by hand; null once nothing stands in it. */
function without(section: Section, out: ReadonlySet<string>): Section | null {
  if (out.has(section.id)) return null;
  const groups = section.groups
    .map((group) => ({ ...group, items: group.items.filter(({ id }) => !out.has(id)) }))
    .filter(({ items }) => items.length > 0);
  return groups.length === 0 ? null : { ...section, groups };
}

/** What this partner keeps to themselves, told to them alone: that there is more is nothing the other is told (S9). */
function kept(leftOut: readonly LeftOut[], own: Side | null, words: SummaryWords): readonly string[] {
  if (own === null) return [];
  return leftOut.flatMap((left) =>
    left.why === 'only-i' && left.side === own
      ? [words.say(left.count === 1 ? 'keepsOne' : 'keepsMore', { name: words.speech.name(own), count: left.count })]
      : [],
  );
}

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
    ],
    sections: chosen,
    closing: [say('educational')],
    foot: say('foot'),
  };
  return { summary, leftOut: all };
}

const itemsOf = (all: readonly Section[]): number =>
  all.reduce((count, { groups }) => count + groups.reduce((items, group) => items + group.items.length, 0), 0);
