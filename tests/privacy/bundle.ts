import { existsSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';

const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What was built: every module that went in, by its path in the project, and all the text that came out. */
export interface Bundle {
  readonly modules: readonly string[];
  readonly text: string;
}

type Entry = { readonly page: 'room' | 'handover' | 'print' | 'console' } | { readonly preload: 'room' | 'handover' };

const nameOf = (id: string): string => {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
  return existsSync(path) ? relative(project, path) : path;
};

/** A module that brings another one in, as a careless import would. */
export function smuggle(into: string, what: string): Plugin {
  return {
    name: 'smuggle',
    enforce: 'pre',
    transform: (code, id) =>
      nameOf(id) === into
        ? `import * as smuggled from '${project}/${what}';\nglobalThis.smuggled = smuggled;\n${code}`
        : null,
  };
}

/** Builds a page or the room's preload in memory, as the app's build does. */
export async function bundle(entry: Entry, plugins: readonly Plugin[] = []): Promise<Bundle> {
  const isPage = 'page' in entry;
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: isPage ? `${project}/renderer/${entry.page}` : project,
    define: { __TEST_BUILD__: 'false', __DEV_BUILD__: 'false', 'process.env.NODE_ENV': '"production"' },
    plugins: [...plugins, ...(isPage ? [react()] : [])],
    build: {
      write: false,
      minify: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      ...(isPage && { target: 'chrome148' }),
      ...(!isPage && {
        lib: { entry: `${project}/electron/preload/${entry.preload}.ts`, formats: ['cjs'] },
        rolldownOptions: { external: ['electron'] },
      }),
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  if (outputs.length === 0) throw new Error(`nothing was built from ${dirname(project)}`);
  return {
    modules: outputs.flatMap((one) => (one.type === 'chunk' ? Object.keys(one.modules).map(nameOf) : [])),
    text: outputs.map((one) => (one.type === 'chunk' ? one.code : String(one.source))).join('\n'),
  };
}
