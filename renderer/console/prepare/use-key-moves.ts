import { type CollisionDetection, closestCenter, type KeyboardCoordinateGetter } from '@dnd-kit/core';
import { type RefObject, useRef } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

interface KeyMoves {
  /** The row whose place the moved one has reached by the keyboard; null while none is picked up so. */
  readonly reached: RefObject<string | null>;
  readonly coordinateGetter: KeyboardCoordinateGetter;
  readonly collisionDetection: CollisionDetection;
}

/**
 * Moves by the keyboard, counted in places and not measured: rows differ in height, and keys can come faster than the frames in which
 * they would be measured. By the mouse it is the nearest place, as everywhere.
 */
export function useKeyMoves(ids: readonly string[]): KeyMoves {
  const reached = useRef<string | null>(null);
  return {
    reached,
    coordinateGetter: (event, { active, context: { droppableRects } }) => {
      const step = steps[event.code];
      if (step === undefined || reached.current === null) return undefined;
      event.preventDefault();
      const place = ids.indexOf(reached.current) + step;
      const id = ids[place];
      const [there, own] = [droppableRects.get(id ?? ''), droppableRects.get(active)];
      if (id === undefined || there === undefined || own === undefined) return undefined;
      reached.current = id;
      // The rows in between have made room by the height of the moved one.
      return { x: own.left, y: place > ids.indexOf(String(active)) ? there.bottom - own.height : there.top };
    },
    collisionDetection: (found) =>
      reached.current === null
        ? closestCenter(found)
        : found.droppableContainers.filter(({ id }) => id === reached.current).map(({ id }) => ({ id })),
  };
}
