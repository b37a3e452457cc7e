import { z } from 'zod';
import { type Scope, scopes } from '../exercise/fields';
import { type Side, sides } from '../room/wall';
import { entrySchema, type Stamp } from './entry';

/** A partner said yes for a scope, or took it back. All of them are kept: they are the history of the consent. */
export const consentActSchema = entrySchema.extend({
  side: z.enum(sides),
  scope: z.enum(scopes),
  given: z.boolean(),
});
export type ConsentAct = z.infer<typeof consentActSchema>;

/** Oldest first. */
export type Consents = readonly ConsentAct[];

const actsOf = (consents: Consents, side: Side, scope: Scope): Consents =>
  consents.filter((act) => act.side === side && act.scope === scope);

/**
 * Whether the last thing this partner said about the scope, at whichever retreat, was to take it back. What is withdrawn is withheld
 * everywhere until it is given again (S8).
 */
export const isWithdrawn = (consents: Consents, side: Side, scope: Scope): boolean =>
  actsOf(consents, side, scope).at(-1)?.given === false;

/** The yes that lets something of this partner be written at this retreat, or null: each retreat asks anew, and a withdrawal ends them all. */
export function consentAt(consents: Consents, retreat: string, side: Side, scope: Scope): ConsentAct | null {
  const acts = actsOf(consents, side, scope);
  const since = acts.slice(acts.findLastIndex(({ given }) => !given) + 1);
  return since.find((act) => act.retreat === retreat) ?? null;
}

/** Whether something of this partner, of this scope, may be written at this retreat. */
export const mayWrite = (consents: Consents, retreat: string, side: Side, scope: Scope): boolean =>
  consentAt(consents, retreat, side, scope) !== null;

/** How a scope of one partner stands at a retreat. Moments are epoch milliseconds. */
export interface Standing {
  /** When it was given here, or null while it is not. */
  readonly givenAt: number | null;
  /** When it was given at another retreat, and still holds there; null else. */
  readonly earlierAt: number | null;
  /** When it was taken back, while it is. */
  readonly withdrawnAt: number | null;
}

export function standingOf(consents: Consents, retreat: string, side: Side, scope: Scope): Standing {
  const last = actsOf(consents, side, scope).at(-1) ?? null;
  const here = consentAt(consents, retreat, side, scope);
  return {
    givenAt: here?.at ?? null,
    earlierAt: here === null && last?.given === true ? last.at : null,
    withdrawnAt: last?.given === false ? last.at : null,
  };
}

/** The consents after a partner said yes or took it back; the same where that says nothing new. */
export function withConsent(consents: Consents, side: Side, scope: Scope, given: boolean, stamp: Stamp): Consents {
  const { givenAt, earlierAt } = standingOf(consents, stamp.retreat, side, scope);
  if (given ? givenAt !== null : givenAt === null && earlierAt === null) return consents;
  return [...consents, { ...stamp, side, scope, given }];
}
