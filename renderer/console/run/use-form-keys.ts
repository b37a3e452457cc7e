import type { KeyboardEvent } from 'react';
import { inTextField } from '../keys/typing';
import { goesOnByEnter, stopAt, stopsIn } from '../parts/capture/stops';

export interface FormMoves {
  /** To the form of the seat that many further; false where there is none. */
  readonly toSeat: (by: 1 | -1) => boolean;
  /** To the field that asks for a seat. */
  readonly askSeat: () => void;
  readonly leave: () => void;
  /** Takes back the couple's last edit, or makes it again. */
  readonly edit: (type: 'edit/undo' | 'edit/redo') => void;
  /** Asks whose the sheet is; null where nothing of it could be another couple's. */
  readonly moveSheet: (() => void) | null;
}

/** The form's own keys. What it does not take is its fields', and what they do not take goes on to the room's (keys/use-keyboard.ts). */
export function formKeys({ toSeat, askSeat, leave, edit, moveSheet }: FormMoves) {
  /** What a press does, or null where it is not the form's. */
  function meant(event: KeyboardEvent<HTMLElement>, target: Element): (() => void) | null {
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey) {
      // What is typed has its own way back: the field's.
      const turn = altKey || inTextField(target) ? null : turnOf(key.toLowerCase(), shiftKey);
      return turn === null ? null : () => edit(turn);
    }
    if (key === 'Escape') return leave;
    if (altKey) {
      if (key === 'ArrowDown') return () => void toSeat(1);
      if (key === 'ArrowUp') return () => void toSeat(-1);
      if (key.toLowerCase() === 'm') return moveSheet;
      return key.toLowerCase() === 'r' ? () => openReader(target) : null;
    }
    const goesOn = key === 'Tab' || (key === 'Enter' && !shiftKey && goesOnByEnter(target));
    const body = event.currentTarget.querySelector('[data-stops]');
    const at = goesOn && body !== null ? stopAt(body, target) : -1;
    if (body === null || at === -1) return null;
    const all = stopsIn(body);
    if (key === 'Tab' && shiftKey) return at === 0 ? null : () => all[at - 1]?.focus();
    const next = all[at + 1];
    if (next !== undefined) return () => next.focus();
    // At the end of the last seat Tab leaves the form, so that it is never a trap.
    if (toSeat(1)) return () => undefined;
    return key === 'Tab' ? null : askSeat;
  }
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { target, currentTarget } = event;
    // What is asked over the form, in a dialog, has its own keys.
    if (!(target instanceof Element) || !currentTarget.contains(target)) return;
    const act = meant(event, target);
    if (act === null) return;
    event.preventDefault();
    act();
  };
}

/** What a letter held with Ctrl takes back or makes again, or null. */
function turnOf(key: string, shift: boolean): 'edit/undo' | 'edit/redo' | null {
  if (key === 'z') return shift ? 'edit/redo' : 'edit/undo';
  return key === 'y' ? 'edit/redo' : null;
}

function openReader(target: Element): void {
  const word = target.closest('[data-cell]')?.querySelector<HTMLElement>('[data-reader]');
  word?.click();
  word?.focus();
}
