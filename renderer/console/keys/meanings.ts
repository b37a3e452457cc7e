import { chordMeant, ownChord, type Press } from '../../../shared/session/policy/chords';
import { type ActionId, actionIds, actions, digitSteps } from './actions';

/** The action of a plain key, and of one that works while typing too. */
export const byPlain: ReadonlyMap<string, ActionId> = new Map(
  actionIds.flatMap((id) => actions[id].keys.map((key) => [key, id] as const)),
);
export const byEverywhere: ReadonlyMap<string, ActionId> = new Map(
  actionIds.flatMap((id) => {
    const { everywhere } = actions[id];
    return everywhere === undefined ? [] : [[everywhere, id] as const];
  }),
);

/** Takes back: an edit of the plan on Prepare, what was done live elsewhere. */
export const takesBack = 'mod+z';

/** The place among the steps a digit stands for, from 0; -1 for any other key. */
export const stepOf = (chord: string): number => {
  const digit = /^[1-9]$/.test(chord) ? Number(chord) : 0;
  return digit <= digitSteps ? digit - 1 : -1;
};

const means = (chord: string): boolean =>
  byPlain.has(chord) || byEverywhere.has(chord) || chord === takesBack || stepOf(chord) >= 0;

/** How the table of actions writes what was pressed; a key that means nothing is the sign it writes. */
export const chordOf = (press: Press): string => chordMeant(press, means) ?? ownChord(press);
