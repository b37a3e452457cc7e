import type { TFunction } from 'i18next';
import type { RosterEntry } from '../../../../shared/retreat/retreat';
import type { DisplayInfo } from '../../../../shared/session/state/session';
import type { Shelves } from '../../mirror/content';
import type { At, Does } from '../actions';

/** One line of the palette: its name, and what it sets off. */
export interface Find {
  /** Unlike every other one's. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly keywords?: readonly string[];
  /** The chord that does the same. */
  readonly chord?: string;
  readonly does: Does;
}

/** What the palette is made from: the view as it stands, and how things are called in this language. */
export interface Met extends At {
  readonly t: TFunction<'shell'>;
  readonly content: Shelves;
  /** By names, or by seat while names are hidden. */
  readonly coupleOf: (couple: RosterEntry) => string;
  readonly displayOf: (display: DisplayInfo) => string;
}

export type Finds = (met: Met) => readonly Find[];
