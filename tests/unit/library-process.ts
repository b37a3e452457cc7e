import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';

/** Bundles the child process the crash tests run, or another one, and resolves with its file. */
export async function bundleChild(source = 'library-child.ts'): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'holdfast-child-'));
  await build({
    // It knows the modules that are made while the app is built.
    configFile: join(import.meta.dirname, '../../build/vitest.config.ts'),
    logLevel: 'error',
    build: { ssr: join(import.meta.dirname, source), outDir, emptyOutDir: false, minify: false },
    ssr: { noExternal: true },
  });
  return join(outDir, basename(source).replace(/ts$/, 'js'));
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
