import type { DisplayInfo, Screens, Session } from '../state/session';
import type { Settings } from '../state/settings';
import { findDisplay } from './display-choice';

/** How the room may be seeing the console: as a mirror of it, perhaps, or because the console's window is on the room's display. */
export type Exposure = 'mirrored' | 'maybe-mirrored' | 'on-room-display';

type Seen = Pick<Session, 'screens' | 'settings'>;

/** The display the room is on or belongs on, whether or not the room may be there now. */
export function roomsDisplay({ wanted, displays }: Screens, remembered: Settings['display']): DisplayInfo | null {
  const chosen = wanted.open && !wanted.windowed ? displays.find(({ id }) => id === wanted.displayId) : undefined;
  return chosen ?? (remembered === null ? null : findDisplay(displays, remembered));
}

/** Whether people in the room may see the console now, and how. */
export function exposure({ screens, settings }: Seen): Exposure | null {
  if (screens.mirrored === 'yes') return 'mirrored';
  if (screens.mirrored === 'maybe') return 'maybe-mirrored';
  return roomsDisplay(screens, settings.display)?.meetsConsole === true ? 'on-room-display' : null;
}

/**
 * Names and notes hide by themselves the moment the room may see the console, and stay hidden until the facilitator shows
 * them: that the danger has passed is for a person to say.
 */
export function withDiscretion(before: Session, after: Session): Session {
  if (after.discreet || (after.screens === before.screens && after.settings === before.settings)) return after;
  return exposure(after) !== null && exposure(after) !== exposure(before) ? { ...after, discreet: true } : after;
}
