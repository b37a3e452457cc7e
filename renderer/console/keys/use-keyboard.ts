import { useEffect } from 'react';
import { overlays } from '../kit/overlays';
import { cameTo, kept } from '../kit/type-ahead';
import { bridge } from '../mirror/bridge';
import { useCommand } from '../mirror/hooks';
import { actions } from './actions';
import { calledFields } from './called-field';
import { pressOf } from './chord';
import { byEverywhere, byPlain, chordOf, stepOf, takesBack } from './meanings';
import { fieldOf } from './typing';
import { useAt, useDo } from './use-actions';

const pressed =
  'button, a[href], summary, input, [role=button], [role=option], [role=menuitem], [role=tab], [role=switch]';
const slid = 'input[type=range], [role=slider]';
const steered = `${slid}, input[type=radio], [role=radio], [role=tab], [role=menuitem], [role=option], [aria-haspopup=listbox], [aria-roledescription]`;
/** Keys that repeat while held down; every other live key counts once. */
const repeats: ReadonlySet<string> = new Set(['+', '=', '-']);

const inside = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

const presses = (chord: string): boolean => chord === 'space' || chord === 'enter';
const steers = (chord: string): boolean => /^(arrow|home|end)/.test(chord);

/** A widget that was reached by keyboard keeps the keys it answers to itself. Page keys are the clicker's: only a slider has them. */
function widgetKeeps(target: EventTarget | null, chord: string): boolean {
  if (presses(chord)) return inside(target, pressed);
  if (chord.startsWith('page')) return inside(target, slid);
  return steers(chord) && inside(target, steered);
}

/** Listens for every key of the table, in the whole window. */
export function useKeyboard(): void {
  const at = useAt();
  const send = useCommand();
  const carryOut = useDo();
  useEffect(() => {
    /** The mouse was used last: what has the focus was not reached by keyboard, or was left since. */
    let pointed = false;

    const leave = (): void => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    };
    const live = (chord: string): boolean => {
      if (chord === takesBack) return carryOut(at()?.screen === 'prepare' ? 'plan-undo' : 'undo');
      const index = stepOf(chord);
      if (index >= 0 && at()?.view.live.stage.playing?.steps[index] !== undefined) {
        void send({ type: 'stage/jump', index });
        return true;
      }
      const id = byPlain.get(chord);
      return id !== undefined && carryOut(id);
    };
    /** A clicker leads from every text field, and Escape leaves one; all else is its own. */
    const fromField = (field: HTMLElement, chord: string): boolean => {
      if (chord.startsWith('page')) return live(chord);
      if (chord === 'escape' && !inside(field, overlays)) leave();
      return false;
    };
    const plain = ({ target, repeat }: KeyboardEvent, chord: string): boolean => {
      const field = fieldOf(target);
      if (field !== null) return !repeat && fromField(field, chord);
      if (inside(target, overlays)) return false;
      // On Run a mouse press is over once it has done its work: the next key means the room, and never a couple (S14).
      const free = pointed && at()?.screen === 'run';
      if (!free && widgetKeeps(target, chord)) return false;
      if (repeat && !repeats.has(chord)) return false;
      return live(chord) || (free && chord !== 'enter' && widgetKeeps(target, chord));
    };
    const heard = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const chord = chordOf(pressOf(event));
      const id = byEverywhere.get(chord);
      const done =
        id === undefined
          ? (!inside(event.target, overlays) && kept(event)) || plain(event, chord)
          : !event.repeat && carryOut(id);
      if (done) event.preventDefault();
    };
    /** Before a menu takes a letter for the name of something in it. */
    const heardFirst = (event: KeyboardEvent): void => {
      if (event.key === 'Tab') pointed = false;
      const { target, repeat } = event;
      // The keyboard comes into a menu a moment after it opens: an Escape before that is meant for it all the same.
      const menu = event.key === 'Escape' ? document.querySelector('[role=menu]') : null;
      if (menu !== null && !inside(target, overlays)) {
        menu.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        return;
      }
      if (repeat || !inside(target, overlays) || fieldOf(target) !== null) return;
      const id = byPlain.get(chordOf(pressOf(event)));
      if (id !== undefined && actions[id].calms === true && carryOut(id)) event.preventDefault();
    };
    /** The keyboard came into what was asked for: what opens over the screen, the message or a form's seat. A note it goes back to is not it. */
    const focused = ({ target }: FocusEvent): void => {
      if (target instanceof Element && (inside(target, overlays) || calledFields.has(target.id))) cameTo(target);
    };
    const point = (): void => {
      pointed = true;
    };
    // It lands on the window and in no field of this one: what is pressed there is meant for the room.
    const deaf = bridge().onKey((pressed) =>
      window.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, cancelable: true })),
    );
    window.addEventListener('keydown', heardFirst, true);
    window.addEventListener('keydown', heard);
    window.addEventListener('focusin', focused);
    window.addEventListener('pointerdown', point, true);
    return () => {
      deaf();
      window.removeEventListener('keydown', heardFirst, true);
      window.removeEventListener('keydown', heard);
      window.removeEventListener('focusin', focused);
      window.removeEventListener('pointerdown', point, true);
    };
  }, [at, send, carryOut]);
}
