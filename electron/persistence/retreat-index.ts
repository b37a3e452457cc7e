import { z } from 'zod';
import type { Retreat } from '../../shared/retreat/retreat';
import type { documentKinds } from '../../shared/session/documents/documents';
import type { RetreatLine } from '../../shared/session/state/session';
import type { Library } from '../library/contract';

const summaryShape = z.strictObject({
  title: z.string(),
  program: z.string(),
  firstDate: z.string(),
  lastDate: z.string(),
  couples: z.number(),
  demo: z.boolean(),
});
type Summary = z.infer<typeof summaryShape>;

/** What the home screen shows of a retreat: nothing of a couple but how many there are. */
export function summaryOf(retreat: Retreat): Summary {
  const dates = retreat.days.map(({ date }) => date).sort();
  return {
    title: retreat.title,
    program: retreat.program,
    firstDate: dates[0] ?? '',
    lastDate: dates.at(-1) ?? '',
    couples: retreat.couples.length,
    demo: retreat.demo,
  };
}

/** How each kind that is listed is summarised. */
export const digests = {
  // 2: a copy that a sync tool left under another name is none of the retreats.
  retreat: { version: 2, shape: summaryShape, of: summaryOf },
};

/** How couples are taken out of a retreat. */
export const takeOut = {
  retreat: (retreat: Retreat, ids: ReadonlySet<string>): Retreat => ({
    ...retreat,
    couples: retreat.couples.filter(({ id }) => !ids.has(id)),
  }),
};

export type Shelf = Library<typeof documentKinds, typeof digests>;

/** Why a retreat is on the disk and not on the shelf: a notice's code. */
type Lost = 'document-damaged' | 'newer-schema' | 'retreat-unread';

/** The retreats of the library, the one touched last first. One whose file is damaged is listed as its newest good copy. */
export async function shelfOf(library: Shelf): Promise<{ readonly lines: RetreatLine[]; readonly lost: Lost | null }> {
  const entries = await library.index('retreat');
  const lines = await Promise.all(
    entries.map(async ({ id, savedAt, summary }): Promise<RetreatLine | Lost> => {
      const touchedAt = savedAt === null ? 0 : Date.parse(savedAt);
      if (summary !== null) return { id, touchedAt, ...summary };
      const found = await library.read('retreat', id);
      const held = found.state === 'damaged' ? found.newestGood : found.state === 'ok' ? found : null;
      if (found.state === 'unreachable') return 'retreat-unread';
      if (held === null) return found.state === 'newer' ? 'newer-schema' : 'document-damaged';
      return { id, touchedAt: Date.parse(held.savedAt), ...summaryOf(held.body) };
    }),
  );
  return {
    lines: lines.filter((line) => typeof line === 'object').sort((one, other) => other.touchedAt - one.touchedAt),
    lost: lines.find((line) => typeof line === 'string') ?? null,
  };
}
