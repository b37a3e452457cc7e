import { z } from 'zod';
import type { Side } from '../../room/wall';
import { sectionIds, versions } from './version';

const text = z.string();

/** What stands for a figure in a chart: each differs by its form. */
export const chartMarks = ['before', 'after', 'follow-up', 'noticed', 'answered', 'well', 'not'] as const;

const partSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text }),
  z.strictObject({ kind: z.literal('list'), items: z.array(text) }),
  z.strictObject({
    kind: z.literal('chart'),
    title: text,
    /** What it shows. */
    sentence: text,
    /** Where not all of its points are drawn: how many of the newest are, and that it is so. */
    newest: z.strictObject({ count: z.number().int().positive(), says: text }).nullable(),
    form: z.enum(['line', 'bars', 'steps']),
    /** The end of its scale, which begins at 0. */
    most: z.number().positive(),
    /** Oldest first. */
    points: z.array(
      z.strictObject({
        day: text,
        /** The same day, where there is little room. */
        short: text,
        marks: z.array(z.strictObject({ mark: z.enum(chartMarks), value: z.number() })),
      }),
    ),
    legend: z.array(z.strictObject({ mark: z.enum(chartMarks), says: text })),
    /** A row for each point, the day first: for who does not see it, and where nothing can be drawn. */
    figures: z.strictObject({ head: z.array(text), rows: z.array(z.array(text)) }),
  }),
  /** The first cell of a row is its heading. */
  z.strictObject({ kind: z.literal('table'), caption: text, head: z.array(text), rows: z.array(z.array(text)) }),
]);
/** A piece of what is said. */
export type Part = z.infer<typeof partSchema>;

const itemSchema = z.strictObject({
  /** Stays the same when the summary is made again; it is by it that an item is left out. */
  id: text,
  /** What it is, or how it was asked. */
  title: text,
  /** Whose it is, or how it stands; null where that goes without saying. */
  about: text.nullable(),
  parts: z.array(partSchema),
});
export type Item = z.infer<typeof itemSchema>;

const sectionSchema = z.strictObject({
  id: z.enum(sectionIds),
  title: text,
  intro: text.nullable(),
  /** Items that belong together, under a heading of their own where there is one. */
  groups: z.array(z.strictObject({ title: text.nullable(), items: z.array(itemSchema) })),
});
export type Section = z.infer<typeof sectionSchema>;

/** What a couple takes home, as a document: every format is written from it. */
export const summarySchema = z.strictObject({
  language: text,
  version: z.enum(versions),
  title: text,
  /** For whom it is, and by whom it was made, in a line each. */
  lines: z.array(text),
  sections: z.array(sectionSchema),
  /** What is said at its end, on every one of them (S23). */
  closing: z.array(text),
  /** At the foot of each page. */
  foot: text,
});
export type Summary = z.infer<typeof summarySchema>;

/** What there is of a partner to keep: what they answered, and what they noted of their practice. */
export const keptThings = ['answer', 'entry'] as const;
export type KeptThing = (typeof keptThings)[number];

/** Why something does not stand in a summary. Counts alone: what it says is nobody's to know. */
export type LeftOut =
  /** The owner keeps it to themselves (S9, S13). */
  | { readonly why: 'only-i'; readonly what: KeptThing; readonly side: Side; readonly count: number }
  /** The owner has not shared it with the partner. */
  | { readonly why: 'not-shared'; readonly what: KeptThing; readonly side: Side; readonly count: number }
  /** This partner has not said yes to files (S10). */
  | { readonly why: 'no-export'; readonly side: Side }
  /** A consent it rests on was taken back (S8). */
  | { readonly why: 'withheld'; readonly side: Side }
  /** A sentence in it may keep somebody from help, and is not confirmed (S21). */
  | { readonly why: 'unconfirmed'; readonly count: number }
  /** The facilitator left it out. */
  | { readonly why: 'by-hand'; readonly count: number };

/** A summary as it would be made now, and what does not stand in it. */
export interface Made {
  /** Null where there is nothing that may stand in one. */
  readonly summary: Summary | null;
  readonly leftOut: readonly LeftOut[];
}
