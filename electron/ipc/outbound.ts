import type { NoticeCode } from '../../shared/session/protocol/notice-code';
import type { SurfaceName } from '../../shared/session/protocol/surface-name';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { type OnBug, tellEach } from '../state/tell-each';
import type { Surface, View } from '../surfaces/surface';
import { type Sender, slicedSender, wholeSender } from './senders';
import type { Wire } from './wire';

/** The only way out: to each page its views, as its entry of the table has them. */
export interface Publisher {
  /** Sends a page its views from now on: those that come whole now and each time it loads, the others once they are asked for. */
  readonly attach: (page: SurfaceName, wire: Wire) => void;
  /** Sends a page that asks for it its whole view; its changes follow. */
  readonly show: (page: SurfaceName) => void;
  /** A page is torn down: it is sent no view before it asks for one anew. */
  readonly forget: (page: SurfaceName) => void;
  /** Tells a page something that is no view, if it is there to hear it. */
  readonly tell: (page: SurfaceName, channel: string, what?: unknown) => void;
}

export interface Outbound {
  readonly store: Pick<Store, 'session' | 'book' | 'subscribe' | 'report'>;
  readonly clock: Pick<Clock, 'onMoved'>;
  readonly logEvent: (code: 'publish.refused', facts: Readonly<Record<string, number>>) => void;
  readonly onBug: OnBug;
}

/** Starts publishing to the pages of the table, in its order. */
export function startPublishing(surfaces: readonly Surface[], { store, clock, logEvent, onBug }: Outbound): Publisher {
  const wires = new Map<SurfaceName, Wire>();
  const tell: Publisher['tell'] = (page, channel, what) => wires.get(page)?.tell(channel, what);

  function senderOf(page: SurfaceName, view: View): Sender {
    const refused = (issues: number, codes: readonly string[]): void => {
      logEvent('publish.refused', { issues, kinds: codes.length });
      // Not while a change is being told: the console hears of it right after.
      if (view.refused !== null) setImmediate(raise, view.refused);
    };
    const send = (channel: string, what: unknown): void => tell(page, channel, what);
    return view.kind === 'whole' ? wholeSender(view, send, refused) : slicedSender(view, send, refused);
  }

  const raise = (code: NoticeCode): void => store.report({ type: 'notice/raise', notice: { code, values: {} } });

  const all = surfaces.flatMap(({ name, views }) =>
    views.map((view, rank) => ({ page: name, rank, kind: view.kind, sender: senderOf(name, view) })),
  );
  // What one page is sent first goes before what another is sent second.
  const serialQueue = all.toSorted((one, other) => one.rank - other.rank).map(({ sender }) => sender.publish);
  const publish = (): void => tellEach(serialQueue, onBug, store.session(), store.book());
  const begin = (page: SurfaceName, kind: View['kind']): void => {
    for (const one of all) {
      if (one.page === page && one.kind === kind) one.sender.begin(store.session(), store.book());
    }
  };

  // Each gate knows a good view from the start, for one that has to be refused.
  publish();
  store.subscribe(publish);
  clock.onMoved(() => {
    for (const { name, channels } of surfaces) tell(name, channels.clockMoved);
  });

  function forget(page: SurfaceName): void {
    for (const one of all) if (one.page === page) one.sender.forget();
  }

  return {
    attach: (page, wire) => {
      wires.set(page, wire);
      forget(page);
      wire.onLoaded(() => begin(page, 'whole'));
      wire.onGone(() => {
        if (wires.get(page) === wire) wires.delete(page);
      });
    },
    show: (page) => begin(page, 'sliced'),
    forget,
    tell,
  };
}
