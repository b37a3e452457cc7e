import type { Side } from '../../../../shared/room/wall';
import type { OpenPracticeView } from '../../../../shared/session/view/practice-view';
import type { SheetView } from '../../../../shared/session/view/record-view';
import type { NameOf } from '../answer-lines';

/** Whose practice is shown, and where what is noted is noted. */
export interface PracticePlace {
  readonly couple: string;
  /** The retreat that is open, if the couple is on its roster and its practice can be written; null where nothing can be noted. */
  readonly retreat: string | null;
  readonly practice: OpenPracticeView;
  readonly consents: SheetView['consents'];
  /** The partner of a couple of one, or null. */
  readonly alone: Side | null;
  readonly nameOf: NameOf;
  /** Words are not shown, only that there are some. */
  readonly hidden: boolean;
}
