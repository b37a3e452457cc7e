import { type BrowserWindow, type Display, type Rectangle, screen } from 'electron';
import { translator } from '../../shared/content/translator';
import { roomsDisplay } from '../../shared/session/policy/discretion';
import { findDisplay, knownDisplay } from '../../shared/session/policy/display-choice';
import type { DisplayInfo, RoomStatus, Screens } from '../../shared/session/state/session';
import type { DisplayIdentity } from '../../shared/session/state/settings';
import { logEvent } from '../app/log';
import type { Store } from '../state/store';
import { consoleBounds } from './console-bounds';
import { grounds, inks } from './console-window';
import { identify } from './identify';
import { mirroring, sameBounds, touches } from './rectangles';
import type { RoomWindow } from './room-window';

/** A display as the session knows it, in real pixels; `consoleBounds` is where the console's window is. */
function displayInfo(display: Display, consoleBounds: Rectangle | null): DisplayInfo {
  const { id, label, size, scaleFactor, internal, bounds } = display;
  const home = consoleBounds === null ? null : screen.getDisplayMatching(consoleBounds);
  return {
    id: String(id),
    label: label.slice(0, 120),
    width: Math.round(size.width * scaleFactor),
    height: Math.round(size.height * scaleFactor),
    scaleFactor,
    internal,
    primary: id === screen.getPrimaryDisplay().id,
    console: home !== null && (id === home.id || sameBounds(bounds, home.bounds)),
    meetsConsole: consoleBounds !== null && touches(bounds, consoleBounds),
  };
}

/** Whether a display is the one the facilitator chose for the room. */
export function isRoomDisplay(remembered: DisplayIdentity | null): (display: Display) => boolean {
  const all = screen.getAllDisplays().map((display) => displayInfo(display, null));
  const found = remembered === null ? null : findDisplay(all, remembered);
  return (display) => found !== null && String(display.id) === found.id;
}

/** Where this is false, two outputs that show the same picture look like one display. */
const tellsMirrorsApart = process.platform === 'linux';
const settleMs = 1000;
const movedMs = 200;

/** Keeps the session's list of displays, and the room where the facilitator wants it or out of sight. */
export function watchDisplays(store: Store, consoleWindow: BrowserWindow, room: RoomWindow): void {
  let wanted = store.session().screens.wanted;
  let identified = store.session().screens.identify;
  let settling: NodeJS.Timeout | undefined;
  let moving: NodeJS.Timeout | undefined;

  function list(): Pick<Screens, 'displays' | 'mirrored'> {
    const all = screen.getAllDisplays();
    const consoleBounds = consoleWindow.isDestroyed() ? null : consoleWindow.getBounds();
    const { screens } = store.session();
    const mirrored = mirroring(
      all.map(({ bounds }) => bounds),
      { hadMore: screens.displays.length > 1 || screens.mirrored === 'maybe', tellsMirrorsApart },
    );
    return { displays: all.map((display) => displayInfo(display, consoleBounds)), mirrored };
  }

  function refresh(): void {
    const { displays, mirrored } = list();
    const { screens } = store.session();
    if (JSON.stringify(displays) === JSON.stringify(screens.displays) && mirrored === screens.mirrored) return;
    logEvent('displays.changed', { count: displays.length, mirrored: mirrored !== 'no' });
    store.report({ type: 'screens/changed', screens: { displays, mirrored } });
  }

  function status(change: Partial<RoomStatus>): void {
    const { room: before } = store.session().screens;
    const after = { ...before, ...change };
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      store.report({ type: 'screens/changed', screens: { room: after } });
    }
  }

  /** The display the room belongs on, if it is there and free: never one that shows the console. */
  function target(): { readonly display: Display; readonly sameId: boolean } | null {
    const { screens, settings } = store.session();
    const wantedOne = screens.displays.find(({ id }) => id === screens.wanted.displayId);
    const found =
      wantedOne === undefined ? knownDisplay(screens, settings.display) : wantedOne.console ? null : wantedOne;
    const display = screen.getAllDisplays().find(({ id }) => String(id) === found?.id);
    return display === undefined ? null : { display, sameId: String(display.id) === screens.wanted.displayId };
  }

  function lose(): void {
    // Off the screen first: nothing may keep the room from leaving a display that shows the console.
    room.hide();
    if (store.session().screens.room.state === 'lost') return;
    logEvent('room.lost');
    status({ state: 'lost' });
    store.report({ type: 'room/lost' });
  }

  function settle(patient: boolean): void {
    clearTimeout(settling);
    const { screens } = store.session();
    if (!screens.wanted.open) {
      room.close();
      status({ state: 'closed', displayId: null });
      return;
    }
    if (screens.wanted.windowed) {
      room.place({ kind: 'window' });
      status({ state: 'window', displayId: null });
      return;
    }
    const found = target();
    if (found === null) {
      lose();
      return;
    }
    if (patient && !found.sameId) {
      // A display with another id that looks like ours: let the list come to rest before the room goes on it.
      settling = setTimeout(() => settle(false), settleMs);
      return;
    }
    room.place({ kind: 'full', display: found.display });
    status({ state: 'full', displayId: String(found.display.id) });
    if (screens.room.state === 'lost')
      store.report({ type: 'notice/raise', notice: { code: 'display-back', values: {} } });
  }

  /** The system may have put the console on the room's display when its own went; with another one there, it goes back. */
  function keepConsoleOff(): void {
    const { screens, settings } = store.session();
    const rooms = roomsDisplay(screens, settings.display);
    if (rooms?.console !== true || screens.mirrored !== 'no' || consoleWindow.isDestroyed()) return;
    if (!screens.displays.some((display) => !display.console)) return;
    const { bounds, maximized } = consoleBounds(({ id }) => String(id) === rooms.id);
    logEvent('console.moved-off');
    consoleWindow.unmaximize();
    consoleWindow.setBounds(bounds);
    if (maximized) consoleWindow.maximize();
    refresh();
  }

  function changed(): void {
    refresh();
    keepConsoleOff();
    const { screens } = store.session();
    if (screens.wanted.open && screens.room.state !== 'down') settle(true);
  }

  screen.on('display-added', changed);
  screen.on('display-removed', changed);
  screen.on('display-metrics-changed', changed);
  const moved = (): void => {
    clearTimeout(moving);
    moving = setTimeout(() => {
      refresh();
      // The console has come onto the room's display, where the room would cover it, or has left it again.
      const { wanted, room } = store.session().screens;
      const placed = room.state === 'full' || room.state === 'lost';
      if (wanted.open && placed && (target() === null) !== (room.state === 'lost')) settle(true);
    }, movedMs);
  };
  consoleWindow.on('move', moved);
  consoleWindow.on('resize', moved);

  function showNames(): void {
    const { screens, settings } = store.session();
    const { language } = store.book();
    const say = translator(language).getFixedT(language, 'room');
    // The other way round than the room, so that the card stands out from whatever is on the display.
    const colours = { ground: inks[settings.palette], ink: grounds[settings.palette] };
    identify(
      screen.getAllDisplays().flatMap((display) => {
        const index = screens.displays.findIndex(({ id }) => id === String(display.id));
        const info = screens.displays[index];
        if (info === undefined) return [];
        return [{ display, text: say('identify', { n: index + 1 }), aside: info.console, ...colours }];
      }),
    );
  }

  store.subscribe(() => {
    const { screens } = store.session();
    if (screens.identify !== identified) {
      identified = screens.identify;
      showNames();
    }
    if (screens.wanted === wanted) return;
    wanted = screens.wanted;
    if (screens.room.state === 'down') room.close();
    settle(false);
  });
  refresh();
}
