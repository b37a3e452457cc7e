import type { Rectangle } from 'electron';
import { touches } from './rectangles';

/** What a title bar and borders may take around a window's own bounds, whatever system draws them. */
const frame = { side: 10, above: 32, below: 32 };
const aspect = 16 / 9;
/** The least that can still be seen of a wall, also at the console's largest zoom. */
export const leastRoom = { width: 192, height: 108 };
const usualRoom = { width: 400, height: 225 };
/** So far from a corner, with its frame above the console's line of keys. */
const edge = { side: 24, below: 72 };
/** How much of a window must be on a display for a hand to get hold of it. */
const grip = 80;

export interface RoomSurroundings {
  /** Where a person put the room's window last. */
  readonly left: Rectangle | null;
  /** The console's own picture of the room, where it is drawn. */
  readonly picture: Rectangle | null;
  readonly console: Rectangle;
  /** What of each display a window may lie on, the console's first. */
  readonly areas: readonly [Rectangle, ...Rectangle[]];
}

/** Within the console's picture of the room, frame and all: it shows the same, so nothing that is needed is covered. */
function overPicture(picture: Rectangle): Rectangle {
  const most = Math.min(picture.width - 2 * frame.side, (picture.height - frame.above - frame.below) * aspect);
  const width = Math.max(leastRoom.width, Math.floor(most));
  const x = picture.x + Math.round((picture.width - width) / 2);
  return { x, y: picture.y + frame.above, width, height: Math.round(width / aspect) };
}

function inCorner(area: Rectangle): Rectangle {
  const { width, height } = usualRoom;
  return { x: area.x + area.width - width - edge.side, y: area.y + area.height - height - edge.below, width, height };
}

const canBeGripped = ({ x, y, width }: Rectangle, areas: readonly Rectangle[]): boolean =>
  areas.some(
    (area) =>
      x + width - grip >= area.x &&
      x + grip <= area.x + area.width &&
      y >= area.y &&
      y + grip / 2 <= area.y + area.height,
  );

/** Under the console's picture stand the timer and the controls. */
function controlsUnder(picture: Rectangle, console: Rectangle): Rectangle {
  const top = picture.y + picture.height;
  return { x: picture.x, y: top, width: picture.width, height: Math.max(0, console.y + console.height - top) };
}

/**
 * Where the room opens as a window (S3): where a person left it, if that can be reached and covers no control; else over the
 * console's picture of the room; else, while that is not drawn, in a corner.
 */
export function roomBounds({ left, picture, console, areas }: RoomSurroundings): Rectangle {
  const covers = left !== null && picture !== null && touches(left, controlsUnder(picture, console));
  if (left !== null && !covers && canBeGripped(left, areas)) return left;
  return picture === null ? inCorner(areas[0]) : overPicture(picture);
}
