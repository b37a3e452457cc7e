import type { Wire } from '../../electron/ipc/wire';
import type { Line } from '../../shared/room/request';

/** A page's line and the main process's, joined by a pair of functions; what is told reaches the page in the order it was told in. */
export interface InMemoryWire {
  readonly wire: Wire;
  readonly line: Line;
  /** All that the page was told, in order. */
  readonly told: { readonly channel: string; readonly what: unknown }[];
  /** The channels on which it is heard. */
  readonly heardOn: () => readonly string[];
  /** The page says something as somebody else's frame in it would. */
  readonly sayAsStranger: (channel: string, what?: unknown, id?: unknown) => void;
  /** The page has loaded anew. */
  readonly load: () => void;
  readonly close: () => void;
  readonly ended: () => boolean;
}

export function inMemoryWire(): InMemoryWire {
  const hearers = new Map<string, (ours: boolean, what: unknown, id: unknown) => void>();
  const listeners: { readonly channel: string; readonly heard: (event: unknown, told: unknown) => void }[] = [];
  const told: InMemoryWire['told'] = [];
  const loaded: (() => void)[] = [];
  const gone: (() => void)[] = [];
  let ended = false;
  const copied = (what: unknown): unknown => (what === undefined ? undefined : structuredClone(what));
  const say = (ours: boolean, channel: string, what: unknown, id: unknown): void => {
    const hear = hearers.get(channel);
    if (hear === undefined) throw new Error(`nobody hears ${channel}`);
    hear(ours, copied(what), id);
  };
  return {
    wire: {
      hear: (channel, heard) => void hearers.set(channel, heard),
      tell: (channel, what) => {
        const copy = copied(what);
        told.push({ channel, what: copy });
        for (const one of listeners) if (one.channel === channel) one.heard({}, copy);
      },
      onLoaded: (listener) => void loaded.push(listener),
      onGone: (listener) => void gone.push(listener),
      end: () => {
        ended = true;
      },
    },
    line: {
      send: (channel, what, id) => say(true, channel, what, id),
      on: (channel, heard) => listeners.push({ channel, heard }),
    },
    told,
    heardOn: () => [...hearers.keys()],
    sayAsStranger: (channel, what, id) => say(false, channel, what, id),
    load: () => {
      for (const listener of loaded) listener();
    },
    close: () => {
      for (const listener of gone) listener();
    },
    ended: () => ended,
  };
}
