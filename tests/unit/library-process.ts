import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles the child process the crash tests run, and resolves with its file. */
export async function bundleChild(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'holdfast-child-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(import.meta.dirname, 'library-child.ts'), outDir, emptyOutDir: false, minify: false },
    ssr: { noExternal: true },
  });
  return join(outDir, 'library-child.js');
}

/** A running child: the lines it has said, and its end. */
export interface Running {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  readonly ended: Promise<void>;
}

/** Starts a command and collects what it says. */
export function run(command: string, args: readonly string[]): Running {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return { child, lines, ended: once(child, 'close').then(() => undefined) };
}
