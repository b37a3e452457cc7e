import type { Exercise, Talk } from '../exercise/exercise';
import type { Program } from '../exercise/program';

/** Everything one language offers to put on the wall. */
export interface Content {
  readonly exercises: readonly Exercise[];
  readonly talks: readonly Talk[];
  readonly programs: readonly Program[];
}
