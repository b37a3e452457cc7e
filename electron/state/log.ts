import type { OnBug } from './tell-each';

/** A word of ours, never of a person's. */
export type Code = `${Lowercase<string>}`;

/** What a line may say beside its code: numbers, yes or no, and codes of ours. Never anything a person typed. */
export type Facts = Readonly<Record<string, number | boolean | Code>>;

/** The local log, as the core is given it. */
export interface Log {
  readonly event: (code: Code, facts?: Facts) => void;
  readonly bug: OnBug;
}
