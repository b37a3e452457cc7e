import { z } from 'zod';

const text = z.string();

const partSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text }),
  z.strictObject({ kind: z.literal('list'), items: z.array(text) }),
  /** The first cell of a row is its heading. */
  z.strictObject({ kind: z.literal('table'), caption: text, head: z.array(text), rows: z.array(z.array(text)) }),
  /** Lines to write on: `count` at least, up to `most` where the page has room; `apart`: each is for a thing of its own. */
  z.strictObject({
    kind: z.literal('lines'),
    count: z.number().int().positive(),
    most: z.number().int().positive(),
    apart: z.boolean(),
  }),
  /** Boxes to tick, one or as many as are true. */
  z.strictObject({ kind: z.literal('boxes'), of: z.array(text) }),
  /** A number from 0 to 10 to circle, and what stands at either end. */
  z.strictObject({ kind: z.literal('scale'), low: text, high: text }),
  /** Short gaps to fill, side by side, with what each is for. */
  z.strictObject({ kind: z.literal('gaps'), of: z.array(text) }),
  /** Room for strokes. */
  z.strictObject({ kind: z.literal('strokes') }),
]);
/** A piece of what is printed: words, or room for a pen. */
export type PrintedPart = z.infer<typeof partSchema>;

const itemSchema = z.strictObject({ id: text, title: text, about: text.nullable(), parts: z.array(partSchema) });
export type PrintedItem = z.infer<typeof itemSchema>;

const leafSchema = z.strictObject({
  /** What it is called, and in a line each what it is for. */
  title: text,
  lines: z.array(text),
  sections: z.array(
    z.strictObject({
      id: text,
      title: text,
      intro: text.nullable(),
      groups: z.array(z.strictObject({ title: text.nullable(), items: z.array(itemSchema) })),
    }),
  ),
  closing: z.array(text),
});
/** What begins on a page of its own. */
export type Leaf = z.infer<typeof leafSchema>;

/** What is printed for the room, as a document. No couple is known to anything it is made from. */
export const pagesSchema = z.strictObject({
  language: text,
  /** How it is set: to be read, to be written on, or for a wall. */
  set: z.enum(['text', 'form', 'wall']),
  title: text,
  leaves: z.array(leafSchema).min(1),
  /** At the foot of each page; null on a wall. */
  foot: text.nullable(),
});
export type Pages = z.infer<typeof pagesSchema>;
