import type { Find, Finds, Met } from './find';
import {
  findCouples,
  findForms,
  findHandovers,
  findPages,
  findPresence,
  findRemovals,
  findStatuses,
  findTimeouts,
} from './find-couples';
import { findChanges, findDays, findItems } from './find-day';
import { findActions, findBegan, findExercises, findMessages, findNotes, findSteps } from './find-live';
import { findDisplays, findRetreats } from './find-places';
import { findSettings } from './find-settings';

/** The groups of the palette, in its order, and where each one's lines come from. */
export const findGroups = {
  actions: [findActions, findBegan],
  couples: [findCouples, findForms, findPages],
  steps: [findSteps, findNotes],
  day: [findItems, findDays],
  exercises: [findExercises],
  takingPart: [findTimeouts, findStatuses, findPresence, findHandovers],
  changes: [findChanges],
  messages: [findMessages],
  retreats: [findRetreats],
  screens: [findDisplays],
  settings: [findSettings],
  roster: [findRemovals],
} as const satisfies Readonly<Record<string, readonly Finds[]>>;

export type FindGroup = keyof typeof findGroups;
export const findGroupIds = Object.keys(findGroups) as readonly FindGroup[];

export const findsOf = (group: FindGroup, met: Met): readonly Find[] =>
  findGroups[group].flatMap((finds) => finds(met));
