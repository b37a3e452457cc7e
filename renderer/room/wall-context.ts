import { createContext, useContext } from 'react';
import type { Look } from '../../shared/room/room-view';
import type { LiveClock } from '../../shared/room/window-clock';

/** What every part of a stage draws by. Width and height in CSS pixels. */
export interface Wall {
  readonly clock: LiveClock;
  readonly look: Look;
  readonly width: number;
  readonly height: number;
  /** The cue that is being shown just now, for those who cannot hear it. Without words where they would be said of the next scene. */
  readonly glow: { readonly id: number; readonly words: string | null } | null;
}

const context = createContext<Wall | null>(null);

export const WallProvider = context.Provider;

export function useWall(): Wall {
  const wall = useContext(context);
  if (wall === null) throw new Error('outside a stage');
  return wall;
}
