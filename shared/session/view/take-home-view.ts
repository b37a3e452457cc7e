import { z } from 'zod';
import { formatNames } from '../../couple/summary/formats';
import { makeSummary } from '../../couple/summary/make-summary';
import { keptThings, type LeftOut, type Made, summarySchema } from '../../couple/summary/summary';
import { papers, type Version, versions } from '../../couple/summary/version';
import { partnersOf, type RosterEntry } from '../../retreat/retreat';
import { type Side, sides } from '../../room/wall';
import type { Book } from '../commands/book';
import type { OpenRecord, Session } from '../state/session';
import { type Batch, type Copy, copyFaults, copyKey, hasPhrases, isGoingOn, type TakenAlong } from '../state/take-home';
import { sourceNow } from './take-home-source';

/** Whether a copy can be made now, and why not. */
export const readiness = ['ready', 'no-consent', 'nothing', 'alone', 'reading'] as const;
export type Readiness = (typeof readiness)[number];

/** What the console is shown of what couples take home. */
export interface TakeHomeView {
  readonly place: string | null;
  /** How each copy stands, by couple; empty while the place is not on the screen. */
  readonly ready: Readonly<Record<string, Readonly<Record<Version, Readiness>>>>;
  readonly review: (Copy & Made & { readonly out: readonly string[] }) | null;
  readonly byCouple: boolean;
  readonly batch: Batch | null;
  /** The files that partners took along themselves, the newest last; none of what stands in them, nor what they open with. */
  readonly taken: readonly TakenAlong[];
}

/** A copy as it would be made at this moment, or null while what it is made of is not all open. */
export function madeNow(session: Session, book: Book, copy: Copy, out: ReadonlySet<string>): Made | null {
  const now = sourceNow(session, book, copy.id);
  return now && makeSummary(now.source, copy.version, out, now.words);
}

/** What was left out of this copy by hand. */
export const leftOutOf = ({ takeHome }: Session, copy: Copy): ReadonlySet<string> =>
  new Set(takeHome.out[copyKey(copy)] ?? []);

function readinessOf(session: Session, book: Book, copy: Copy, partners: readonly Side[]): Readiness {
  if (partners.length < 2 && !partners.some((side) => side === copy.version)) return 'alone';
  const made = madeNow(session, book, copy, leftOutOf(session, copy));
  if (made === null) return 'reading';
  if (made.summary !== null) return 'ready';
  const asks = copy.version === 'joint' ? sides : [copy.version];
  const lacks = made.leftOut.some(
    (left) => (left.why === 'no-export' || left.why === 'withheld') && asks.includes(left.side),
  );
  return lacks ? 'no-consent' : 'nothing';
}

interface Looked {
  readonly beside: readonly unknown[];
  readonly view: Readonly<Record<Version, Readiness>>;
}

/** Each couple is looked at once while all that it depends on stays the same. */
const looked = new WeakMap<OpenRecord, Looked>();

function readyOf(session: Session, book: Book, couple: RosterEntry): Readonly<Record<Version, Readiness>> {
  const open = session.records[couple.id];
  const out = versions.map((version) => session.takeHome.out[copyKey({ id: couple.id, version })]);
  const beside = [
    book,
    couple,
    session.charters[couple.id],
    session.practices[couple.id],
    session.settings.helpLines,
    ...out,
  ];
  const before = open && looked.get(open);
  if (before?.beside.every((one, at) => one === beside[at])) return before.view;
  const of = (version: Version) => readinessOf(session, book, { id: couple.id, version }, partnersOf(couple));
  const view = { joint: of('joint'), A: of('A'), B: of('B') };
  if (open !== undefined) looked.set(open, { beside, view });
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

const readinessSchema = z.enum(readiness);

export const takeHomeViewSchema: z.ZodType<TakeHomeView> = z.strictObject({
  place: text.nullable(),
  ready: z.record(text, z.strictObject({ joint: readinessSchema, A: readinessSchema, B: readinessSchema })),
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
      day: text,
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
