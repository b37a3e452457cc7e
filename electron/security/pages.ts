import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { BrowserWindow, ProtocolRequest, ProtocolResponse, Session } from 'electron';

/** The pages of the app. Each has a scheme, an in-memory session and a folder of its own. */
export const pages = ['console', 'room'] as const;
export type Page = (typeof pages)[number];

const host = 'holdfast';
const devServer = __DEV_BUILD__ ? (process.env.ELECTRON_RENDERER_URL ?? '') : '';

/** The only origin a page's messages are taken from. */
export const originOf = (page: Page): string => (devServer === '' ? `${page}://${host}` : new URL(devServer).origin);

/** Whether a page may ask for this address at all; everything else is cancelled, the network included (S5). */
export function mayAsk(page: Page, url: string): boolean {
  if (url.startsWith(`${page}://${host}/`)) return true;
  if (!__DEV_BUILD__ || devServer === '') return false;
  const { host: server } = new URL(devServer);
  return [`http://${server}/`, `ws://${server}/`, 'devtools://', 'data:'].some((start) => url.startsWith(start));
}

const root = join(import.meta.dirname, '..', 'renderer');
export const preloadOf = (page: Page): string => join(import.meta.dirname, '..', 'preload', `${page}.cjs`);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

function policy(page: Page, nonce: string): string {
  // The console's component library writes its own <style>; the room has none but its files.
  const styles = page === 'console' ? `style-src 'self' 'nonce-${nonce}'` : "style-src 'self'";
  return [
    "default-src 'none'",
    "script-src 'self'",
    styles,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const headers = (type: string, csp: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': csp,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
});

const refused = (statusCode: number): ProtocolResponse => ({ statusCode, data: Buffer.alloc(0) });

/** A page without a script: one line on the ground colour. For telling displays apart, and when the room page keeps failing. */
export interface Card {
  readonly text: string;
  readonly ground: string;
  readonly ink: string;
}

const cards = new Map<string, Card>();

/** Whether an address is that of a card. */
export const isCard = (url: string): boolean => url.startsWith(`room://${host}/card/`);

/** The address of a card on the room's own protocol. The same name shows the latest card. */
export function cardAddress(name: string, card: Card): string {
  cards.set(`/card/${name}`, card);
  return `room://${host}/card/${name}`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

function cardPage({ text, ground, ink }: Card): ProtocolResponse {
  const nonce = randomBytes(16).toString('base64');
  const style =
    'html{height:100%;cursor:none}body{margin:0;height:100%;display:grid;place-items:center;font:500 14vmin/1.2 Georgia,serif;' +
    `background:${ground};color:${ink}}`;
  const html = `<!doctype html><meta charset="utf-8"><title>Holdfast</title><style nonce="${nonce}">${style}</style><p>${escaped(text)}</p>`;
  const csp = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return { data: Buffer.from(html), headers: headers('text/html; charset=utf-8', csp) };
}

type Files = ReadonlyMap<string, Buffer>;

const held = new Map<Page, Promise<Files>>();

async function filesOf(page: Page): Promise<Files> {
  const names = async (folder: string): Promise<string[]> =>
    (await readdir(join(root, page, folder)))
      .filter((name) => extname(name) in types)
      .map((name) => `${folder}/${name}`);
  const paths = (await Promise.all(['', '/assets'].map(names))).flat();
  const read = async (path: string) => [path, await readFile(join(root, page, path))] as const;
  return new Map(await Promise.all(paths.map(read)));
}

/** Takes every page into memory, so that none waits for the disk when it opens or comes back. May be called before the app is ready. */
export function holdPages(): void {
  for (const page of pages) {
    held.set(
      page,
      filesOf(page).catch(() => new Map()),
    );
  }
}

/** Letters few pages ever need: those files are read when one is asked for, and not held. */
async function farFace(pathname: string, page: Page): Promise<ProtocolResponse> {
  const data = await readFile(join(root, 'faces', basename(pathname))).catch(() => null);
  return data === null ? refused(404) : { data, headers: headers('font/woff2', policy(page, '')) };
}

async function answer(page: Page, { url, method }: ProtocolRequest): Promise<ProtocolResponse> {
  const { host: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== host) return refused(404);
  const card = page === 'room' ? cards.get(pathname) : undefined;
  if (card !== undefined) return cardPage(card);
  if (/^\/faces\/[\w-]+\.woff2$/.test(pathname)) return farFace(pathname, page);
  const data = (await held.get(page))?.get(pathname);
  const type = types[extname(pathname)];
  if (data === undefined || type === undefined) return refused(404);
  if (extname(pathname) !== '.html') return { data, headers: headers(type, policy(page, '')) };
  const nonce = randomBytes(16).toString('base64');
  const html = data.toString().replace('<head>', `<head><meta name="csp-nonce" content="${nonce}">`);
  return { data: Buffer.from(html), headers: headers(type, policy(page, nonce)) };
}

/** Lets a page's session have that page's files, and nothing else of this machine. */
export function servePage(session: Session, page: Page): void {
  // Not `protocol.handle`: its Request would have Node load a whole network client first, a twentieth of every start.
  session.protocol.registerBufferProtocol(page, (request, reply) => {
    void answer(page, request)
      .catch(() => refused(400))
      .then(reply);
  });
}

/** Loads a page's own document into its window. */
export async function loadPage(window: BrowserWindow, page: Page): Promise<void> {
  const address =
    __DEV_BUILD__ && devServer !== '' ? `${devServer}/${page}/index.html` : `${page}://${host}/index.html`;
  await window.loadURL(address);
}

/** Brings the page back when it has emptied itself: going to about:blank is the one way that asks nobody. */
export function keepOnPage(window: BrowserWindow, page: Page): void {
  window.webContents.on('did-navigate', (_, url) => {
    if (url.startsWith('about:')) void loadPage(window, page).catch(() => undefined);
  });
}
