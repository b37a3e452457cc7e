import type { Exercise, Talk } from '../exercise/exercise';
import type { Program } from '../exercise/program';
import type { HelpLine } from '../room/room-view';

/** Everything one language offers to put on the wall. */
export interface Content {
  readonly exercises: readonly Exercise[];
  readonly talks: readonly Talk[];
  readonly programs: readonly Program[];
  /** The help card's lines as they ship; a facilitator edits them for the place (S22). */
  readonly helpLines: readonly HelpLine[];
  /** Words that say nothing about a person of that name while they stand in lower case ("will", "an"); in lower case themselves. */
  readonly commonWords: readonly string[];
}
