/** Builds one flavour: `node build/bundle.mjs release` or `node build/bundle.mjs test`. */
import { renameSync, rmSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { build as buildMain } from 'electron-vite';
import { build as buildPage } from 'vite';
import { defines, flavourOf, outFolder, pageNames, projectFolder } from './flavours.mjs';

const flavour = flavourOf(process.argv[2] ?? 'release');
const out = outFolder(flavour);
process.chdir(projectFolder);
rmSync(out, { recursive: true, force: true });

const configFile = `${projectFolder}/build/electron.vite.config.ts`;
await buildMain({ configFile, mode: flavour, logLevel: 'warn', ignoreConfigWarning: true });

/** What every page needs that no script has asked for yet: the fonts its screens are set in, and the words they most often say. */
const early = [
  {
    file: /^assets\/.*-latin-(full|wght)-normal-[^/]+\.woff2$/,
    attrs: { rel: 'preload', as: 'font', type: 'font/woff2' },
  },
  { file: /^assets\/en-[^/]+\.js$/, attrs: { rel: 'modulepreload' } },
];

/**
 * Has that fetched while the script still loads, so that no text is laid out twice and no words are waited for.
 * @returns {import('vite').Plugin}
 */
function earlyFiles() {
  return {
    name: 'early-files',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        early.flatMap(({ file, attrs }) =>
          Object.keys(bundle)
            .filter((name) => file.test(name))
            .map((name) => ({
              tag: 'link',
              attrs: { ...attrs, crossorigin: '', href: `./${name}` },
              injectTo: 'head-prepend',
            })),
        ),
    },
  };
}

/** Fonts beyond the two families: one folder for all pages, from which they are read when a letter asks for one. */
const farFace = /^(literata|noto)-/;

/** Those need no Latin of their own: one letter in another script would have that of every family read along with it. */
const noFarLatin = {
  postcssPlugin: 'no-far-latin',
  AtRule: {
    'font-face': (/** @type {{ remove: () => void }} */ rule) => {
      if (/\b(literata|noto)-(?:[^)]*-)?(latin|latin-ext|vietnamese)-wght/.test(String(rule))) rule.remove();
    },
  },
};

// One build for each page, so that no chunk is shared and the room's folder holds the room alone.
for (const page of pageNames) {
  await buildPage({
    configFile: false,
    mode: flavour,
    logLevel: 'warn',
    root: `${projectFolder}/renderer/${page}`,
    base: './',
    define: defines(flavour),
    plugins: [react(), earlyFiles()],
    css: { postcss: { plugins: [noFarLatin] } },
    build: {
      outDir: `${out}/renderer/${page}`,
      emptyOutDir: true,
      target: 'chrome148',
      // The content policy allows no data: address, so every font and picture is a file of its own.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        output: {
          assetFileNames: ({ names: [name = ''] }) =>
            farFace.test(name) ? 'faces/[name]-[hash][extname]' : 'assets/[name]-[hash][extname]',
        },
      },
    },
  });
  rmSync(`${out}/renderer/faces`, { recursive: true, force: true });
  renameSync(`${out}/renderer/${page}/faces`, `${out}/renderer/faces`);
}
console.log(`Built the ${flavour} flavour into ${out.slice(projectFolder.length + 1)}/.`);
