import { roomChannels as channels } from '../../shared/room/channel';
import type { RoomScene, RoomView } from '../../shared/room/room-view';
import { roomViewSchema, sceneSchema } from '../../shared/room/room-view-schema';
import { roomView, upNext } from '../../shared/session/view/wall-view';
import { asks, type Surface, tells, type WholeView } from './surface';

const view: WholeView<RoomView> = {
  kind: 'whole',
  channel: channels.view,
  of: roomView,
  schema: roomViewSchema,
  refused: 'room-view-refused',
};

/** Laid out out of sight. Nobody sees what comes: what is wrong with it is said when it is to be on. */
const coming: WholeView<RoomScene | null> = {
  kind: 'whole',
  channel: channels.coming,
  of: (session, book) => upNext(session, book)?.scene ?? null,
  schema: sceneSchema.nullable(),
  refused: null,
};

/** The room on the projector: the clock handshake and a sign of life come in, and nothing that could change anything. */
export const roomSurface = {
  name: 'room',
  policy: () => ({}),
  permissions: [],
  cards: true,
  channels,
  asks: new Set(),
  commands: null,
  hears: { askClock: asks(channels.askClock), beat: tells(channels.beat) },
  views: [view, coming],
} as const satisfies Surface;
