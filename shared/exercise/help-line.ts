import type { HelpLine } from '../room/room-view';

/** A help line as it is listed. On the wall, and on cards for it, it stands for all; `alone`: it is in nothing made for two (S20). */
export interface ListedHelpLine extends HelpLine {
  readonly alone: boolean;
}

/** What of it goes on the wall. */
export const onWall = ({ name, number, note }: ListedHelpLine): HelpLine => ({ name, number, note });
