import type { RoomScene, RoomView } from './room-view';
import type { Now } from './timer';

/** The room page's channels. Views come out; only the clock handshake and a heartbeat go in. */
export const roomChannels = {
  view: 'room/view',
  coming: 'room/coming',
  clockMoved: 'room/clock-moved',
  answer: 'room/answer',
  askClock: 'room/ask-clock',
  beat: 'room/beat',
} as const;

/** All that the room page can reach outside itself, under `window.holdfastRoom`. */
export interface RoomBridge {
  /** The view that is on now, as soon as it is known, and every one after it. */
  readonly onView: (listener: (view: RoomView) => void) => void;
  /** The scene that follows what is on stage, to be laid out out of sight; null where nothing follows. */
  readonly onComing: (listener: (scene: RoomScene | null) => void) => void;
  /** The live clock jumped (sleep, or a clock change): ask again. */
  readonly onClockMoved: (listener: () => void) => void;
  readonly askClock: () => Promise<Now>;
  /** Says that the page is alive. */
  readonly beat: () => void;
}
