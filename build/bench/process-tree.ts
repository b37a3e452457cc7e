import { readdirSync, readFileSync } from 'node:fs';

/** A process and all that came from it, by their ids; those that end meanwhile are left out. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const parent = /^\d+$/.test(entry) ? parentOf(Number(entry)) : null;
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** Whether a process is still there; one that has ended and waits to be fetched is not. */
export const isAlive = (pid: number): boolean => /^.*\) [^ZX] /s.test(read(pid, 'stat'));

/** Proportional set size of a process tree in megabytes: memory that several processes share is counted once. */
export function pssMb(root: number): number {
  const kilobytes = treeOf(root).map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0));
  const sum = kilobytes.reduce((one, other) => one + other, 0);
  if (sum === 0) throw new Error('The memory of the processes cannot be read: the bench needs to be root for that.');
  return sum / 1024;
}

/** Milliseconds that each thread of a process tree has been on a core so far, by "process/thread". */
export function cpuMs(root: number): Map<string, number> {
  const threads = treeOf(root).flatMap((pid) => names(`/proc/${pid}/task`).map((tid) => `${pid}/task/${tid}`));
  return new Map(threads.map((thread) => [thread, Number(read(thread, 'schedstat').split(' ')[0] ?? 0) / 1e6]));
}

/** Milliseconds spent between two looks; what a thread did before it ended, unseen, is not in it. */
export function cpuBetween(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  return [...after].reduce((sum, [thread, ms]) => sum + ms - (before.get(thread) ?? 0), 0);
}

function parentOf(pid: number): number | null {
  // The name in the second field may hold spaces and brackets.
  const fields = /^.*\) \S (\d+)/s.exec(read(pid, 'stat'));
  return fields?.[1] === undefined ? null : Number(fields[1]);
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(of: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${of}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
