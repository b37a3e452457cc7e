import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  lchownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The user that owns nothing (`nobody`); Electron's sandbox needs one that is not root. */
const nobody = 65534;

const userFolders: string[] = [];

const runtimeSchema = z.object({ folder: z.string(), program: z.string(), version: z.string(), source: z.string() });
export type Runtime = z.infer<typeof runtimeSchema>;

/** Whether the rig runs as root, and so starts Electron as an unprivileged user. */
export const asRoot = process.getuid?.() === 0;

/** What gives up root's rights, where there are any. */
const drop = [
  'setpriv',
  ...(asRoot ? [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] : []),
  ...['--pdeathsig', 'KILL'],
];

/** The Electron runtime that set-up chose; refuses when set-up has not run. */
export function chosenRuntime(): Runtime {
  const file = join(projectFolder, '.cache', 'runtime.json');
  if (!existsSync(file)) throw new Error('No Electron runtime is known yet: run `npm test` or `npm run setup` once.');
  return runtimeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** A runtime and a build where the unprivileged user can reach them. */
export interface Staged {
  readonly folder: string;
  /** The program to start: it drops root's rights first where there are any. */
  readonly program: string;
  /** The folder that holds package.json and the build, as Electron wants it. */
  readonly app: string;
  readonly runtime: Runtime;
}

/**
 * Lays the runtime and a built app out in a world-readable temporary folder, with a setuid `chrome-sandbox`, so that the
 * app runs sandboxed as an unprivileged user even where the project itself is root's alone. A runtime that is copied shares no
 * memory with any other, as it matters where memory is counted.
 */
export function stageApp(builtFolder = join(projectFolder, 'out-test'), how: 'copy' | 'link' = 'link'): Staged {
  const runtime = chosenRuntime();
  if (!existsSync(join(builtFolder, 'main', 'main.js'))) {
    throw new Error(`${builtFolder} holds no build: run \`npm run build:test\` first.`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-stage-'));
  chmodSync(folder, 0o755);
  const app = join(folder, 'app');
  mkdirSync(app);
  const manifest = z
    .looseObject({ name: z.string() })
    .parse(JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')));
  const { name, productName, version, author, license } = manifest;
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name, productName, version, author, license, type: 'module', main: 'out/main/main.js' }),
  );
  layOut(builtFolder, join(app, 'out'), 'copy');
  if (!asRoot) return { folder, program: runtime.program, app, runtime };
  const electron = join(folder, 'electron');
  layOut(runtime.folder, electron, how);
  return { folder, program: startScript(folder, electron), app, runtime };
}

/** Lays a packaged build out likewise; it brings its own runtime and is started without naming an app. */
export function stagePackaged(unpacked: string, name: string): Pick<Staged, 'folder' | 'program'> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-stage-'));
  chmodSync(folder, 0o755);
  if (!asRoot) return { folder, program: join(unpacked, name) };
  const packaged = join(folder, 'packaged');
  layOut(unpacked, packaged, 'copy');
  return { folder, program: startScript(folder, packaged, name) };
}

/** Removes what `stageApp` laid out, and every user folder. */
export function unstage(staged: Pick<Staged, 'folder'>): void {
  for (const folder of [staged.folder, ...userFolders.splice(0)]) rmSync(folder, { recursive: true, force: true });
}

/** A new folder that only the user Electron runs as can read, for its user data and its home. */
export function makeUserFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-user-'));
  userFolders.push(folder);
  giveToUser(folder);
  return folder;
}

/** Hands a file or folder to the user Electron runs as. */
export function giveToUser(path: string): void {
  if (!asRoot) return;
  // A killed Chromium leaves links behind that lead nowhere.
  lchownSync(path, nobody, nobody);
  if (lstatSync(path).isDirectory()) for (const entry of readdirSync(path)) giveToUser(join(path, entry));
}

/** A command line as the user Electron runs as would start it; it dies with the process that started it. */
export function asUser(command: readonly string[]): readonly string[] {
  return [...drop, ...command];
}

/** Writes the program that gives up root's rights and becomes Electron, and lets `chrome-sandbox` do its work. */
function startScript(folder: string, electron: string, name = 'electron'): string {
  if (spawnSync('setpriv', ['--version']).error) {
    throw new Error(
      '`setpriv` (package util-linux) is missing: without it Electron would run as root and unsandboxed.',
    );
  }
  const sandbox = join(electron, 'chrome-sandbox');
  chownSync(sandbox, 0, 0);
  chmodSync(sandbox, 0o4755);
  const program = join(folder, 'start-electron');
  writeFileSync(program, `#!/bin/sh\nexec ${drop.join(' ')} "${electron}/${name}" "$@"\n`);
  chmodSync(program, 0o755);
  return program;
}

/** Copies a folder, or links its files where the unprivileged user may read them; `chrome-sandbox` is always a copy. */
function layOut(from: string, to: string, how: 'copy' | 'link'): void {
  mkdirSync(to, { mode: 0o755 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) layOut(source, target, how);
    else if (how === 'copy' || entry.name === 'chrome-sandbox' || !link(source, target)) {
      copyFileSync(source, target);
      chmodSync(target, statSync(source).mode | 0o444);
    }
  }
}

function link(source: string, target: string): boolean {
  if ((statSync(source).mode & 0o004) === 0) return false;
  try {
    linkSync(source, target);
    return true;
  } catch {
    return false;
  }
}
