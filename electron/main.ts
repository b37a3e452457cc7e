import { setTimeout as wait } from 'node:timers/promises';
import { app, type BrowserWindow, Menu, screen } from 'electron';
import { translator } from '../shared/content/translator';
import type { Command } from '../shared/session/commands/commands';
import { consoleChannels, type Versions } from '../shared/session/protocol/channel';
import type { Answer } from '../shared/session/protocol/refusal-code';
import { ownCopyNow } from '../shared/session/state/handover';
import { defaultSettings } from '../shared/session/state/settings';
import { logBug, logEvent, startLog } from './app/log';
import { watchPower } from './app/power';
import { guardQuit } from './app/quit';
import { exposeTestHooks, watched } from './app/test-hooks';
import { startOverOnX11 } from './app/x11';
import { pageConnector } from './ipc/connect-page';
import { keepIntents } from './ipc/intents';
import { startPublishing } from './ipc/outbound';
import { type Autosave, startAutosave } from './persistence/autosave';
import type { Handing } from './persistence/handing';
import { keepHandover } from './persistence/handover-lock';
import { libraryPointer } from './persistence/library-pointer';
import { startOpening } from './persistence/open-library';
import { pinFile } from './persistence/pin-file';
import { lockDefaultSession, lockDownProcess } from './security/lockdown';
import { holdPages } from './security/page-protocol';
import { createClock } from './state/clock';
import { bookIn } from './state/content';
import { followLanguage } from './state/follow-language';
import { keepTime } from './state/stage-timer';
import { createStore, type Store } from './state/store';
import { allSurfaces, surfaces } from './surfaces/surfaces';
import { consoleBounds } from './windows/console-bounds';
import { bringUpConsole, consoleGround, followTheme, openConsoleWindow } from './windows/console-window';
import { isRoomDisplay, watchDisplays } from './windows/displays';
import { filesFolder } from './windows/files-folder';
import { hearRoomKeys, hearRunKeys, type RunKey, runCommands } from './windows/global-keys';
import { handoverWindow } from './windows/handover-window';
import { libraryChoice } from './windows/library-dialogs';
import { showMenu } from './windows/menu';
import { watchPage } from './windows/page-watchdog';
import { sweepPrintTemp } from './windows/print-temp';
import type { PrinterOptions } from './windows/print-window';
import { roomWindow } from './windows/room-window';
import { windowedRoom } from './windows/windowed-room';

const longestWaitMs = 1500;
/** The console may be busy for a moment; only a page that is lost is started anew. */
const consoleSilentMs = 10_000;

const isFirstInstance = (): boolean => app.requestSingleInstanceLock();

function surfaceBugs(store: Store): void {
  const surface = (error: unknown): void => {
    logBug(error);
    try {
      store.report({ type: 'notice/raise', notice: { code: 'unknown', values: {} } });
    } catch (again) {
      // Thrown from here it would end the app.
      logBug(again);
    }
  };
  // The room must go on: a bug is written down and said, and never takes the wall with it.
  process.on('uncaughtException', surface);
  process.on('unhandledRejection', surface);
}

function versions(): Versions {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return { app: app.getVersion(), electron, chromium: chrome, node };
}

function showAgain(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The settings and an open run have been looked for; the language is spoken and the theme shown that are wanted. */
async function settle(store: Store, autosave: Autosave, spoken: () => Promise<void>): Promise<void> {
  // A disk that does not answer must not keep the window away.
  await Promise.race([autosave.ready.then(spoken), wait(longestWaitMs)]);
  followTheme(store.session().settings);
  store.subscribe(() => followTheme(store.session().settings));
}

/** What makes files is loaded when what couples take home, one of them alone too, or what is printed for the room, is first looked at: no start waits for it. */
function openWhenWanted(store: Store, handing: Handing, options: PrinterOptions): void {
  const sweep = (): void => sweepPrintTemp(app.getPath('userData'));
  sweep();
  app.on('quit', sweep);
  let wanted = false;
  store.subscribe(() => {
    const { takeHome, printouts, handover } = store.session();
    if (wanted || (takeHome.shown === null && !printouts.shown && ownCopyNow(handover) === null)) return;
    wanted = true;
    void import('./export/workshop').then(({ openWorkshop }) => openWorkshop(store, handing, options)).catch(logBug);
  });
}

async function start(): Promise<void> {
  const clock = createClock(logBug);
  const libraryAt = libraryPointer(app.getPath('userData'));
  const first = startOpening(libraryAt);
  holdPages();
  const store = createStore(clock, await bookIn(defaultSettings.language), logBug, libraryAt.device());
  surfaceBugs(store);
  // Before any page is there: what ended in a partner's hands begins with the PIN.
  const pins = pinFile(app.getPath('userData'), () => clock.now().wall);
  const lock = keepHandover(store, clock, pins, { event: logEvent, bug: logBug });
  const isMine = (): boolean => store.session().handover === null;
  const spoken = followLanguage(store, bookIn, logBug);
  const come = __TEST_BUILD__ ? watched() : undefined;
  await app.whenReady();
  await come;

  startLog(app.getPath('userData'));
  // The page loads while the library is read. Until it is known which display is the room's, nobody sees the window.
  const { window: consoleWindow, zoom } = openConsoleWindow(consoleBounds(isRoomDisplay(null)));
  const beat = watchPage(consoleWindow, consoleSilentMs);
  const console = bringUpConsole(consoleWindow, !isMine());
  lockDefaultSession();
  const autosave = startAutosave(store, clock, {
    pointer: libraryAt,
    first,
    log: { event: logEvent, bug: logBug },
  });
  const publisher = startPublishing(allSurfaces, { store, clock, logEvent, onBug: logBug });
  const connect = pageConnector({ store, clock, publisher, logEvent, onBug: logBug });
  const intents = keepIntents(() => publisher.tell('console', consoleChannels.intentsWait));
  const settled = settle(store, autosave, spoken);
  const windowed = windowedRoom(consoleWindow, (pictureCovered) =>
    store.report({ type: 'screens/changed', screens: { pictureCovered } }),
  );
  connect(consoleWindow.webContents, surfaces.console, {
    askView: () => void settled.then(() => publisher.show('console')),
    askClock: clock.now,
    askVersions: versions,
    pin: lock.choosePin,
    takeIntents: intents.take,
    place: libraryChoice({ store, autosave, pointer: libraryAt, window: consoleWindow }),
    findCouples: autosave.findCouples,
    filesFolder: filesFolder(store, consoleWindow),
    findReturning: autosave.findReturning,
    coupleFile: autosave.coupleFile,
    beat,
    comeForward: () => {
      if (!consoleWindow.isFocused()) showAgain(consoleWindow);
    },
    pictureAt: windowed.pictureAt,
    overlaid: windowed.overlaid,
  });
  keepTime(store, clock, logBug);
  watchPower(store, clock);
  const printing: PrinterOptions = {
    connect: (window, drawn) => connect(window.webContents, surfaces.print, { drawn }),
    over: consoleWindow,
    clock,
  };
  if (__TEST_BUILD__) exposeTestHooks(store, clock, printing);
  /** The menu, and the keys that are heard before a page hears them, are the console's. */
  const ask = (command: Command): Answer => store.ask(command, surfaces.console);
  const press = (key: RunKey): void => {
    const answer = ask(runCommands[key]);
    if (!answer.ok) {
      const { code } = answer.refusal;
      store.report({ type: 'notice/raise', notice: { code: 'refused', values: { code } } });
    }
  };
  hearRunKeys(consoleWindow, press);

  await settled;
  if (consoleWindow.isDestroyed()) return;
  console.show(consoleBounds(isRoomDisplay(store.session().settings.display)));
  const room = roomWindow({
    title: () => {
      const { language } = store.book();
      return translator(language).getFixedT(language, 'room')('window');
    },
    windowed,
    palette: () => store.session().settings.palette,
    onMade: (window, beat) => {
      connect(window.webContents, surfaces.room, { askClock: clock.now, beat });
      hearRunKeys(window, press);
      hearRoomKeys(window, (pressed) => {
        if (isMine()) publisher.tell('console', consoleChannels.key, pressed);
      });
    },
    onSize: (size) => {
      const { room: before } = store.session().screens;
      store.report({ type: 'screens/changed', screens: { room: { ...before, ...size } } });
    },
    onDown: () => {
      const { room: before } = store.session().screens;
      store.report({ type: 'screens/changed', screens: { room: { ...before, state: 'down' } } });
    },
    onClosed: () => ask({ type: 'room/close' }),
  });
  watchDisplays(store, consoleWindow, room);
  const partner = handoverWindow(store, {
    title: () => store.book().handover.words.window,
    ground: consoleGround,
    bounds: () => {
      const { bounds } = consoleBounds(isRoomDisplay(store.session().settings.display));
      return screen.getDisplayMatching(bounds).bounds;
    },
    onMade: (window, beat) => {
      const { pin, forgotten, touched } = lock;
      connect(window.webContents, surfaces.handover, { pin, forgotten, touched, beat });
      hearRunKeys(window, (key) => void store.ask(runCommands[key], surfaces.handover));
    },
    onGiven: () => {
      console.tearDown();
      publisher.forget('console');
    },
    onBack: console.rebuild,
  });
  /** In a partner's hands no menu does anything, wherever one can still be reached. */
  const whileMine =
    <T>(act: (asked: T) => void) =>
    (asked: T): void => {
      if (isMine()) act(asked);
    };
  showMenu(store, {
    intent: whileMine(intents.add),
    press: whileMine(press),
    ask: whileMine((command) => void ask(command)),
    zoom: whileMine(zoom),
  });
  openWhenWanted(store, autosave.handing, printing);
  guardQuit(store, autosave, consoleWindow);
  consoleWindow.on('closed', room.close);
  consoleWindow.on('closed', partner.close);
  const comeAgain = (): void => showAgain(partner.window() ?? consoleWindow);
  app.on('second-instance', comeAgain);
  app.on('activate', comeAgain);
  logEvent('started', { electron: Number.parseInt(process.versions.electron, 10) });
}

lockDownProcess();
// A heap that may grow first does so for a quarter of an hour; and pages clear up when it suits (shared/room/tidy.ts).
app.commandLine.appendSwitch('js-flags', '--optimize-for-size --expose-gc');
// Ours comes with the window; Electron would else build one of its own first.
Menu.setApplicationMenu(null);
if (!__DEV_BUILD__ && startOverOnX11()) app.exit();
else if (isFirstInstance()) void start();
else app.quit();
