import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What the figures were measured on, in words. */
export function machine(electron: string): string {
  const gb = Math.round(totalmem() / 1024 ** 3);
  const model = cpus()[0]?.model.trim() ?? 'of unknown make';
  return `${availableParallelism()} cores (${model}), ${gb} GB, ${system()}, no GPU, Electron ${electron}`;
}

/** How busy the machine is, the bench included: processes that run or wait to, over the last minute. */
export const busyness = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10;

function system(): string {
  try {
    return /^PRETTY_NAME="(.*)"/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}
