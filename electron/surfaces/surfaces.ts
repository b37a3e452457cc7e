import type { SurfaceName } from '../../shared/session/protocol/surface-name';
import { consoleSurface } from './console';
import { handoverSurface } from './handover';
import { printSurface } from './print';
import { roomSurface } from './room';
import type { Surface } from './surface';

/** Every page of the app, in the order in which they hear of a change: the room first, for it is what people look at. */
export const surfaces = {
  room: roomSurface,
  handover: handoverSurface,
  console: consoleSurface,
  print: printSurface,
} as const satisfies {
  readonly [N in SurfaceName]: Surface & { readonly name: N };
};

export const allSurfaces: readonly Surface[] = Object.values(surfaces);
