import { useEffect } from 'react';
import { useCommand } from '../mirror/hooks';
import { type ActionId, actionIds, actions, digitSteps } from './actions';
import { chordOf } from './chord';
import { useAt, useDo } from './use-actions';

const byPlain = new Map<string, ActionId>(actionIds.flatMap((id) => actions[id].keys.map((key) => [key, id] as const)));
const byEverywhere = new Map<string, ActionId>(
  actionIds.flatMap((id) => {
    const { everywhere } = actions[id];
    return everywhere === undefined ? [] : [[everywhere, id] as const];
  }),
);

const typingIn =
  'input:not([type=checkbox],[type=radio],[type=range],[type=button]), textarea, select, [contenteditable=true]';
const pressed =
  'button, a[href], summary, input, [role=button], [role=option], [role=menuitem], [role=tab], [role=switch]';
const steered =
  'input[type=radio], input[type=range], [role=radio], [role=slider], [role=tab], [role=menuitem], [role=option], [aria-roledescription]';
/** Keys that repeat while held down; every other live key counts once. */
const repeats: ReadonlySet<string> = new Set(['+', '=', '-']);

const inside = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** A widget that has the focus keeps the keys it answers to itself. */
function widgetKeeps(target: EventTarget | null, chord: string): boolean {
  if (chord === 'space' || chord === 'enter') return inside(target, pressed);
  return /^(arrow|page|home|end)/.test(chord) && inside(target, steered);
}

/** Listens for every key of the table, in the whole window. */
export function useKeyboard(): void {
  const at = useAt();
  const send = useCommand();
  const carryOut = useDo();
  useEffect(() => {
    const plain = (event: KeyboardEvent, chord: string): boolean => {
      if (inside(event.target, typingIn) || inside(event.target, '[role=dialog], [role=menu], [role=listbox]'))
        return false;
      if (widgetKeeps(event.target, chord)) return false;
      if (event.repeat && !repeats.has(chord)) return false;
      if (chord === 'mod+z') return carryOut(at()?.screen === 'prepare' ? 'plan-undo' : 'undo');
      const index = /^[1-9]$/.test(chord) ? Number(chord) - 1 : -1;
      if (index >= 0 && index < digitSteps && at()?.view.live.stage.playing?.steps[index] !== undefined) {
        void send({ type: 'stage/jump', index });
        return true;
      }
      const id = byPlain.get(chord);
      return id !== undefined && carryOut(id);
    };
    const heard = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const chord = chordOf(event);
      const id = byEverywhere.get(chord);
      const done = id === undefined ? plain(event, chord) : !event.repeat && carryOut(id);
      if (done) event.preventDefault();
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, [at, send, carryOut]);
}
