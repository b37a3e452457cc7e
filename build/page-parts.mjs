import { build } from 'vite';
import { projectFolder } from './flavours.mjs';

/** What a module of the app imports to have the page that partners fill in at home: its script and its style, each as one text. */
const name = 'virtual:page-parts';

/**
 * Bundles `renderer/page` where it is imported. Phones of some years ago open it, so it is written for them.
 * @returns {import('vite').Plugin}
 */
export function pageParts() {
  return {
    name,
    enforce: 'pre',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: async (id) => (id === `\0${name}` ? modulesOf(await parts()) : undefined),
  };
}

/** @param {{ readonly script: string, readonly style: string }} parts */
const modulesOf = ({ script, style }) =>
  `export const script = ${JSON.stringify(script)};\nexport const style = ${JSON.stringify(style)};\n`;

async function parts() {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: `${projectFolder}/renderer/page`,
    build: {
      write: false,
      target: ['chrome100', 'firefox121', 'safari15.4'],
      reportCompressedSize: false,
      lib: { entry: `${projectFolder}/renderer/page/main.ts`, formats: ['iife'], name: 'page', fileName: 'page' },
    },
  });
  const files = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('');
  const style = files
    .flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : []))
    .join('');
  if (script === '' || style === '') throw new Error('The page has no script or no style.');
  return { script: script.trim(), style: style.trim() };
}
