import type { SurfaceName } from '../../shared/session/protocol/surface-name';

/** The host of every page's address; each page's protocol is its own. */
export const host = 'holdfast';
const devServer = __DEV_BUILD__ ? (process.env.ELECTRON_RENDERER_URL ?? '') : '';

/** The only origin a page's messages are taken from. */
export const originOf = (page: SurfaceName): string =>
  devServer === '' ? `${page}://${host}` : new URL(devServer).origin;

/** Where a page's own document is. */
export const addressOf = (page: SurfaceName): string =>
  __DEV_BUILD__ && devServer !== '' ? `${devServer}/${page}/index.html` : `${page}://${host}/index.html`;

/** Whether a page may ask for this address at all; everything else is cancelled, the network included (S5). */
export function mayFetch(page: SurfaceName, url: string): boolean {
  if (url.startsWith(`${page}://${host}/`)) return true;
  if (!__DEV_BUILD__ || devServer === '') return false;
  const { host: server } = new URL(devServer);
  return [`http://${server}/`, `ws://${server}/`, 'devtools://', 'data:'].some((start) => url.startsWith(start));
}
