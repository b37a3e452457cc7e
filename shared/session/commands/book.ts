import type { SixTest } from '../../couple/charter/clause';
import type { ClauseKindName } from '../../couple/charter/clause-kinds';
import type { Speech } from '../../couple/charter/speech';
import type { HandoverWords } from '../../couple/handover-view';
import type { PageWords } from '../../couple/page/page-document';
import type { PracticeKindName } from '../../couple/practice/practice-kinds';
import type { SummaryWords } from '../../couple/summary/summary-words';
import type { Exercise, Talk } from '../../exercise/exercise';
import type { ListedHelpLine } from '../../exercise/help-line';
import type { HelpWords } from '../../exercise/help-words';
import type { PrintoutWords } from '../../exercise/printouts/printout-words';
import type { Program, PublicTitles } from '../../exercise/program';
import type { RoomWords } from '../../room/room-view';
import type { ClockForms } from '../../room/time-of-day';
import type { Side } from '../../room/wall';

/** Everything the session needs in words, already in the facilitator's language. The main process makes it. */
export interface Book {
  /** The language it is in, by its tag. */
  readonly language: string;
  readonly exercise: (id: string) => Exercise | undefined;
  readonly talk: (id: string) => Talk | undefined;
  readonly program: (id: string) => Program | undefined;
  readonly room: RoomWords;
  /** What the page in a partner's hands says. */
  readonly handover: {
    readonly words: HandoverWords;
    readonly hello: (name: string) => string;
    readonly position: (n: number, of: number) => string;
    readonly kind: (kind: ClauseKindName) => string;
    readonly practised: (kind: PracticeKindName) => string;
    readonly test: (test: SixTest) => string;
    /** How clauses read aloud to those with these names. */
    readonly speech: (names: Readonly<Record<Side, string>>) => Omit<Speech, 'clause'>;
  };
  /** What a couple takes home is made of; `names`: what A and B are called. */
  readonly summary: (names: Readonly<Record<'A' | 'B', string>>) => SummaryWords;
  /** What the page says that a partner fills in at home. */
  readonly page: PageWords;
  /** What is printed for the room is made of. */
  readonly printouts: PrintoutWords;
  readonly titles: PublicTitles;
  readonly clock: ClockForms;
  readonly helpLines: readonly ListedHelpLine[];
  /** By which a clause that keeps somebody from help is heard (S21). */
  readonly helpWords: HelpWords;
  /** Names for the demo retreat's couples, A and B. */
  readonly demoCouples: readonly { readonly A: string; readonly B: string }[];
}
