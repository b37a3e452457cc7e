/** Builds one flavour: `node build/bundle.mjs release` or `node build/bundle.mjs test`. */
import { readFileSync, renameSync, rmSync } from 'node:fs';
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
  { file: /^assets\/blank-[^/]+\.ttf$/, attrs: { rel: 'preload', as: 'font', type: 'font/ttf' } },
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

/** What a file of faces names `latin`, and what each page has of its own. */
const ofLatin = /\/files\/[\w-]+-(latin|latin-ext|vietnamese)-wght/;

/** Where the scripts begin that neither family of ours has. */
const firstFar = 0x0370;

/** Rare letters stand alone between others that no face has: thousands of ranges, which each page would read for nothing. */
const shortestRange = 2;

/** The code points that some further face has, in order, those beside each other as one range. */
function farRanges() {
  const packages = readFileSync(`${projectFolder}/renderer/far-faces.css`, 'utf8').matchAll(/@import "([^"]+)"/g);
  const faces = [...packages].flatMap(([, path]) =>
    readFileSync(`${projectFolder}/node_modules/${path}`, 'utf8')
      .split('@font-face')
      .filter((face) => face.includes('unicode-range') && !ofLatin.test(face)),
  );
  const ranges = faces
    .flatMap((face) => [...face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)])
    .map(([, first = '', last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)])
    .sort(([one = 0], [other = 0]) => one - other);
  /** @type {[number, number][]} */
  const merged = [];
  for (const [first = 0, last = 0] of ranges) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged
    .filter(([first, last]) => first >= firstFar && last - first + 1 >= shortestRange)
    .map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`)
    .join();
}

/** The face that stands in for further ones while they are on their way stands in for no other letter. */
const farBlank = {
  postcssPlugin: 'far-blank',
  Declaration: {
    'unicode-range': (/** @type {{ value: string }} */ declaration) => {
      if (declaration.value === 'var(--hf-far-ranges)') declaration.value = farRanges();
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
    css: { postcss: { plugins: [noFarLatin, farBlank] } },
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
