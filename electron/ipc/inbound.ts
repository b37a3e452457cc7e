import { app, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { roomChannels } from '../../shared/room/channel';
import type { Now } from '../../shared/room/timer';
import { commandSchema } from '../../shared/session/commands/commands';
import { consoleChannels, type Intent, type Versions } from '../../shared/session/protocol/channel';
import { type PlaceAnswer, type PlaceAsk, placeAskSchema } from '../../shared/session/protocol/library-place';
import { isModest } from '../../shared/session/protocol/message-limits';
import type { Said } from '../../shared/session/protocol/message-sequencing';
import type { Answer, RefusalCode } from '../../shared/session/protocol/refusal-code';
import type { ConsoleView } from '../../shared/session/view/console-view';
import { note, noteBug } from '../app/log';
import { originOf, type Page } from '../security/pages';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { allowance, commandAllowance } from './rate-limit';

const no = (code: RefusalCode) => ({ ok: false, refusal: { code } }) as const;

/** Whether the page's own top frame is speaking. Must be asked at once: the frame is gone a moment later. */
function isOurs(contents: WebContents, page: Page, event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === contents.mainFrame && frame.origin === originOf(page);
}

class Turned extends Error {}

const floodOf = 400;
const withinMs = 1000;

interface Way {
  readonly contents: WebContents;
  readonly page: Page;
  /** Called for each message turned away. A page that floods is ended, and loaded anew: even a refusal costs the room time. */
  readonly turn: () => void;
}

function wayOf(contents: WebContents, page: Page): Way {
  let turned = 0;
  let since = performance.now();
  const turn = (): void => {
    const now = performance.now();
    if (now - since > withinMs) {
      turned = 0;
      since = now;
    }
    turned += 1;
    if (turned !== floodOf) return;
    note('door.flood');
    contents.forcefullyCrashRenderer();
  };
  return { contents, page, turn };
}

/** Answers one of a page's questions; a stranger, or a page that asks too often, gets an error and nothing else. */
function answers<T>({ contents, page, turn }: Way, channel: string, answer: () => T): void {
  const allowed = allowance(60, 30);
  contents.ipc.handle(channel, (event) => {
    if (isOurs(contents, page, event) && allowed()) return answer();
    turn();
    throw new Turned('turned away');
  });
}

function hears({ contents, page, turn }: Way, channel: string, hear: (raw: unknown) => void): void {
  const allowed = allowance(10, 5);
  contents.ipc.on(channel, (event, raw: unknown) => {
    if (isOurs(contents, page, event) && allowed()) hear(raw);
    else turn();
  });
}

export interface ConsoleDoor {
  readonly store: Store;
  readonly clock: Clock;
  /** The whole view, and from then on its changes. */
  readonly view: () => Promise<Said<ConsoleView>>;
  /** How many changes of the view were sent so far: the page puts what it is told in order by it. */
  readonly changes: () => number;
  readonly beat: () => void;
  readonly takeIntents: () => readonly Intent[];
  readonly place: (ask: PlaceAsk) => Promise<PlaceAnswer>;
  readonly comeForward: () => void;
  /** Checks for itself what it is told. */
  readonly pictureAt: (raw: unknown) => void;
  readonly overlaid: (raw: unknown) => void;
}

/** Opens the only way in for the console: sender, size, rate, shape, and then the session's own rules. */
export function openConsoleDoor(
  contents: WebContents,
  { store, clock, view, changes, beat, takeIntents, place, comeForward, pictureAt, overlaid }: ConsoleDoor,
): void {
  const allowed = commandAllowance();
  const way = wayOf(contents, 'console');

  function command(raw: unknown): Answer {
    if (!isModest(raw)) return no('malformed');
    const parsed = commandSchema.safeParse(raw);
    if (!parsed.success) {
      note('door.malformed', { issues: parsed.error.issues.length });
      return no('malformed');
    }
    try {
      return store.ask(parsed.data);
    } catch (error) {
      noteBug(error);
      throw error;
    }
  }

  const said = <T>(value: T): Said<T> => ({ value, after: changes() });

  contents.ipc.handle(consoleChannels.command, (event, raw: unknown): Said<Answer> => {
    if (!isOurs(contents, 'console', event)) throw new Turned('turned away');
    if (allowed(raw)) return said(command(raw));
    way.turn();
    return said(no('too-fast'));
  });
  const placeAllowed = allowance(10, 2);
  contents.ipc.handle(consoleChannels.place, async (event, raw: unknown): Promise<PlaceAnswer> => {
    if (!isOurs(contents, 'console', event)) throw new Turned('turned away');
    if (!placeAllowed()) {
      way.turn();
      return no('too-fast');
    }
    const asked = placeAskSchema.safeParse(raw);
    return asked.success ? place(asked.data) : no('malformed');
  });
  answers(way, consoleChannels.askView, view);
  answers(way, consoleChannels.askClock, (): Now => clock.now());
  answers(way, consoleChannels.askVersions, versions);
  answers(way, consoleChannels.takeIntents, takeIntents);
  hears(way, consoleChannels.beat, beat);
  hears(way, consoleChannels.comeForward, comeForward);
  hears(way, consoleChannels.picture, pictureAt);
  hears(way, consoleChannels.overlaid, overlaid);
}

/** Opens the room's door: the clock handshake and a sign of life, and nothing that could change anything. */
export function openRoomDoor(contents: WebContents, clock: Clock, beat: () => void): void {
  const way = wayOf(contents, 'room');
  answers(way, roomChannels.askClock, (): Now => clock.now());
  hears(way, roomChannels.beat, beat);
}

function versions(): Versions {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return { app: app.getVersion(), electron, chromium: chrome, node };
}
