import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allSurfaces, surfaces } from '../../electron/surfaces/surfaces';

const project = fileURLToPath(new URL('../..', import.meta.url));
const appFolders = ['shared', 'electron', 'renderer'];

/** The import table: what each place may import of ours beside itself, and which packages; the first match counts. */
const table: readonly { place: string; ours: readonly string[]; packages: RegExp }[] = [
  { place: 'shared/room/', ours: [], packages: /^zod$/ },
  { place: 'shared/exercise/', ours: ['shared/room/'], packages: /^zod$/ },
  { place: 'shared/retreat/', ours: ['shared/room/'], packages: /^zod$/ },
  { place: 'shared/couple/', ours: ['shared/room/', 'shared/exercise/'], packages: /^zod$/ },
  { place: 'shared/content/', ours: ['shared/room/', 'shared/exercise/'], packages: /^i18next$/ },
  {
    place: 'shared/session/',
    ours: ['shared/room/', 'shared/exercise/', 'shared/retreat/', 'shared/couple/'],
    packages: /^zod$/,
  },
  { place: 'electron/preload/room.ts', ours: ['shared/room/'], packages: /^electron$/ },
  {
    place: 'electron/preload/handover.ts',
    ours: ['shared/room/', 'shared/exercise/', 'shared/couple/'],
    packages: /^electron$/,
  },
  { place: 'electron/preload/print.ts', ours: ['shared/room/', 'shared/couple/'], packages: /^electron$/ },
  { place: 'electron/preload/', ours: ['shared/'], packages: /^electron$/ },
  { place: 'electron/', ours: ['shared/'], packages: /^(?!react|@mantine|@playwright|vitest)/ },
  {
    place: 'renderer/room/',
    ours: ['shared/room/', 'renderer/tokens.css', 'renderer/fonts.css', 'renderer/far-faces.css'],
    packages: /^(react|react-dom|react-dom\/client|react\/jsx-runtime)$/,
  },
  {
    place: 'renderer/handover/',
    ours: [
      'shared/room/',
      'shared/exercise/',
      'shared/couple/',
      'renderer/print/sheet',
      'renderer/tokens.css',
      'renderer/fonts.css',
      'renderer/far-faces.css',
    ],
    packages: /^(react|react-dom|react-dom\/client|react\/jsx-runtime)$/,
  },
  { place: 'renderer/page/', ours: ['shared/couple/page/', 'renderer/tokens.css'], packages: /^$/ },
  {
    place: 'renderer/print/',
    ours: [
      'shared/room/',
      'shared/exercise/',
      'shared/couple/',
      'renderer/tokens.css',
      'renderer/fonts.css',
      'renderer/far-faces.css',
    ],
    packages: /^(react|react-dom|react-dom\/client|react\/jsx-runtime)$/,
  },
  {
    place: 'renderer/console/',
    ours: [
      'shared/',
      'renderer/room/stage',
      'renderer/print/sheet',
      'renderer/tokens.css',
      'renderer/fonts.css',
      'renderer/far-faces.css',
    ],
    packages: /^(?!electron$|electron\/|node:|@playwright|vitest)/,
  },
];

/** The folders of the console that each hold one task; none imports another. */
const tasks = ['home', 'prepare', 'run', 'couples', 'export', 'settings'];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

const imports = appFolders.flatMap((folder) => sourcesIn(folder)).flatMap(importsOf);

describe('the import table', () => {
  test('reads imports of every form', () => {
    const forms =
      "import type { A } from './a'; import './b'; type C = import('./c').C; const d = await import('./d');\nexport * from './e';";
    expect(importsIn('shared/room/x.ts', forms).map(({ to }) => to)).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((name) => `shared/room/${name}`),
    );
    expect(imports.length).toBeGreaterThan(200);
  });

  test('holds in every file', () => {
    expect(imports.filter((found) => !allowed(found)).map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('lets no rule import a view', () => {
    const looking = imports.filter(
      ({ from, to }) => from.startsWith('shared/session/commands/') && to.startsWith('shared/session/view/'),
    );
    expect(looking.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('lets no task of the console import another', () => {
    const crossing = imports.filter(({ from, to }) => {
      const [mine, other] = [taskOf(from), taskOf(to)];
      return mine && other && mine !== other;
    });
    expect(crossing.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('lets shared/content take only types of what it describes', () => {
    const values = imports.filter(
      ({ from, to, typesOnly }) =>
        from.startsWith('shared/content/') && /^shared\/(room|exercise)\//.test(to) && !typesOnly,
    );
    expect(values.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('lets nobody outside shared/content name a language: words come through its table', () => {
    const named = [...imports, ...sourcesIn('build').flatMap(importsOf)].filter(
      ({ from, to }) => !from.startsWith('shared/content/') && /^shared\/content\/[^/]+\//.test(to),
    );
    expect(named.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('leaves what stands between two names, and beside the figures of a clock, to shared/content', () => {
    const said = appFolders
      .flatMap((folder) => sourcesIn(folder))
      .filter((file) => !file.startsWith('shared/content/'))
      .filter((file) => /(['"`]) (&|and|und|et) \1|\}? & \$\{|\b[AP]M\b|new Intl\.[A-Za-z]+\('/.test(codeOf(file)));
    expect(said).toEqual([]);
  });

  test('lets nothing import the tests or the build', () => {
    expect(imports.filter(({ to }) => /^(tests|build)\//.test(to))).toEqual([]);
  });
});

describe('the core of the main process', () => {
  /** All that a file leads to, itself included. */
  function reached(from: string, seen = new Set<string>()): Set<string> {
    const file = [from, `${from}.ts`].find((name) => existsSync(join(project, name)) && /\.ts$/.test(name));
    if (file === undefined || seen.has(file)) return seen;
    seen.add(file);
    for (const { to } of importsOf(file)) reached(to, seen);
    return seen;
  }

  const wires = ['electron/ipc/wire.ts', 'electron/ipc/connect-page.ts'];
  const core = ['electron/state', 'electron/surfaces', 'electron/ipc', 'electron/persistence', 'electron/library']
    .flatMap(sourcesIn)
    .filter((file) => !wires.includes(file));

  test.each(core)('%s runs without Electron', (file) => {
    // What it needs of a wire is its type alone.
    const all = [...reached(file, new Set(wires))].filter((one) => !wires.includes(one));
    expect(all).toContain(file);
    const electron = all
      .flatMap(importsOf)
      .filter(
        ({ to }) =>
          /^electron(-log)?(\/|$)/.test(to) && !(to.startsWith('electron/') && existsSync(join(project, `${to}.ts`))),
      );
    expect(electron).toEqual([]);
    const wired = all.flatMap(importsOf).filter(({ to, typesOnly }) => wires.includes(`${to}.ts`) && !typesOnly);
    expect(wired).toEqual([]);
  });
});

describe('the pages', () => {
  const folders = readdirSync(join(project, 'renderer')).filter((name) =>
    existsSync(join(project, 'renderer', name, 'index.html')),
  );

  test('are the entries of one table, each with a folder, a preload and a file of its own', () => {
    expect(Object.keys(surfaces).sort()).toEqual(folders.toSorted());
    const preloads = readdirSync(join(project, 'electron/preload')).filter((name) => name.endsWith('.ts'));
    expect(preloads.sort()).toEqual(folders.map((name) => `${name}.ts`).sort());
    const entries = readdirSync(join(project, 'electron/surfaces'));
    for (const name of folders) expect(entries).toContain(`${name}.ts`);
  });

  test('have channels of their own, and none of them is heard or told twice', () => {
    const channels = allSurfaces.flatMap(({ name, channels: own, commands, hears, views }) => {
      const all = [
        own.answer,
        own.clockMoved,
        ...(commands === null ? [] : [commands.channel]),
        ...Object.values(hears).map(({ channel }) => channel),
        ...views.flatMap((view) => (view.kind === 'whole' ? [view.channel] : [view.channel, view.changes])),
      ];
      expect(all.filter((channel) => !channel.startsWith(`${name}/`))).toEqual([]);
      return all;
    });
    expect(new Set(channels).size).toBe(channels.length);
  });
});

describe('the bench', () => {
  const built = sourcesIn('build').flatMap(importsOf);

  test('is alone outside the tests to use them, and only their rig and page objects', () => {
    const borrowed = built.filter(({ to }) => to.startsWith('tests/'));
    expect(borrowed.length).toBeGreaterThan(0);
    expect(
      borrowed.filter(({ from, to }) => !from.startsWith('build/bench/') || !/^tests\/(rig|e2e\/pages)\//.test(to)),
    ).toEqual([]);
  });

  test('stands on a floor that holds nothing of ours', () => {
    const files = readdirSync(join(project, 'build/bench/floor'));
    expect(files).toContain('main.mjs');
    for (const file of files) {
      const source = readFileSync(join(project, 'build/bench/floor', file), 'utf8');
      const named = [...source.matchAll(/(?:from|require\(|import\(|src=|href=)\s*['"]([^'"]+)['"]/g)].map(
        ([, name]) => name,
      );
      const own = named.filter((name) => name !== 'electron' && name !== 'node:path' && !files.includes(name ?? ''));
      expect(own, file).toEqual([]);
    }
  });
});

describe('the compiler', () => {
  let copy = '';

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'holdfast-house-'));
    for (const name of ['shared', 'build', 'package.json'])
      cpSync(join(project, name), join(copy, name), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
    const base = join(copy, 'build', 'tsconfig.base.json');
    writeFileSync(base, readFileSync(base, 'utf8').replace('../node_modules/.cache/holdfast/types', '../types'));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test.each([
    ['a value', 'TS6307', "import { idSchema } from '../retreat/retreat';\nexport const planted = idSchema;"],
    ['a type', 'TS6307', "import type { Retreat } from '../retreat/retreat';\nexport type Planted = Retreat;"],
    ['an import type', 'TS6307', "export type Planted = import('../retreat/retreat').Retreat;"],
    ['a package', 'TS2694', "export type Planted = import('react').ReactNode;"],
    ['Node', 'TS2591', "export const planted = process.env['HOME'];"],
    ['the page', 'TS2584', 'export const planted = document.title;'],
  ])('refuses %s that shared/room may not know', (_what, code, planted) => {
    expect(compile('shared/room')).toBe('');
    writeFileSync(join(copy, 'shared/room/planted.ts'), planted);
    expect(compile('shared/room')).toMatch(new RegExp(`^shared/room/planted\\.ts.*${code}`, 'm'));
    rmSync(join(copy, 'shared/room/planted.ts'));
  });

  /** What the compiler says about one folder; nothing when all is well. */
  function compile(folder: string): string {
    try {
      return execFileSync(process.execPath, [join(project, 'node_modules/typescript/bin/tsc'), '--build', folder], {
        cwd: copy,
        encoding: 'utf8',
      });
    } catch (refusal) {
      return String((refusal as { stdout?: string }).stdout);
    }
  }
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => /\.tsx?$/.test(name));
}

function importsOf(file: string): Import[] {
  return importsIn(file, readFileSync(join(project, file), 'utf8'));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function codeOf(file: string): string {
  return withoutComments(readFileSync(join(project, file), 'utf8'));
}

/** Every module a source names, in whatever form; ours as paths from the top, packages by name. */
function importsIn(file: string, source: string): Import[] {
  const code = withoutComments(source);
  const forms = /(?<!['.])\b(import|export)\b(?!')(\s+type\b)?(?:[^;'"()]*?\bfrom)?\s*\(?\s*'([^']+)'/g;
  return [...code.matchAll(forms)].map(([, , typesOnly, specifier = '']) => ({
    from: file,
    to: specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier,
    typesOnly: typesOnly !== undefined,
  }));
}

function allowed({ from, to }: Import): boolean {
  const rule = table.find(({ place }) => from.startsWith(place));
  if (!rule) return false;
  const isOurs = /^(shared|electron|renderer|tests|build)\//.test(to);
  if (!isOurs) return rule.packages.test(to);
  return (
    to.startsWith(rule.place) ||
    rule.ours.some((place) => to === place || (place.endsWith('/') && to.startsWith(place)))
  );
}

function taskOf(path: string): string | undefined {
  return tasks.find((task) => path.startsWith(`renderer/console/${task}/`));
}
