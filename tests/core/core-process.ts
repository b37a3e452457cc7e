import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { onTestFinished } from 'vitest';
import type { OnStep } from '../../electron/library/contract';
import type { Now } from '../../shared/room/timer';
import type { Command } from '../../shared/session/commands/commands';
import type { Answer } from '../../shared/session/protocol/refusal-code';
import { notesToSave, type Session } from '../../shared/session/state/session';
import { until } from '../unit/library-kit';
import { bundleChild } from '../unit/library-process';

/** What the process is asked. */
export type Asked =
  | { readonly type: 'do'; readonly commands: readonly Command[] }
  | { readonly type: 'look' }
  /** The PIN that takes the laptop back from a partner. */
  | { readonly type: 'choose-pin'; readonly pin: string }
  /** The clock moves on, in milliseconds. */
  | { readonly type: 'pass'; readonly by: number }
  /** It kills itself right after this step of a save of this kind, the given time it comes. */
  | {
      readonly type: 'die-at';
      readonly step: Parameters<OnStep>[0];
      readonly kind: string;
      readonly times: number;
    }
  | { readonly type: 'move-to'; readonly folder: string }
  | { readonly type: 'close'; readonly closesRun: boolean };

export interface Look {
  readonly session: Session;
  readonly now: Now;
}

/** The core in a process of its own. What is asked of one that has died is refused. */
export interface CoreProcess {
  readonly pid: number;
  readonly look: () => Promise<Look>;
  readonly session: () => Promise<Session>;
  /** Carries commands out one after another; one that is refused throws. */
  readonly do: (...commands: readonly Command[]) => Promise<void>;
  readonly pass: (ms: number) => Promise<void>;
  /** Without one the laptop is given to nobody. */
  readonly choosePin: (pin: string) => Promise<void>;
  readonly saved: () => Promise<void>;
  readonly dieAt: (step: Parameters<OnStep>[0], kind: string, times?: number) => Promise<void>;
  /** Saves elsewhere from now on. */
  readonly moveTo: (folder: string) => Promise<unknown>;
  /** Saves what is left, as when the app quits (`true`) or the machine goes down (`false`). */
  readonly close: (closesRun: boolean) => Promise<void>;
  readonly isDead: () => boolean;
  readonly died: Promise<void>;
  /** Ends it as a power cut would, and resolves once it is gone. */
  readonly kill9: () => Promise<void>;
}

let bundled: Promise<string> | undefined;

/** Lets go of the bundle that a file of tests starts its processes from; to be given to `afterAll`. */
export async function dropCoreProcess(): Promise<void> {
  if (bundled !== undefined) await rm(dirname(await bundled), { recursive: true, force: true });
  bundled = undefined;
}

function asker(child: ChildProcess, died: Promise<void>): (asked: Asked) => Promise<unknown> {
  let last = 0;
  const waiting = new Map<number, (value: unknown) => void>();
  child.on('message', ({ id, value }: { readonly id: number; readonly value: unknown }) => waiting.get(id)?.(value));
  return async (asked) => {
    last += 1;
    const id = last;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    // One that is dying is told nothing; that it died is what is answered then.
    if (child.connected) child.send({ id, asked }, () => undefined);
    const gone = died.then(() => {
      throw new Error(`it died before it answered ${asked.type}`);
    });
    return Promise.race([answer, gone]);
  };
}

/** Starts the core on a folder, in a process of its own, and waits until settings and an open run have been looked for. */
export async function startProcess(userData: string, { from = 0, env = {} } = {}): Promise<CoreProcess> {
  bundled ??= bundleChild('../core/core-child.ts');
  const child = fork(await bundled, [userData, String(from)], {
    serialization: 'advanced',
    execArgv: [],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const died = once(child, 'exit').then(() => undefined);
  const ask = asker(child, died);
  const [ready] = await Promise.race([once(child, 'message'), died.then(() => [null])]);
  if (ready === null) throw new Error('it did not start');
  const look = async (): Promise<Look> => (await ask({ type: 'look' })) as Look;
  const session = async (): Promise<Session> => (await look()).session;
  return {
    pid: child.pid ?? 0,
    look,
    session,
    do: async (...commands) => {
      const answers = (await ask({ type: 'do', commands })) as Answer[];
      for (const [n, answer] of answers.entries()) {
        if (!answer.ok) throw new Error(`${commands[n]?.type} refused: ${answer.refusal.code}`);
      }
    },
    choosePin: async (pin) => void (await ask({ type: 'choose-pin', pin })),
    pass: async (by) => void (await ask({ type: 'pass', by })),
    saved: () =>
      until(
        async () => {
          const at = await session();
          const waiting = [
            ...notesToSave(at),
            ...at.unsavedRecords,
            ...at.unsavedCharters,
            ...at.unsavedPractices,
            ...at.underway,
          ];
          return at.saving.state === 'saved' && waiting.length === 0;
        },
        'saved',
        15_000,
      ),
    dieAt: async (step, kind, times = 1) => void (await ask({ type: 'die-at', step, kind, times })),
    moveTo: (folder) => ask({ type: 'move-to', folder }),
    close: async (closesRun) => void (await ask({ type: 'close', closesRun })),
    isDead: () => child.exitCode !== null || child.signalCode !== null,
    died,
    kill9: async () => {
      child.kill('SIGKILL');
      await died;
    },
  };
}
