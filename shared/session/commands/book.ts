import type { Exercise, Talk } from '../../exercise/exercise';
import type { Program } from '../../exercise/program';
import type { HelpLine, RoomWords } from '../../room/room-view';
import type { ClockForms } from '../../room/time-of-day';

/** Everything the session needs in words, already in the facilitator's language. The main process makes it. */
export interface Book {
  /** The language it is in, by its tag. */
  readonly language: string;
  readonly exercise: (id: string) => Exercise | undefined;
  readonly talk: (id: string) => Talk | undefined;
  readonly program: (id: string) => Program | undefined;
  readonly room: RoomWords;
  /** Public titles for what has no exercise or talk behind it. */
  readonly titles: {
    readonly break: string;
    readonly breaks: Readonly<Record<string, string>>;
    readonly buffer: string;
    readonly timer: string;
    readonly timeout: string;
    readonly demo: string;
  };
  readonly clock: ClockForms;
  readonly helpLines: readonly HelpLine[];
  /** Names for the demo retreat's couples, A and B. */
  readonly demoCouples: readonly { readonly A: string; readonly B: string }[];
}
