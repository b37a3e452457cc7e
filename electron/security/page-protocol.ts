import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ProtocolRequest, ProtocolResponse, Session } from 'electron';
import type { SurfaceName } from '../../shared/session/protocol/surface-name';
import type { Surface } from '../surfaces/surface';
import { allSurfaces } from '../surfaces/surfaces';
import { cardAt } from './cards';
import { headers, pagePolicy } from './content-security-policy';
import { host } from './origins';

const root = join(import.meta.dirname, '..', 'renderer');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const refused = (statusCode: number): ProtocolResponse => ({ statusCode, data: Buffer.alloc(0) });

type Files = ReadonlyMap<string, Buffer>;

const held = new Map<SurfaceName, Promise<Files>>();

async function filesOf(page: SurfaceName): Promise<Files> {
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
  for (const { name } of allSurfaces) {
    held.set(
      name,
      filesOf(name).catch(() => new Map()),
    );
  }
}

/** Letters few pages ever need: those files are read when one is asked for, and not held. */
async function farFace(pathname: string, { policy }: Surface): Promise<ProtocolResponse> {
  const data = await readFile(join(root, 'faces', basename(pathname))).catch(() => null);
  return data === null ? refused(404) : { data, headers: headers('font/woff2', pagePolicy(policy(''))) };
}

async function answer(page: Surface, { url, method }: ProtocolRequest): Promise<ProtocolResponse> {
  const { host: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== host) return refused(404);
  const card = page.cards ? cardAt(pathname) : null;
  if (card !== null) return card;
  if (/^\/faces\/[\w-]+\.woff2$/.test(pathname)) return farFace(pathname, page);
  const data = (await held.get(page.name))?.get(pathname);
  const type = types[extname(pathname)];
  if (data === undefined || type === undefined) return refused(404);
  if (extname(pathname) !== '.html') return { data, headers: headers(type, pagePolicy(page.policy(''))) };
  const nonce = randomBytes(16).toString('base64');
  const html = data.toString().replace('<head>', `<head><meta name="csp-nonce" content="${nonce}">`);
  return { data: Buffer.from(html), headers: headers(type, pagePolicy(page.policy(nonce))) };
}

/**
 * Has a session ask us for what is on a protocol. The one place that uses a call Electron deprecates: the Request of
 * `protocol.handle`, which is to follow it, has Node load a whole network client first, a twentieth of every start.
 */
function serve(
  session: Session,
  scheme: string,
  answer: (request: ProtocolRequest) => Promise<ProtocolResponse>,
): void {
  session.protocol.registerBufferProtocol(scheme, (request, reply) => void answer(request).then(reply));
}

/** Lets a page's session have that page's files, and nothing else of this machine. */
export function servePage(session: Session, page: Surface): void {
  serve(session, page.name, (request) => answer(page, request).catch(() => refused(400)));
}
