import { type Sizes, settings, sizes } from './fit';

/** More lines than this always stand in two columns. */
const mostInOneColumn = 3;

const dense = true;
const runIn = true;
const without = ['sentence'];
const bare = ['sentence', 'note'];
/** Names and numbers alone, in the end smaller than anything else on the wall: a crisis line is never cut off (S22). */
const rescue: readonly Sizes[] = [
  sizes({ wrap: 'words', dense, without: bare }),
  sizes({ wrap: 'words', dense, runIn, without: bare }),
  ...[1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3].map((floor) =>
    sizes({ wrap: 'anywhere', dense, runIn, without: bare, floor }),
  ),
];

/** How a help card of so many lines is set. Our own sentence gives way before anything that the facilitator wrote. */
export function helpTries(lines: number): { readonly tries: readonly Sizes[]; readonly rescue: readonly Sizes[] } {
  const close = (['words', 'anywhere'] as const).flatMap((wrap) => [
    sizes({ wrap, dense }),
    sizes({ wrap, dense, without }),
    sizes({ wrap, dense, runIn, without }),
  ]);
  return { tries: lines > mostInOneColumn ? close : [...settings.slice(0, 1), ...close], rescue };
}
