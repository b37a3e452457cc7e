/** What is kept about a couple, in numbers and no words. */
export interface CoupleFile {
  readonly answers: number;
  readonly agreements: number;
  readonly practice: number;
  readonly notes: number;
  /** Older copies of all of it, those that were set aside included. */
  readonly copies: number;
}
