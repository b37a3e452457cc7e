import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RoomBridge } from '../../shared/room/channel';
import { lead, pair } from '../faults/leading';
import { type App, startAgain } from '../rig/app';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { handOver } from './pages/handover-page';
import { RoomPage } from './pages/room-page';

type Rig = Pick<Parameters<Parameters<typeof test>[2]>[0], 'launch' | 'displays'>;

interface Opened {
  readonly app: App;
  readonly pages: Readonly<Record<'console' | 'room', Page>>;
}

/** The app with both of its windows open. */
async function bothPages({ launch, displays }: Rig): Promise<Opened> {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening' });
  await desk.prepare.run.click();
  const room = await app.room();
  await new RoomPage(room).isNeutral();
  return { app, pages: { console: desk.page, room } };
}

/** What of the machine a page can reach, and its bridges with all they offer. */
const reach = (page: Page) =>
  page.evaluate(() => {
    const nodes = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      '__dirname',
      'electron',
      'ipcRenderer',
    ];
    const bridges = Object.getOwnPropertyNames(globalThis).filter((name) => name.startsWith('holdfast'));
    return {
      node: nodes.filter((name) => name in globalThis),
      bridges: bridges.map((name) => [name, Object.keys(Reflect.get(globalThis, name)).sort()]),
    };
  });

test('every page is sandboxed and holds nothing of the machine but its own bridge', async ({ launch, displays }) => {
  const { app, pages } = await bothPages({ launch, displays });
  expect(await app.unsandboxed()).toEqual([]);
  const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Electron has it without saying so in its types.
      const { getLastWebPreferences: last } = webContents as unknown as Record<string, () => Record<string, boolean>>;
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = last?.call(webContents) ?? {};
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    }),
  );
  const locked = { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false };
  expect(preferences).toEqual([locked, locked]);

  expect(await reach(pages.room)).toEqual({
    node: [],
    bridges: [['holdfastRoom', ['askClock', 'beat', 'onClockMoved', 'onComing', 'onView']]],
  });
  expect(await reach(pages.console)).toEqual({
    node: [],
    bridges: [
      [
        'holdfast',
        [
          'askClock',
          'askVersions',
          'askView',
          'beat',
          'comeForward',
          'command',
          'coupleFile',
          'filesFolder',
          'findCouples',
          'findReturning',
          'onClockMoved',
          'onIntents',
          'onKey',
          'onView',
          'overlaid',
          'pictureAt',
          'place',
          'setPin',
          'takeIntents',
        ],
      ],
    ],
  });
});

test('the page in a partner’s hands is sandboxed as well, and holds nothing but its own bridge', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  const { page } = await handOver(app, desk, { pair, name: 'Ada', exercise: 'trigger-map' });
  expect(await app.unsandboxed()).toEqual([]);
  const bridge = [
    'agree',
    'answer',
    'beat',
    'consent',
    'done',
    'draft',
    'forgotten',
    'leaveOut',
    'make',
    'onView',
    'own',
    'pass',
    'pin',
    'print',
    'putAway',
    'reader',
    'tick',
    'touched',
  ];
  expect(await reach(page)).toEqual({ node: [], bridges: [['holdfastHandover', bridge]] });
});

test('no page runs a script that is not its own', async ({ launch, displays }) => {
  const { app, pages } = await bothPages({ launch, displays });
  app.expectProblem(/Content Security Policy/);
  for (const [name, page] of Object.entries(pages)) {
    const ran = await page.evaluate(async () => {
      const violated: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violated.push(effectiveDirective);
      });
      const script = document.createElement('script');
      script.textContent = 'globalThis.strangerRan = true';
      document.head.append(script);
      const handler = document.createElement('button');
      handler.setAttribute('onclick', 'globalThis.strangerRan = true');
      handler.click();
      const data = document.createElement('script');
      const answered = new Promise((resolve) => {
        data.onerror = () => resolve('refused');
        data.onload = () => resolve('loaded');
      });
      data.src = 'data:text/javascript,globalThis.strangerRan = true';
      document.head.append(data);
      // A task of the page's own: what the debugger evaluates itself is free of the policy.
      const evaluated = new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(new Function('return 1')()));
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      });
      return {
        data: await answered,
        evaluated: await evaluated,
        stranger: 'strangerRan' in globalThis,
        violated: [...new Set(violated)],
      };
    });
    expect(ran, name).toEqual({
      data: 'refused',
      evaluated: 'EvalError',
      stranger: false,
      violated: expect.arrayContaining(['script-src-elem', 'script-src-attr']),
    });
  }
});

test('nothing asked of the network is ever asked', async ({ launch, displays }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached');
  });
  server.on('upgrade', (request, socket) => {
    asked.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    // The server is there for whoever may ask.
    expect(await (await fetch(`http://${host}/test`)).text()).toBe('reached');
    expect(asked.splice(0)).toEqual(['GET /test']);

    const { app, pages } = await bothPages({ launch, displays });
    app.expectProblem(/Content Security Policy|ERR_BLOCKED_BY_CSP|ERR_BLOCKED_BY_CLIENT|Refused to|127\.0\.0\.1/);
    for (const [name, page] of Object.entries(pages)) {
      const got = await page.evaluate(async (at) => {
        const settled = (element: HTMLElement): Promise<string> =>
          new Promise((resolve) => {
            element.onload = () => resolve('loaded');
            element.onerror = () => resolve('refused');
            document.head.append(element);
          });
        const image = document.createElement('img');
        image.src = `http://${at}/image`;
        const script = document.createElement('script');
        script.src = `http://${at}/script`;
        const style = document.createElement('link');
        style.rel = 'stylesheet';
        style.href = `http://${at}/style`;
        const socket = new Promise((resolve) => {
          try {
            const opened = new WebSocket(`ws://${at}/socket`);
            opened.onopen = () => resolve('opened');
            opened.onerror = () => resolve('refused');
          } catch {
            resolve('refused');
          }
        });
        const request = new Promise((resolve) => {
          const sent = new XMLHttpRequest();
          sent.onload = () => resolve('loaded');
          sent.onerror = () => resolve('refused');
          sent.open('GET', `http://${at}/request`);
          sent.send();
        });
        navigator.sendBeacon(`http://${at}/beacon`);
        return {
          fetch: await fetch(`http://${at}/fetch`).then(
            () => 'answered',
            () => 'refused',
          ),
          image: await settled(image),
          request: await request,
          script: await settled(script),
          socket: await socket,
          style: await settled(style),
        };
      }, host);
      expect(
        Object.entries(got).filter(([, answer]) => answer !== 'refused'),
        name,
      ).toEqual([]);
    }

    // Without the pages' own policy in the way, the sessions refuse as well.
    const sessions = await app.electron.evaluate(async ({ BrowserWindow, session }, at) => {
      const all = [
        session.defaultSession,
        ...BrowserWindow.getAllWindows().map(({ webContents }) => webContents.session),
      ];
      return Promise.all(
        all.map((each) =>
          each.fetch(`http://${at}/session`).then(
            () => 'answered',
            () => 'refused',
          ),
        ),
      );
    }, host);
    expect(sessions).toEqual(['refused', 'refused', 'refused']);
    expect(asked).toEqual([]);
  } finally {
    server.close();
  }
});

test('no page is granted anything, opens anything or goes anywhere', async ({ launch, displays }) => {
  const { app, pages } = await bothPages({ launch, displays });
  app.expectProblem(/Not allowed to load local resource/);
  const windows = app.electron.windows().length;
  for (const [name, page] of Object.entries(pages)) {
    await test.step(name, async () => {
      const address = page.url();
      const granted = await page.evaluate(async () => {
        const refused = (error: unknown): string => (error as Error).name;
        return {
          camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', refused),
          microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', refused),
          notifications: await Notification.requestPermission(),
          place: await new Promise((resolve) =>
            navigator.geolocation.getCurrentPosition(
              () => resolve('granted'),
              ({ code }) => resolve(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : `failed ${code}`),
            ),
          ),
          screen: await navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'granted', refused),
        };
      });
      expect(granted).toMatchObject({ notifications: 'denied', place: 'denied' });
      for (const asked of ['camera', 'microphone', 'screen'] as const) {
        expect(granted[asked], asked).toMatch(/^(NotAllowedError|NotFoundError|NotSupportedError|InvalidStateError)$/);
      }

      const opened = await page.evaluate(() => [
        window.open('https://example.org/'),
        window.open('about:blank'),
        window.open(location.href),
      ]);
      expect(opened).toEqual([null, null, null]);

      // A mark on the document tells whether it is still the same one.
      await page.evaluate(() => {
        document.documentElement.dataset.stayed = 'yes';
        const link = document.createElement('a');
        link.href = 'https://example.org/link';
        document.body.append(link);
        link.click();
        location.assign('https://example.org/assign');
      });
      await page.evaluate(() => {
        location.href = `${location.protocol === 'room:' ? 'console' : 'room'}://holdfast/index.html`;
      });
      await page.evaluate(() => {
        location.href = 'file:///etc/hosts';
      });
      expect(page.url()).toBe(address);
      // The main process answers in turn: by then it has heard of every attempt.
      const stayed = await page.evaluate(async () => {
        const { holdfast, holdfastRoom } = globalThis as unknown as Record<string, RoomBridge | undefined>;
        await (holdfast ?? holdfastRoom)?.askClock();
        return document.documentElement.dataset.stayed;
      });
      expect(stayed).toBe('yes');
      expect(page.url()).toBe(address);
      expect(app.electron.windows()).toHaveLength(windows);
    });
  }
});

test('a page that empties itself is loaded anew, with what was on', async ({ launch, displays }) => {
  const { app } = await bothPages({ launch, displays });
  const shown = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      Promise.all(
        BrowserWindow.getAllWindows().map(async ({ webContents }) => {
          const ready = 'document.querySelector("main, .wall") !== null';
          const drawn = await webContents.executeJavaScript(ready).catch(() => false);
          return `${webContents.getURL()} ${drawn}`;
        }),
      ).then((lines) => lines.sort()),
    );
  const whole = await shown();
  expect(whole).toEqual(['console://holdfast/index.html true', 'room://holdfast/index.html true']);
  for (const protocol of ['console:', 'room:']) {
    const loaded = app.electron.evaluate(({ BrowserWindow }, which) => {
      const contents = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith(which));
      if (contents === undefined) throw new Error(`no ${which} window`);
      const { webContents } = contents;
      const left = new Promise((resolve) => webContents.once('did-navigate', (_, url) => resolve(url)));
      void webContents.executeJavaScript('location.href = "about:blank"').catch(() => undefined);
      return left;
    }, protocol);
    expect(await loaded).toBe('about:blank');
    await expect.poll(shown, protocol).toEqual(whole);
  }
});

test('a page may not read the other page’s files, nor anything beside its own', async ({ launch, displays }) => {
  const { app } = await bothPages({ launch, displays });
  const answers = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const byPage = BrowserWindow.getAllWindows().map(({ webContents }) => {
      const { protocol } = new URL(webContents.getURL());
      return { page: protocol.slice(0, -1), session: webContents.session };
    });
    const paths = ['index.html', '..%2f..%2fmain%2fmain.js', '%2e%2e/%2e%2e/main/main.js', '../console/index.html'];
    const asked = byPage.flatMap(({ page, session }) =>
      [
        ...paths.map((path) => `${page}://holdfast/${path}`),
        `${page}://elsewhere/index.html`,
        `${page === 'room' ? 'console' : 'room'}://holdfast/index.html`,
        'file:///etc/hosts',
      ].map(async (url) => {
        const got = await session.fetch(url).then(
          ({ ok }) => ok,
          () => false,
        );
        return [url, got] as const;
      }),
    );
    return (await Promise.all(asked)).filter(([, got]) => got).map(([url]) => url);
  });
  expect(answers.sort()).toEqual(['console://holdfast/index.html', 'room://holdfast/index.html']);
});

/** What Electron itself hangs on the global `ipcMain` before any app's code runs. */
const electronsOwn = ['IMPORT_SHARED_TEXTURE_RELEASE_RENDERER_TO_MAIN', 'error'];

test('nothing hears a page but its own door: the global ipcMain has no handler and no listener', async ({
  launch,
  displays,
}) => {
  const { app } = await bothPages({ launch, displays });
  const heard = await app.electron.evaluate(({ BrowserWindow, ipcMain }) => {
    // Electron keeps the handlers of `handle` here without saying so in its types.
    type Hearer = { readonly _invokeHandlers?: ReadonlyMap<string, unknown>; eventNames(): readonly unknown[] };
    const on = (hearer: object): string[] => {
      const { _invokeHandlers: handlers } = hearer as Hearer;
      if (handlers === undefined) throw new Error('Electron keeps its handlers elsewhere.');
      return [...handlers.keys(), ...(hearer as Hearer).eventNames().map(String)];
    };
    const doors = BrowserWindow.getAllWindows().map(({ webContents }) => on(webContents.ipc).length > 0);
    return { global: on(ipcMain), doors };
  });
  expect(heard).toEqual({ global: electronsOwn, doors: [true, true] });
});

test('the log is its owner’s alone', async ({ launch, userData }) => {
  const app = await launch({ userData });
  await consoleOf(app);
  const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  const folder = join(userData, 'logs');
  expect(rights(folder)).toBe('700');
  const files = readdirSync(folder);
  expect(files).toContain('holdfast.log');
  expect(files.map((name) => rights(join(folder, name)))).toEqual(files.map(() => '600'));
});

test('a second start shows the first one again and ends', async ({ launch, displays, staged, userData }) => {
  const first = await launch({ userData });
  const desk = await consoleOf(first);
  const state = (): Promise<string[]> =>
    first.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((it) => (it.isMinimized() ? 'minimised' : it.isVisible() ? 'shown' : 'hidden')),
    );
  await expect.poll(state).toEqual(['shown']);
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  // What it must be shown again from: before that there would be nothing to see.
  await expect.poll(state).toEqual(['minimised']);
  expect(await startAgain(staged, displays, userData)).toBe(0);
  expect(first.running).toBe(true);
  await expect.poll(state).toEqual(['shown']);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening' });
  await expect(desk.prepare.name).toHaveValue('Lantern evening');
});
