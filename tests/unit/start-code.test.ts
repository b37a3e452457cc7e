import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
/** What is imported to be there from the start: `import(…)` and types are not. */
const imported = /^(?:import|export) (?!type\b)(?:[^'"]*? from )?'([^']+)'/gm;

interface Loaded {
  readonly ours: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
}

/** Every module that is loaded before the first line of this one runs. */
function loadedWith(entry: string): Loaded {
  const ours = new Set([entry]);
  const packages = new Set<string>();
  for (const module of ours) {
    for (const [, from = ''] of readFileSync(join(project, module), 'utf8').matchAll(imported)) {
      if (!from.startsWith('.')) {
        if (!from.startsWith('node:')) packages.add(from);
        continue;
      }
      const base = join(project, dirname(module), from);
      const file = ['.ts', '.tsx', '/index.ts', ''].map((end) => base + end).find(existsSync);
      if (file !== undefined && /\.tsx?$/.test(file)) ours.add(relative(project, file));
    }
  }
  return { ours, packages };
}

const among = ({ ours }: Loaded, what: RegExp): string[] => [...ours].filter((module) => what.test(module));

describe('a start loads no code that makes files', () => {
  const main = loadedWith('electron/main.ts');

  it('in the main process: neither ours nor a package for it', () => {
    expect(main.ours.size).toBeGreaterThan(200);
    expect(among(main, /^electron\/(export\/|windows\/print-window)/)).toEqual([]);
    expect([...main.packages].sort()).toEqual([
      '@reduxjs/toolkit',
      'electron',
      'electron-log/node',
      'i18next',
      'lowdb',
      'zod',
    ]);
  });

  it('in the console: no screen but those that are there at once', () => {
    const console = loadedWith('renderer/console/main.tsx');
    expect(console.ours.size).toBeGreaterThan(50);
    expect(among(console, /^renderer\/(console\/couples|print)\/|^electron\//)).toEqual([]);
  });

  it('but once what couples take home is looked at, it does', () => {
    const workshop = loadedWith('electron/export/workshop.ts');
    expect(among(workshop, /^electron\/export\//).length).toBeGreaterThan(10);
    expect([...workshop.packages]).toEqual(expect.arrayContaining(['papaparse', 'ical-generator']));
    expect([...workshop.packages]).not.toContain('@cantoo/pdf-lib');
  });
});
