import type { Book } from '../../shared/session/commands/book';
import type { Session } from '../../shared/session/state/session';
import { changedEntries } from '../../shared/session/view/console-changes';
import type { SlicedView, WholeView } from '../surfaces/surface';
import { entryGate, gate, type OnRefused } from './gate';

type Entries = Readonly<Record<string, unknown>>;
type Look = (session: Session, book: Book) => void;
type Send = (channel: string, what: unknown) => void;

/** Sends one view to one page. */
export interface Sender {
  /** Sends what changed since it was last sent; a page that has not begun is sent nothing. */
  readonly publish: Look;
  /** Begins anew: all of it is sent, whatever was sent before. */
  readonly begin: Look;
  /** Another page is there now, which has been sent nothing. */
  readonly forget: () => void;
}

const nothing = Symbol('nothing was sent yet');

export function wholeSender(view: WholeView, send: Send, onRefused: OnRefused): Sender {
  const pass = gate(view.schema, onRefused);
  let sent: unknown = nothing;
  const publish: Look = (session, book) => {
    const passed = pass(view.of(session, book));
    if (passed === undefined || passed === sent) return;
    sent = passed;
    send(view.channel, passed);
  };
  const forget = (): void => {
    sent = nothing;
  };
  const begin: Look = (session, book) => {
    forget();
    publish(session, book);
  };
  return { publish, begin, forget };
}

export function slicedSender(view: SlicedView, send: Send, onRefused: OnRefused): Sender {
  const gates = Object.entries(view.slices).map(([name, schema]) => ({
    name,
    pass: view.byEntry.has(name)
      ? (entryGate(schema, onRefused) as (slice: unknown) => unknown)
      : gate(schema, onRefused),
  }));
  let sent: Readonly<Record<string, unknown>> | null = null;
  /** Slices it has no schema for stay here, whatever is in them. */
  const look = (session: Session, book: Book): Readonly<Record<string, unknown>> => {
    const whole = view.of(session, book);
    return Object.fromEntries(gates.map(({ name, pass }) => [name, pass(whole[name])]));
  };
  return {
    publish: (session, book) => {
      const before = sent;
      const after = look(session, book);
      if (before === null) return;
      sent = after;
      const changed = Object.entries(after).filter(([name, slice]) => slice !== before[name]);
      const told = changed.map(([name, slice]) => [
        name,
        view.byEntry.has(name) ? changedEntries(before[name] as Entries, slice as Entries) : slice,
      ]);
      if (told.length > 0) send(view.changes, Object.fromEntries(told));
    },
    begin: (session, book) => {
      sent = look(session, book);
      send(view.channel, sent);
    },
    forget: () => {
      sent = null;
    },
  };
}
