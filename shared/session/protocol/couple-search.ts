import { z } from 'zod';
import { idSchema } from '../../room/id-schema';

const longestSearch = 200;
/** As many as a list is read through. */
export const mostFound = 60;

/** What is looked for among the couples of every retreat: names, in any order and any part of them; or the one with this id. */
export const coupleSearchSchema = z.union([
  z.strictObject({ text: z.string().max(longestSearch) }),
  z.strictObject({ id: idSchema }),
]);
export type CoupleSearch = z.infer<typeof coupleSearchSchema>;

/** A couple of the library. */
export interface FoundCouple {
  readonly id: string;
  /** As the roster of its last retreat has them. */
  readonly A: string;
  readonly B: string;
  /** The retreats it is on the roster of, the last one first. */
  readonly retreats: readonly { readonly id: string; readonly title: string; readonly date: string }[];
}

/** The first of those that were found, by the date of their last retreat, and how many there are. */
export interface FoundCouples {
  readonly couples: readonly FoundCouple[];
  readonly of: number;
}
