import type { Scope } from '../exercise/fields';
import type { AnswerValue, Reader } from './answer';
import type { SixTest } from './charter/clause';
import type { HandoverView } from './handover-view';
import type { OwnFormName } from './summary/own-forms';
import type { Paper } from './summary/version';

/** The channels of the page a partner holds. */
export const handoverChannels = {
  command: 'handover/command',
  answer: 'handover/answer',
  view: 'handover/view',
  clockMoved: 'handover/clock-moved',
  beat: 'handover/beat',
  touched: 'handover/touched',
  pin: 'handover/pin',
  forgotten: 'handover/forgotten',
} as const;

/** What a PIN came to. A wrong one, or one that came too soon, says how many milliseconds the next try has to wait. */
export type PinAnswer = { readonly ok: true } | { readonly ok: false; readonly waitMs: number };

/** What came of something the page asked for; why not is a code. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } };

/** All that the page can reach outside itself, under `window.holdfastHandover`. It never says whose it is: that is known. */
export interface HandoverBridge {
  /** The view that is on now, as soon as it is known, and every one after it. */
  readonly onView: (listener: (view: HandoverView) => void) => void;
  readonly answer: (field: string, value: AnswerValue | null) => Promise<Done>;
  readonly reader: (field: string, reader: Reader) => Promise<Done>;
  readonly consent: (scope: Scope, given: boolean) => Promise<Done>;
  /** What this partner says to the words of a clause, which are named. */
  readonly tick: (clause: string, wording: string, test: SixTest, ticked: boolean) => Promise<Done>;
  readonly agree: (clause: string, wording: string, given: boolean) => Promise<Done>;
  /** Their words may go into a draft that both read. */
  readonly draft: (captured: string) => Promise<Done>;
  /** Opens the place of their own copy, or leaves it. */
  readonly own: (on: boolean) => Promise<Done>;
  /** Leaves a section or an item out of their own copy, or takes it back in. */
  readonly leaveOut: (part: string, out: boolean) => Promise<Done>;
  readonly make: (form: OwnFormName, paper: Paper) => Promise<Done>;
  /** Prints it on this printer, without a dialog. */
  readonly print: (printer: string, paper: Paper) => Promise<Done>;
  /** They have the pass-phrase: nothing knows it any more. */
  readonly putAway: () => Promise<Done>;
  /** One action, and no reason (S14). */
  readonly pass: () => Promise<Done>;
  readonly done: () => Promise<Done>;
  readonly pin: (digits: string) => Promise<PinAnswer>;
  /** The PIN is forgotten, or is known again: milliseconds until the console opens without it, or null. */
  readonly forgotten: (on: boolean) => Promise<number | null>;
  /** Says that somebody is at the page. */
  readonly touched: () => void;
  /** Says that the page is alive. */
  readonly beat: () => void;
}
