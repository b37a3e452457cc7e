import { z } from 'zod';
import {
  type Charter,
  isCharterWithheld,
  type Review,
  reviewsOf,
  withoutClauses,
} from '../../shared/couple/charter/charter';
import { clauseKindNames } from '../../shared/couple/charter/clause-kinds';
import { type Practice, withoutPractised } from '../../shared/couple/practice/practice';
import { archivedAt, type CoupleRecord, withoutEntries } from '../../shared/couple/record';
import type { Retreat } from '../../shared/retreat/retreat';
import type { documentKinds, LiveDocument } from '../../shared/session/documents/documents';
import { idleLive, type RetreatLine } from '../../shared/session/state/session';
import type { Library } from '../library/contract';
import type { DocumentFolder } from '../library/store/layout';

const summaryShape = z.strictObject({
  title: z.string(),
  program: z.string(),
  firstDate: z.string(),
  lastDate: z.string(),
  couples: z.array(z.string()),
  demo: z.boolean(),
});
type Summary = z.infer<typeof summaryShape>;

/** What is listed of a retreat: nothing of a couple but its id. */
export function summaryOf(retreat: Retreat): Summary {
  const dates = retreat.days.map(({ date }) => date).sort();
  return {
    title: retreat.title,
    program: retreat.program,
    firstDate: dates[0] ?? '',
    lastDate: dates.at(-1) ?? '',
    couples: retreat.couples.map(({ id }) => id),
    demo: retreat.demo,
  };
}

const recordSummaryShape = z.strictObject({ withheld: z.boolean(), archived: z.boolean() });
const reviewsShape: z.ZodType<readonly Review[]> = z.array(
  z.strictObject({ clause: z.enum(clauseKindNames), on: z.string() }),
);

/** How each kind that is listed is summarised; of a couple nothing but whether it is withheld or archived, and what is due when. */
export const digests = {
  // 2: a copy that a sync tool left under another name is none of the retreats. 3: the couples are listed.
  retreat: { version: 3, shape: summaryShape, of: summaryOf },
  record: {
    version: 1,
    shape: recordSummaryShape,
    sparse: true,
    of: (record: CoupleRecord) => ({
      withheld: isCharterWithheld(record.consents),
      archived: archivedAt(record) !== null,
    }),
  },
  charter: { version: 1, shape: reviewsShape, sparse: true, of: reviewsOf },
};

/** How couples are taken out of a retreat, a retreat out of what is known of the last run, and what was deleted out of a couple's documents. */
export const takeOut = {
  retreat: (retreat: Retreat, ids: ReadonlySet<string>): Retreat =>
    retreat.couples.some(({ id }) => ids.has(id))
      ? { ...retreat, couples: retreat.couples.filter(({ id }) => !ids.has(id)) }
      : retreat,
  live: (document: LiveDocument, ids: ReadonlySet<string>): LiveDocument =>
    document.retreat !== null && ids.has(document.retreat)
      ? { ...document, retreat: null, live: idleLive, closed: true }
      : document,
  record: (record: CoupleRecord, ids: ReadonlySet<string>): CoupleRecord =>
    withoutEntries(record, ids, record.removed.at(-1)?.at ?? 0),
  charter: (charter: Charter, ids: ReadonlySet<string>): Charter =>
    withoutClauses(charter, ids, charter.removed.at(-1)?.at ?? 0),
  practice: (practice: Practice, ids: ReadonlySet<string>): Practice =>
    withoutPractised(practice, ids, practice.removed.at(-1)?.at ?? 0),
};

/** The couples that other retreats name as well; a couple's own folder names nobody. */
export const namedElsewhere = async (
  library: Reading,
  { at, id }: DocumentFolder,
): Promise<ReadonlySet<string> | null> => (at === 'retreats' ? couplesElsewhere(library, id) : new Set());

export type RetreatLibrary = Library<typeof documentKinds, typeof digests>;
type Reading = Pick<RetreatLibrary, 'read' | 'index'>;

/** Why a retreat is on the disk and not on the shelf: a notice's code. */
type Lost = 'document-damaged' | 'newer-schema' | 'retreat-unread';

interface Listed extends Summary {
  readonly id: string;
  readonly touchedAt: number;
}

/** Every retreat of the library but one. One whose file is damaged is listed as its newest good copy. */
async function listed(library: Reading, but?: string): Promise<(Listed | Lost)[]> {
  const entries = (await library.index('retreat')).filter(({ id }) => id !== but);
  const all = await Promise.all(
    entries.map(async ({ id, savedAt, summary }): Promise<Listed | Lost | null> => {
      const touchedAt = savedAt === null ? 0 : Date.parse(savedAt);
      if (summary !== null) return { id, touchedAt, ...summary };
      const found = await library.read('retreat', id);
      const held = found.state === 'damaged' ? found.newestGood : found.state === 'ok' ? found : null;
      if (found.state === 'missing') return null;
      if (found.state === 'unreachable') return 'retreat-unread';
      if (held === null) return found.state === 'newer' ? 'newer-schema' : 'document-damaged';
      return { id, touchedAt: Date.parse(held.savedAt), ...summaryOf(held.body) };
    }),
  );
  return all.filter((each) => each !== null);
}

/** The retreats that name a couple; null where not all of them can be known, or changed, now. */
export async function retreatsNaming(library: Reading, couple: string): Promise<readonly string[] | null> {
  const all = await listed(library);
  if (all.includes('retreat-unread') || all.includes('newer-schema')) return null;
  const naming = all.flatMap((each) => (typeof each !== 'string' && each.couples.includes(couple) ? [each.id] : []));
  const found = await Promise.all(naming.map((id) => library.read('retreat', id)));
  // What a newer Holdfast wrote is shown, and never written over.
  const mayChange = found.every((each) => each.state === 'damaged' || (each.state === 'ok' && !each.readOnly));
  return mayChange ? naming : null;
}

/** The couples of every retreat but one; null where not all of them can be known now. A damaged one without a copy names nobody. */
export async function couplesElsewhere(library: Reading, but: string): Promise<ReadonlySet<string> | null> {
  const others = await listed(library, but);
  if (others.includes('retreat-unread') || others.includes('newer-schema')) return null;
  return new Set(others.flatMap((each) => (typeof each === 'string' ? [] : each.couples)));
}

/** The retreats of the library, the one touched last first. */
export async function retreatIndex(
  library: RetreatLibrary,
): Promise<{ readonly lines: RetreatLine[]; readonly lost: Lost | null }> {
  const all = await listed(library);
  const lines = all.filter((each) => typeof each === 'object');
  const retreats = new Map<string, number>();
  for (const id of lines.flatMap(({ couples }) => couples)) retreats.set(id, (retreats.get(id) ?? 0) + 1);
  return {
    lines: lines
      .map(({ couples, ...line }) => ({
        ...line,
        couples: couples.length,
        shared: couples.filter((id) => (retreats.get(id) ?? 0) > 1).length,
      }))
      .sort((one, other) => other.touchedAt - one.touchedAt),
    lost: all.find((each) => typeof each === 'string') ?? null,
  };
}
