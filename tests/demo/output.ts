import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallPng } from './small-png';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Where the demo leaves what it made. */
export const outputFolder = join(projectFolder, 'demo-output');

const filesFolder = 'take-home';

const picturesFolder = join(projectFolder, 'build', 'pictures');

/** Takes away what an earlier demo left, and nothing else. */
export function clearOutput(): void {
  mkdirSync(outputFolder, { recursive: true });
  for (const name of readdirSync(outputFolder)) {
    if (name.endsWith('.png')) rmSync(join(outputFolder, name));
  }
  for (const folder of ['library', filesFolder]) rmSync(join(outputFolder, folder), { recursive: true, force: true });
}

export function keepPicture(name: string, png: Buffer): void {
  writeFileSync(join(outputFolder, name), png);
}

/** Copies the documents the app saved, as they are on the disk. */
export function keepLibrary(library: string): void {
  cpSync(library, join(outputFolder, 'library'), { recursive: true });
}

/** Copies the files the couples take home. */
export function keepFiles(folder: string): void {
  cpSync(folder, join(outputFolder, filesFolder), { recursive: true });
}

/** Writes one of the README's pictures, small enough to keep in the project. */
export function keepForReadme(name: string, png: Buffer): void {
  mkdirSync(picturesFolder, { recursive: true });
  writeFileSync(join(picturesFolder, name), smallPng(png));
}

/** Everything the demo made, with its size in bytes. */
export function listOutput(folder = outputFolder): { readonly path: string; readonly bytes: number }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listOutput(path);
      return [{ path: relative(outputFolder, path), bytes: statSync(path).size }];
    });
}
