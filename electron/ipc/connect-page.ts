import type { WebContents } from 'electron';
import type { Clock } from '../state/clock';
import type { Surface } from '../surfaces/surface';
import { type Handlers, type Inbound, openInbound } from './inbound';
import type { Publisher } from './outbound';
import { pageWire } from './wire';

interface Core extends Omit<Inbound, 'now'> {
  readonly clock: Pick<Clock, 'now'>;
  readonly publisher: Publisher;
}

export type ConnectPage = <S extends Surface>(contents: WebContents, surface: S, handlers: Handlers<S>) => void;

/** Joins a page to the core: what it says comes in, and what it is shown goes out, as its entry of the table has it. */
export function pageConnector({ clock, publisher, ...core }: Core): ConnectPage {
  return (contents, surface, handlers) => {
    const wire = pageWire(contents, surface.name);
    openInbound(wire, surface, { ...core, now: () => clock.now().live }, handlers);
    publisher.attach(surface.name, wire);
  };
}
