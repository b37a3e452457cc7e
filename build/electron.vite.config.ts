import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { defines, flavourOf, outFolder, pageNames, projectFolder } from './flavours.mjs';
import { pageParts } from './page-parts.mjs';

/** The log library's way to a server is not built in: nothing here may reach the network, and loading it would cost every start. */
const noRemoteLog: Plugin = {
  name: 'no-remote-log',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/transports/remote') ? '\0no-remote-log' : undefined),
  load: (id) =>
    id === '\0no-remote-log' ? 'module.exports = () => Object.assign(() => undefined, { level: false });' : undefined,
};

/**
 * The main process and the preloads, with every dependency inside: what is built runs without node_modules.
 * The pages of a build come from `bundle.mjs`, one bundle each; here they are only served while developing.
 */
export default defineConfig(({ command, mode }) => {
  const flavour = flavourOf(mode);
  const define = defines(flavour);
  const out = outFolder(flavour);
  return {
    main: {
      root: projectFolder,
      define,
      plugins: [noRemoteLog, pageParts()],
      build: {
        externalizeDeps: false,
        outDir: `${out}/main`,
        target: 'node24',
        minify: false,
        reportCompressedSize: false,
        rolldownOptions: {
          input: { main: `${projectFolder}/electron/main.ts` },
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: '[name].js',
            // Less to read at every start; names stay, for the log tells where a bug was.
            minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
          },
        },
      },
    },
    preload: {
      root: projectFolder,
      define,
      build: {
        // A sandboxed preload cannot require a second file.
        externalizeDeps: false,
        isolatedEntries: true,
        outDir: `${out}/preload`,
        target: 'node24',
        minify: false,
        reportCompressedSize: false,
        rolldownOptions: {
          input: Object.fromEntries(pageNames.map((page) => [page, `${projectFolder}/electron/preload/${page}.ts`])),
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
    ...(command === 'serve' && {
      renderer: {
        root: `${projectFolder}/renderer`,
        define,
        plugins: [react()],
        // Found before the pages open, so that no page reloads while it is first looked at.
        optimizeDeps: { entries: pageNames.map((page) => `${page}/index.html`) },
        build: { rolldownOptions: { input: `${projectFolder}/renderer/console/index.html` } },
      },
    }),
  };
});
