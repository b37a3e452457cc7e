import { type FormatName, formats, type Origin } from '../../couple/summary/formats';
import type { Version } from '../../couple/summary/version';
import type { Side } from '../../room/wall';

/** Whether a file can be made now, and why not. Of several, the first of these says how they stand together. */
export const readiness = ['ready', 'no-consent', 'nothing', 'alone', 'reading'] as const;
export type Readiness = (typeof readiness)[number];

/** How a copy stands, by what its files are written from; `lacks`: whose yes is missing. */
export interface CopyStanding extends Readonly<Record<Origin, Readiness>> {
  readonly lacks: readonly Side[];
}

/** Those of the formats that there are for this version. */
const formatsFor = (version: Version, wanted: readonly FormatName[]): readonly FormatName[] =>
  wanted.filter((format) => formats[format].versions.includes(version));

/** How a copy stands for these formats: ready where one of them can be made; `none`: there is none of them for whom it is. */
export function standsFor(
  standing: CopyStanding | undefined,
  version: Version,
  wanted: readonly FormatName[],
): Readiness | 'none' {
  const all = formatsFor(version, wanted).map((format) => standing?.[formats[format].from] ?? 'reading');
  return readiness.find((is) => all.includes(is)) ?? 'none';
}

/** In which of these formats a copy can be made now, and in which not, of those that there are for whom it is. */
export function readyIn(
  standing: CopyStanding | undefined,
  version: Version,
  wanted: readonly FormatName[],
): { readonly formats: readonly FormatName[]; readonly without: readonly FormatName[] } {
  const there = formatsFor(version, wanted);
  const isReady = (format: FormatName): boolean => standing?.[formats[format].from] === 'ready';
  return { formats: there.filter(isReady), without: there.filter((format) => !isReady(format)) };
}
