import { type Side, sides } from '../../room/wall';
import type { Owner } from '../answer';
import { isSide } from '../answer-rules';
import { answersFor, isWithheld } from '../audience';
import { captures } from '../charter/captures';
import { type Charter, isCharterWithheld } from '../charter/charter';
import { type ClauseView, charterFor } from '../charter/charter-view';
import { type Consents, isWithdrawn } from '../consent';
import type { Practice } from '../practice/practice';
import type { Said } from '../record';
import { practisedIn } from './practised';
import type { Readable } from './sections';
import { type KeptThing, keptThings, type LeftOut } from './summary';
import type { Version } from './version';

/** All that a summary is made from. */
export interface Source {
  readonly record: Said;
  readonly charter: Charter | null;
  readonly practice: Practice;
  /** The partners who are there; one alone has no joint version. */
  readonly partners: readonly Side[];
  readonly lookBacks: Readable['lookBacks'];
  /** The day it is made on. */
  readonly today: string;
  readonly helpLines: Readable['helpLines'];
  /** It is the reader's own, made while they alone have the laptop: then what only they may read stands in their version (S13). */
  readonly alone: boolean;
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
function counted<W extends LeftOut['why']>(
  why: W,
  things: Readonly<Record<KeptThing, readonly { readonly owner: Owner }[]>>,
) {
  return keptThings.flatMap((what) =>
    sides
      .map((side) => ({ why, what, side, count: things[what].filter(({ owner }) => owner === side).length }))
      .filter(({ count }) => count > 0),
  );
}

/**
 * What a version may hold, by name: a thing of the record that is not asked for here stands in none. What is *only I* is in none that
 * others review or make, whosever it is; one that its reader makes alone holds what is theirs, what is *only I* or withheld included (S13).
 * The facilitator's own answers and notes are in none at all (S11).
 */
export function choose(
  source: Source,
  version: Version,
): { readonly readable: Readable; readonly leftOut: readonly LeftOut[] } {
  const { record, charter, practice, lookBacks, helpLines, alone } = source;
  const { consents } = record;
  const own = version === 'joint' ? null : version;
  const isMine = ({ owner }: { readonly owner: Owner }): boolean => alone && owner === own;
  const closed = record.answers.filter((answer) => answer.reader === 'only-i' && answer.owner !== 'facilitator');
  const practised = practisedIn(practice, record, version, isMine);
  const isAsked = ({ owner }: { readonly owner: Owner }): boolean => own === null || owner === own;
  const may = answersFor(record, version).filter(
    (answer) =>
      answer.owner !== 'facilitator' && (answer.reader !== 'only-i' || isMine(answer)) && answer.value !== null,
  );
  const whole = new Map(record.answers.map((answer) => [answer.id, answer]));
  const stands = may.filter(({ id }) => {
    const answer = whole.get(id);
    return answer !== undefined && (isMine(answer) || !isWithheld(record, answer));
  });
  const isExported = ({ owner }: { readonly owner: Owner }): boolean =>
    ownersOfFile(owner).every((side) => letsExport(consents, side));
  const jointly = sides.every((side) => letsExport(consents, side));
  const known = charter === null || isCharterWithheld(consents) ? [] : charterFor(charter, consents, version).clauses;
  const clauses = jointly ? known.filter(({ lacks }) => lacks.every(({ code }) => code !== 'with-facilitator')) : [];
  const spoken = inCharter(clauses, charter);
  const asked = own === null ? sides : [own];
  return {
    readable: {
      own,
      clauses,
      answers: stands.filter(isExported).filter(({ exercise, field }) => !spoken.has(`${exercise}/${field}`)),
      practised: practised.entries.filter(isExported),
      lookBacks,
      helpLines,
    },
    leftOut: [
      ...counted('only-i', {
        answer: closed.filter((answer) => isAsked(answer) && !isMine(answer)),
        entry: practised.kept.filter((entry) => isAsked(entry) && !isMine(entry)),
      }),
      ...(own === null
        ? counted('not-shared', {
            answer: record.answers.filter(({ reader }) => reader === 'facilitator'),
            entry: practised.notShared,
          })
        : []),
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
