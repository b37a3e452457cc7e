import type { Side } from '../../room/wall';
import type { OwnCopy } from './own-copy';

/** To whom the laptop was given: one partner, for one exercise of one retreat, or for what they agree to alone. Nothing the page says can change it. */
export interface HandedTo {
  readonly couple: string;
  readonly retreat: string;
  readonly side: Side;
  readonly exercise: string | null;
}

/**
 * The laptop in a partner's hands, until the PIN is given. `opening`: it begins once the disk knows that a start after a crash must be
 * locked; `own`: their own copy, while its place is open. After `done` and `locked` nothing is known of whom it was given to: only the PIN goes on.
 */
export type Handover =
  | { readonly kind: 'opening'; readonly to: HandedTo }
  | { readonly kind: 'open'; readonly to: HandedTo; readonly own: OwnCopy | null }
  | { readonly kind: 'done' }
  | { readonly kind: 'locked' };

/** Who has the laptop with the place of their own copy open. */
export const ownCopyNow = (handover: Handover | null): { readonly to: HandedTo; readonly own: OwnCopy } | null =>
  handover?.kind === 'open' && handover.own !== null ? { to: handover.to, own: handover.own } : null;
