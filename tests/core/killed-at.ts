import { cpSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';

/** A core of which every state of the disk can be kept while something is done. */
export interface CopiedCore {
  readonly core: CoreOnDisk;
  /** Copies of its folder, one after each change of the disk until all of it is saved: what a kill at that moment leaves. */
  readonly stagesOf: (act: () => void) => Promise<readonly string[]>;
}

export async function startCopied(userData: string): Promise<CopiedCore> {
  const stages: string[] = [];
  let watching = false;
  const core = await startOnDisk(userData, 0, () => {
    if (!watching) return;
    const stage = join(userData, '..', `${basename(userData)}-${stages.length}`);
    cpSync(userData, stage, { recursive: true });
    stages.push(stage);
  });
  return {
    core,
    stagesOf: async (act) => {
      watching = true;
      act();
      await core.saved();
      watching = false;
      expect(stages.length).toBeGreaterThan(20);
      return stages;
    },
  };
}

/** Starts from what a kill left; the lock of a process that died is nobody's. */
export async function startKilled(stage: string): Promise<CoreOnDisk> {
  await rm(join(libraryOf(stage), 'lock.json'), { force: true });
  return startOnDisk(stage);
}
