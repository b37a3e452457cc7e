/**
 * Words by which a language is heard to keep somebody from help (S21). A pattern is one row of sets or more, all of them in one sentence
 * ("helper, limit"). The sets of a row stand in their order: "talk people" with several other words between at most, "never~hinder"
 * with three, "no+need" with one.
 */
export interface HelpWords {
  /** Words and phrases, in lower case without accents; a star stands for any ending of its word. */
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly restricts: readonly string[];
  /** Rows that are no restriction, whatever else they look like ("never stop each other"): what they cover is not heard. */
  readonly allows: readonly string[];
  /** The set of what says no: a row that allows reaches over none of it. */
  readonly negation: string;
  /** To name help at all asks for a look, unless it is welcomed in the same sentence. */
  readonly named: readonly string[];
  readonly welcomes: readonly string[];
}
