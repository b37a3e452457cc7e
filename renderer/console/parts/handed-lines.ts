import type { Handed } from '../../../shared/couple/handed';
import { type HandedFormat, handedFormats } from '../../../shared/couple/summary/formats';
import { type Version, versions } from '../../../shared/couple/summary/version';
import { dateOf } from '../../../shared/retreat/schedule';

/** What went to somebody on one day. */
export interface HandedLine {
  readonly key: string;
  readonly version: Version;
  /** A moment of that day, epoch milliseconds. */
  readonly at: number;
  readonly count: number;
  readonly formats: readonly HandedFormat[];
}

/** What was handed out, a line for whom and on which day, the newest day first. */
export function handedLines(handed: readonly Handed[]): readonly HandedLine[] {
  const days = [...new Set(handed.map(({ at }) => dateOf(at)))].sort().reverse();
  return days.flatMap((day) =>
    versions.flatMap((version): readonly HandedLine[] => {
      const here = handed.filter((one) => one.version === version && dateOf(one.at) === day);
      const [first] = here;
      if (first === undefined) return [];
      const formats = handedFormats.filter((format) => here.some((one) => one.format === format));
      return [{ key: `${day}/${version}`, version, at: first.at, count: here.length, formats }];
    }),
  );
}

/** In which files there may be something of this partner, or of both where it is joint: what is joint is in everybody's. */
export const handedWith = (handed: readonly Handed[], whose: Version): readonly Handed[] =>
  whose === 'joint' ? handed : handed.filter(({ version }) => version === whose || version === 'joint');
