import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launchSetting } from '../../tests/rig/app';
import { makeUserFolder, type Staged, stagePackaged } from '../../tests/rig/stage';
import { projectFolder } from '../flavours.mjs';
import { isAlive, treeOf } from './process-tree';

/** Something that can be started and watched from outside: Holdfast, a packaged Holdfast, or the floor. */
export interface Subject {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export type FloorShape = 'one' | 'two' | 'seconds' | 'ring' | 'trip' | 'flip' | 'field' | 'print';

/** Our own app, as the build in the stage has it. */
export const ours = ({ program, app }: Staged): Subject => ({ program, args: [app], env: {} });

/** The packaged app; `folder` is to be removed when all is over. */
export function packaged(unpacked: string): { readonly subject: Subject; readonly folder: string } {
  const { program, folder } = stagePackaged(unpacked, 'holdfast');
  return { subject: { program, args: [], env: {} }, folder };
}

/** The floor, on the same Electron and started the same way. */
export function floor({ program, folder }: Staged, shape: FloorShape): Subject {
  const app = join(folder, 'floor');
  cpSync(join(projectFolder, 'build/bench/floor'), app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{ "name": "floor", "type": "module", "main": "main.mjs" }');
  for (const path of [app, ...readdirSync(app).map((name) => join(app, name))]) chmodSync(path, 0o755);
  return { program, args: [app], env: { HOLDFAST_FLOOR: shape } };
}

const politeMs = 3000;

/** A started subject. */
export class Running {
  readonly userData: string;
  readonly #process: ChildProcess;

  constructor(subject: Subject, displays: { readonly name: string }, userData = makeUserFolder()) {
    this.userData = userData;
    const { args, env } = launchSetting(displays, userData);
    this.#process = spawn(subject.program, [...subject.args, ...args], {
      stdio: 'ignore',
      cwd: userData,
      env: { ...env, ...subject.env },
    });
  }

  get pid(): number {
    if (this.#process.pid === undefined) throw new Error('The program did not start.');
    return this.#process.pid;
  }

  /** Asks it to quit, ends it when it has not after three seconds, and waits until every process of it is gone. */
  async stop(how: 'politely' | 'at once' = 'politely'): Promise<void> {
    const tree = treeOf(this.pid);
    if (how === 'politely') this.#process.kill('SIGTERM');
    const deadline = Date.now() + politeMs;
    while (tree.some(isAlive)) {
      if (how === 'at once' || Date.now() > deadline) for (const pid of tree) end(pid);
      await wait(20);
    }
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}
