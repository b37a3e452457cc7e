import { z } from 'zod';
import type { Review } from '../../couple/charter/charter';
import { nameSchema } from '../../retreat/retreat-schema';
import { idSchema } from '../../room/id-schema';
import { mostPairs } from '../policy/pair';
import { couplesAmong } from './couples-among';

const longestSearch = 200;
/** As many as a list is read through. */
export const mostFound = 60;

/** What is looked for among the couples of every retreat: names, in any order and any part of them, among all couples or some; or the one with this id. */
export const coupleSearchSchema = z.union([
  z.strictObject({ text: z.string().max(longestSearch), among: z.enum(couplesAmong).optional() }),
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
  readonly archived: boolean;
  /** What is to be looked at again by today, the longest due first: of each its kind and its day, and no word. */
  readonly due: readonly Review[];
}

/** The first of those that were found, by the date of their last retreat, and how many there are. */
export interface FoundCouples {
  readonly couples: readonly FoundCouple[];
  readonly of: number;
}

/** Couples as they are to be on a roster: were they here before? */
export const pairsSchema = z.array(z.strictObject({ A: nameSchema, B: nameSchema })).max(mostPairs);
export type Pairs = z.infer<typeof pairsSchema>;

/** A couple of an earlier retreat with these two names, which were on its roster as `A` and `B`; nothing else is told of it. */
export interface ReturningCouple extends Pick<FoundCouple, 'id' | 'A' | 'B' | 'retreats'> {
  /** A newer Holdfast wrote its record: nothing can be added to that here. */
  readonly newer: boolean;
}
