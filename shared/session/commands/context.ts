import type { Now } from '../../room/timer';
import type { Refusal, RefusalCode } from '../protocol/refusal-code';
import type { SurfaceName } from '../protocol/surface-name';
import type { EditedDocument } from '../state/document-ref';
import type { Session } from '../state/session';
import type { Book } from './book';
import type { Command, CommandType } from './commands';

/** Who asks for a command: a surface, and what it may ask. */
export interface Asker {
  readonly name: SurfaceName;
  readonly asks: ReadonlySet<CommandType>;
}

/** What a command meets besides the session: who asks, the words, the moment, and an id for what it makes. */
export interface Context {
  /** Null for what happens by itself, which no rule refuses. */
  readonly asker: Asker | null;
  readonly book: Book;
  readonly now: Now;
  /** The id of this device, which every entry of a couple's documents carries. */
  readonly device: string;
  /** Unique for this command; what it makes derives its ids from it. */
  readonly id: string;
}

type Of<T extends CommandType> = Extract<Command, { type: T }>;

/** One command: why it would be refused, and what it does. Both are pure. */
export interface Rule<T extends CommandType> {
  readonly refuse: (session: Session, command: Of<T>, context: Context) => Refusal | null;
  readonly apply: (session: Session, command: Of<T>, context: Context) => Session;
  /** The command that takes it back, for an edit; null where it changes nothing. It enters the undo list of its document's owner. */
  readonly inverse?: (session: Session, command: Of<T>, context: Context) => Command | null;
  /** The document it is an edit of, where that is not the retreat's. */
  readonly edits?: (command: Of<T>) => EditedDocument;
  /** Whether it goes on with the newest edit of its list, given by what takes that back: both are taken back at once. */
  readonly continues?: (last: Command, next: Of<T>) => boolean;
}

export type Rules<T extends CommandType> = { readonly [K in T]: Rule<K> };

export const refuse = (code: RefusalCode, values?: Refusal['values']): Refusal =>
  values === undefined ? { code } : { code, values };

export const never = (): null => null;
