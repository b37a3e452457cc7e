import { z } from 'zod';
import { formatNames } from '../../couple/summary/formats';
import { keptThings, type LeftOut, type Made, summarySchema } from '../../couple/summary/summary';
import { papers, type Version, versions } from '../../couple/summary/version';
import type { RosterEntry } from '../../retreat/retreat';
import { sides } from '../../room/wall';
import type { Book } from '../commands/book';
import type { Session } from '../state/session';
import { type Batch, type Copy, copyFaults, copyKey, hasPhrases, isGoingOn, type TakenAlong } from '../state/take-home';
import { type CopyStanding, readiness } from './copy-standing';
import { leftOutOf, madeNow, standingNow } from './ready-now';

/** What the console is shown of what couples take home. */
export interface TakeHomeView {
  readonly place: string | null;
  /** How each copy stands, by couple; empty while the place is not on the screen. */
  readonly ready: Readonly<Record<string, Readonly<Record<Version, CopyStanding>>>>;
  readonly review: (Copy & Made & { readonly out: readonly string[] }) | null;
  readonly byCouple: boolean;
  readonly batch: Batch | null;
  /** The files that partners took along themselves, the newest last; none of what stands in them, nor what they open with. */
  readonly taken: readonly TakenAlong[];
}

interface Looked {
  readonly beside: readonly unknown[];
  readonly view: Readonly<Record<Version, CopyStanding>>;
}

/** Each couple is looked at once while all that it depends on stays the same. */
const looked = new WeakMap<RosterEntry, Looked>();

function readyOf(session: Session, book: Book, couple: RosterEntry): Readonly<Record<Version, CopyStanding>> {
  const { retreat, takeHome, settings, records, charters, practices } = session;
  const said = records[couple.id]?.record;
  const out = versions.map((version) => takeHome.out[copyKey({ id: couple.id, version })]);
  const beside = [
    book,
    retreat?.id,
    retreat?.days,
    takeHome.shown,
    // What is noted of a file that was made is beside it.
    said?.consents,
    said?.answers,
    charters[couple.id],
    practices[couple.id],
    settings.helpLines,
    ...out,
  ];
  const before = looked.get(couple);
  if (before?.beside.every((one, at) => one === beside[at])) return before.view;
  const of = (version: Version) => standingNow(session, book, { id: couple.id, version });
  const view = { joint: of('joint'), A: of('A'), B: of('B') };
  looked.set(couple, { beside, view });
  return view;
}

function reviewOf(session: Session, book: Book): TakeHomeView['review'] {
  const { review: copy } = session.takeHome;
  if (copy === null) return null;
  const out = leftOutOf(session, copy);
  const made = madeNow(session, book, copy, out);
  return made && { ...copy, ...made, out: [...out] };
}

const away: TakeHomeView['ready'] = {};

export function takeHomeView(session: Session, book: Book): TakeHomeView {
  const { shown, place, byCouple, batch, taken } = session.takeHome;
  const couples = session.retreat?.couples ?? [];
  return {
    place,
    ready:
      shown === null ? away : Object.fromEntries(couples.map((couple) => [couple.id, readyOf(session, book, couple)])),
    review: shown === null ? null : reviewOf(session, book),
    byCouple,
    // They are told together, once all is made.
    batch: batch !== null && isGoingOn({ batch }) && hasPhrases({ batch }) ? { ...batch, phrases: {} } : batch,
    taken: taken.filter(({ id }) => couples.some((couple) => couple.id === id)),
  };
}

const text = z.string();
const count = z.number().int().nonnegative();
const copyShape = { id: text, version: z.enum(versions) } as const;
const ofThing = { what: z.enum(keptThings) } as const;
const bySide = { side: z.enum(sides) } as const;

const leftOutSchema: z.ZodType<LeftOut> = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('only-i'), ...ofThing, ...bySide, count }),
  z.strictObject({ why: z.literal('not-shared'), ...ofThing, ...bySide, count }),
  z.strictObject({ why: z.literal('no-export'), ...bySide }),
  z.strictObject({ why: z.literal('withheld'), ...bySide }),
  z.strictObject({ why: z.literal('unconfirmed'), count }),
  z.strictObject({ why: z.literal('by-hand'), count }),
]);

const is = z.enum(readiness);
const standingSchema = z.strictObject({ summary: is, days: is, questions: is, lacks: z.array(z.enum(sides)) });

export const takeHomeViewSchema: z.ZodType<TakeHomeView> = z.strictObject({
  place: text.nullable(),
  ready: z.record(text, z.strictObject({ joint: standingSchema, A: standingSchema, B: standingSchema })),
  review: z
    .strictObject({
      ...copyShape,
      summary: summarySchema.nullable(),
      leftOut: z.array(leftOutSchema),
      out: z.array(text),
    })
    .nullable(),
  byCouple: z.boolean(),
  taken: z.array(z.strictObject({ id: text, ...bySide, place: text, folder: text, file: text })),
  batch: z
    .strictObject({
      id: text,
      retreat: text,
      at: z.number(),
      paper: z.enum(papers),
      encrypted: z.boolean(),
      phrases: z.record(text, text),
      place: text,
      folder: text,
      byCouple: z.boolean(),
      since: z.number().nullable(),
      copies: z.array(
        z.strictObject({
          ...copyShape,
          format: z.enum(formatNames),
          state: z.enum(['waits', 'making', 'made', 'failed', 'left']),
          fault: z.enum(copyFaults).nullable(),
          file: text.nullable(),
          tookMs: z.number().nullable(),
        }),
      ),
    })
    .nullable(),
});
