import { z } from 'zod';
import { idSchema } from '../room/id-schema';
import { oneLine } from '../room/one-line';

/** The id of a device, made by chance: no name of anybody or anything. */
export const deviceSchema = z.string().overwrite(oneLine).max(64);

/**
 * What every entry of a couple's documents carries: an id of its own, the retreat it came from, when it was written last (epoch
 * milliseconds) and by which device. Merging, parting and moving rest on it.
 */
export const entrySchema = z.strictObject({
  id: idSchema,
  retreat: idSchema,
  at: z.number().int().nonnegative(),
  device: deviceSchema,
});
export type Entry = z.infer<typeof entrySchema>;

/** What stays of an entry that was removed: a mark without words. */
export const removedSchema = z.strictObject({ id: idSchema, at: z.number().int().nonnegative() });
export type Removed = z.infer<typeof removedSchema>;

/** The stamp a change is written with. */
export type Stamp = Entry;

/**
 * The lists of entries in a document: each with the most it holds, and those in which no two entries have one id, taken together. It is
 * apart from their shapes, so that an entry that did not change need not be looked at again.
 */
export const entryLists = <N extends string>(most: Readonly<Record<N, number>>, differ: readonly NoInfer<N>[]) => {
  const names = Object.keys(most) as N[];
  return {
    names,
    together: (body: Readonly<Record<N, readonly { readonly id: string }[]>>): boolean =>
      names.every((name) => body[name].length <= most[name]) && allDiffer(differ.flatMap((name) => body[name])),
  };
};

export const allDiffer = (entries: readonly { readonly id: string }[]): boolean =>
  new Set(entries.map(({ id }) => id)).size === entries.length;
