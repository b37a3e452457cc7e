import { z } from 'zod';
import type { Book } from '../../shared/session/commands/book';
import type { Asker } from '../../shared/session/commands/context';
import type { NoticeCode } from '../../shared/session/protocol/notice-code';
import type { Session } from '../../shared/session/state/session';

/** So many at once, and so many a second for long. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Something a page may say, beside its commands. */
export interface Hearing {
  readonly channel: string;
  readonly rate: Rate;
  /** What is not of this shape is turned away. */
  readonly shape: z.ZodType;
  /** Whether the page waits for an answer, and whether that may be a refusal; else what is turned away just fails. */
  readonly answer: 'none' | 'value' | 'value or refusal';
}

/** A page's commands have one channel. What is typed has a measure of its own, so that neither slows the other. */
export interface CommandChannel {
  readonly channel: string;
  readonly typed: Rate;
  readonly others: Rate;
}

interface Shown {
  readonly channel: string;
  /** Said on the console when some of it had to be refused, or null where nobody would miss it. */
  readonly refused: NoticeCode | null;
}

/** A view that is sent whole, when the page loads and whenever it changes. */
export interface WholeView<V = unknown> extends Shown {
  readonly kind: 'whole';
  readonly of: (session: Session, book: Book) => V;
  readonly schema: z.ZodType<V>;
}

/** A view that is sent whole when the page asks for it, and from then on by the slices that changed. */
export interface SlicedView<V extends object = Readonly<Record<string, unknown>>> extends Shown {
  readonly kind: 'sliced';
  /** The channel of what changed. */
  readonly changes: string;
  readonly of: (session: Session, book: Book) => V;
  readonly slices: { readonly [K in keyof V]: z.ZodType<V[K]> };
  /** Slices that are records, of which only the entries that changed are sent. */
  readonly byEntry: ReadonlySet<keyof V>;
}

export type View = WholeView | SlicedView;

/**
 * A page of the app. Its name is also that of its protocol, its in-memory session, its folder in renderer/ and its preload; its name
 * and `asks` are what the context of a command says of who asks.
 */
export interface Surface extends Asker {
  /** What its content policy says beyond the strictest, by directive; the nonce is another one each time it loads. */
  readonly policy: (nonce: string) => Readonly<Record<string, string>>;
  /** What of the machine it is granted. */
  readonly permissions: readonly string[];
  /** Whether cards are shown on its protocol: one line of text each, without a script. */
  readonly cards: boolean;
  /** Channels out that every page has. */
  readonly channels: Readonly<Record<'answer' | 'clockMoved', string>>;
  /** Null for a page that can ask for nothing to be done. */
  readonly commands: CommandChannel | null;
  readonly hears: Readonly<Record<string, Hearing>>;
  /** What it is sent, first things first. */
  readonly views: readonly View[];
}

/** A view for the table: checked against its own type here, and known there as any other. */
export const sliced = <V extends object>(view: SlicedView<V>): SlicedView => view as unknown as SlicedView;

const nothing = z.undefined();

/** A channel for what the page says and nobody answers. */
export const tells = <S extends z.ZodType = typeof nothing>(channel: string, shape?: S) => ({
  channel,
  rate: { burst: 10, perSecond: 5 },
  shape: (shape ?? nothing) as S,
  answer: 'none' as const,
});

/** A channel for what the page asks with no more than the question. */
export const asks = (channel: string) => ({
  channel,
  rate: { burst: 60, perSecond: 30 },
  shape: nothing,
  answer: 'value' as const,
});
