import type { Rectangle } from 'electron';

export const sameBounds = (one: Rectangle, other: Rectangle): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

/** Whether two rectangles share any pixel. */
export const touches = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Whether all of one rectangle lies in the other. */
export const isWithin = (one: Rectangle, other: Rectangle): boolean =>
  one.x >= other.x &&
  one.y >= other.y &&
  one.x + one.width <= other.x + other.width &&
  one.y + one.height <= other.y + other.height;

/**
 * Whether outputs show the same picture: `yes` for displays with the very same bounds. Where the system then tells of one
 * display only (`tellsMirrorsApart` is false), one display that is left of several may be a mirror: `maybe`.
 */
export function mirroring(
  bounds: readonly Rectangle[],
  { hadMore, tellsMirrorsApart }: { readonly hadMore: boolean; readonly tellsMirrorsApart: boolean },
): 'no' | 'maybe' | 'yes' {
  if (bounds.some((one, at) => bounds.slice(at + 1).some((other) => sameBounds(one, other)))) return 'yes';
  return !tellsMirrorsApart && hadMore && bounds.length === 1 ? 'maybe' : 'no';
}
