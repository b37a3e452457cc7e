import type { DisplayInfo, Screens } from '../state/session';
import type { DisplayIdentity } from '../state/settings';

export function identityOf({ id, label, width, height, internal }: DisplayInfo): DisplayIdentity {
  return { id, label, width, height, internal };
}

/** The display that is the remembered one: by id, else the only one alike in label, size and kind. Never by place. */
export function findDisplay(displays: readonly DisplayInfo[], wanted: DisplayIdentity): DisplayInfo | null {
  const same = displays.find(({ id }) => id === wanted.id);
  if (same !== undefined) return same;
  const alike = displays.filter(
    ({ label, width, height, internal }) =>
      label === wanted.label && width === wanted.width && height === wanted.height && internal === wanted.internal,
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

const freeOf = ({ displays }: Screens): DisplayInfo[] => displays.filter((display) => !display.console);

/** The remembered display, if it is there and the console is elsewhere. */
export function knownDisplay(screens: Screens, remembered: DisplayIdentity | null): DisplayInfo | null {
  const known = remembered === null ? null : findDisplay(screens.displays, remembered);
  // With the console on it, another one that looks alike is not it.
  return known?.console === false ? known : null;
}

/** Where the room would go without being asked: the remembered display, else the only one without the console. */
export function roomDisplay(screens: Screens, remembered: DisplayIdentity | null): DisplayInfo | null {
  const free = freeOf(screens);
  return knownDisplay(screens, remembered) ?? (free.length === 1 ? (free[0] ?? null) : null);
}
