import type { WebContents } from 'electron';
import { roomChannels } from '../../shared/room/channel';
import type { RoomScene, RoomView } from '../../shared/room/room-view';
import { consoleChannels, type Intent, type Pressed } from '../../shared/session/protocol/channel';
import type { Said } from '../../shared/session/protocol/message-sequencing';
import { type ConsoleView, consoleView } from '../../shared/session/view/console-view';
import { note } from '../app/log';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { type OnRefused, roomGate } from './room-gate';

/** The only way out: to the console its view, to the room its view and the scene that may follow. */
export interface Publisher {
  /** Sends the console its changes from now on. The page asks for the whole view itself, each time it loads. */
  readonly toConsole: (contents: WebContents) => void;
  /** The console's whole view; changes follow. */
  readonly view: () => Said<ConsoleView>;
  /** How many changes the console was sent since Holdfast began. */
  readonly changes: () => number;
  /** Sends the room its view now and whenever it changes; again each time the page loads. */
  readonly toRoom: (contents: WebContents) => void;
  /** Keeps what the native menu asks of the console until its page takes it. */
  readonly intent: (intent: Intent) => void;
  readonly takeIntents: () => readonly Intent[];
  /** Hands the console a key that was pressed in the room's window. */
  readonly key: (pressed: Pressed) => void;
}

/** Slices that are made anew on every look: they changed only if what they say did. */
const derived: ReadonlySet<keyof ConsoleView> = new Set(['room', 'upNext', 'chosen', 'helpLines', 'undos']);

function changes(before: ConsoleView, after: ConsoleView): Partial<ConsoleView> | null {
  const changed = (Object.keys(after) as (keyof ConsoleView)[]).filter((slice) => {
    if (before[slice] === after[slice]) return false;
    return !derived.has(slice) || JSON.stringify(before[slice]) !== JSON.stringify(after[slice]);
  });
  return changed.length === 0 ? null : Object.fromEntries(changed.map((slice) => [slice, after[slice]]));
}

/** Starts publishing: the room first, for it is what people look at. */
export function startPublishing(store: Store, clock: Clock): Publisher {
  let consolePage: WebContents | null = null;
  let roomPage: WebContents | null = null;
  let sentToConsole: ConsoleView | null = null;
  let changesSent = 0;
  let intents: readonly Intent[] = [];
  let sentToRoom: RoomView | null = null;
  let sentAsComing: RoomScene | null = null;
  const noteRefused: OnRefused = (issues, codes) => note('publish.refused', { issues, kinds: codes.length });
  const gate = roomGate((issues, codes) => {
    noteRefused(issues, codes);
    // Not while a change is being told: the console hears of it right after.
    setImmediate(() => store.report({ type: 'notice/raise', notice: { code: 'room-view-refused', values: {} } }));
  });
  // Nobody sees what comes: what is wrong with it is said when it is to be on.
  const comingGate = roomGate(noteRefused);

  function send(contents: WebContents | null, channel: string, ...values: unknown[]): void {
    if (contents !== null && !contents.isDestroyed()) contents.send(channel, ...values);
  }

  /** The console's view, its preview showing exactly what the room was sent. */
  function look(): ConsoleView {
    const view = consoleView(store.session(), store.book());
    return { ...view, room: gate(view.room) ?? view.room };
  }

  function publish(): void {
    const view = look();
    const room = gate(view.room);
    if (room !== null && room !== sentToRoom) {
      sentToRoom = room;
      send(roomPage, roomChannels.view, room);
    }
    if (sentToConsole !== null) {
      const changed = changes(sentToConsole, view);
      sentToConsole = view;
      if (changed !== null) {
        changesSent += 1;
        send(consolePage, consoleChannels.view, changed, changesSent);
      }
    }
    const coming = view.upNext === null ? null : (comingGate(view.upNext)?.scene ?? null);
    if (coming !== sentAsComing) {
      sentAsComing = coming;
      send(roomPage, roomChannels.coming, coming);
    }
  }

  store.subscribe(publish);
  clock.onMoved(() => {
    send(roomPage, roomChannels.clockMoved);
    send(consolePage, consoleChannels.clockMoved);
  });

  return {
    toConsole: (contents) => {
      consolePage = contents;
      sentToConsole = null;
    },
    view: () => {
      sentToConsole = look();
      return { value: sentToConsole, after: changesSent };
    },
    changes: () => changesSent,
    toRoom: (contents) => {
      roomPage = contents;
      sentToRoom = null;
      // Its preload is there before anything of the page is, so nothing sent from here on is lost.
      contents.on('dom-ready', () => {
        sentToRoom = null;
        sentAsComing = null;
        publish();
      });
      contents.once('destroyed', () => {
        if (roomPage === contents) roomPage = null;
      });
    },
    intent: (intent) => {
      intents = [...intents, intent];
      send(consolePage, consoleChannels.intentsWait);
    },
    key: (pressed) => send(consolePage, consoleChannels.key, pressed),
    takeIntents: () => {
      const taken = intents;
      intents = [];
      return taken;
    },
  };
}
