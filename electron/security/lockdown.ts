import { join } from 'node:path';
import { app, protocol, type Session, session, type WebContents, type WebPreferences } from 'electron';
import type { SurfaceName } from '../../shared/session/protocol/surface-name';
import type { Surface } from '../surfaces/surface';
import { allSurfaces, surfaces } from '../surfaces/surfaces';
import { mayFetch } from './origins';
import { servePage } from './page-protocol';

/** What must be said before the app is ready: sandbox for every page, a protocol for each, no way to the network. */
export function lockDownProcess(): void {
  // As root there is no sandbox to be had; whoever starts the app so has said as much on the command line.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Standard and secure, so that they have an origin of their own; fetch stays off, pages have nothing to fetch.
  protocol.registerSchemesAsPrivileged(
    allSurfaces.map(({ name }) => ({
      scheme: name,
      privileges: { standard: true, secure: true, supportFetchAPI: false },
    })),
  );
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  // S5: even a request nobody thought of finds no host to go to.
  if (!__DEV_BUILD__) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_, contents) => confine(contents));
}

/** No page goes anywhere, opens anything or embeds anything. */
function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Permissions, devices, downloads and requests of one session; `page` is null for a session nobody should use. */
function lockSession(locked: Session, page: Surface | null): void {
  const granted = (permission: string): boolean => page?.permissions.includes(permission) === true;
  locked.setPermissionRequestHandler((_, permission, answer) => answer(granted(permission)));
  locked.setPermissionCheckHandler((_, permission) => granted(permission));
  locked.setDevicePermissionHandler(() => false);
  locked.setDisplayMediaRequestHandler(null);
  // A spelling dictionary would be fetched from the network.
  locked.setSpellCheckerEnabled(false);
  locked.on('will-download', (event) => event.preventDefault());
  locked.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: page === null || !mayFetch(page.name, request.url) }),
  );
}

const locked = new Map<SurfaceName, Session>();

/** The session of a page, which there is only locked: it is made when the page is first opened. */
export function sessionOf(page: SurfaceName): Session {
  const known = locked.get(page);
  if (known !== undefined) return known;
  // No `persist:` prefix: nothing a page does is ever written to disk.
  const made = session.fromPartition(page);
  lockSession(made, surfaces[page]);
  servePage(made, surfaces[page]);
  locked.set(page, made);
  return made;
}

/** Locks the session that every app has and that no page of ours uses. */
export function lockDefaultSession(): void {
  lockSession(session.defaultSession, null);
}

/** The preferences every window of a page is opened with. */
export function pagePreferences(page: SurfaceName): WebPreferences {
  return {
    session: sessionOf(page),
    preload: join(import.meta.dirname, '..', 'preload', `${page}.cjs`),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    // A hidden or covered window must tick on: the room is often behind the console's back.
    backgroundThrottling: false,
    autoplayPolicy: 'no-user-gesture-required',
    devTools: __DEV_BUILD__,
  };
}
