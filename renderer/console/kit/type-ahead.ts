/**
 * What is typed between asking for a field and its having the keyboard. It is meant for the field, and never for the room: no letter of
 * a message or a search may put something on the wall.
 */

/** A field comes within tens of milliseconds; one that never does must not keep the room's keys away for long. */
const longestWaitMs = 1500;

/** A page that was held up gets to its field late: what was pressed in time is written there all the same, and nowhere after that. */
const longestHeldUpMs = 10_000;

const textField = 'input:not([type]), input[type=text], input[type=search], textarea';

interface Wait {
  /** When it was asked for, as `performance.now()` tells it. */
  readonly since: number;
  readonly cancel: () => void;
  typed: string;
}

let wait: Wait | null = null;

/** AltGr writes letters, and is told as Ctrl and Alt. */
const commands = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');

/** What is awaited at a moment, if that is not too long ago. */
const waitingAt = (moment: number, longestMs: number): Wait | null =>
  wait !== null && moment < wait.since + longestMs ? wait : null;

/** From now on plain keys are kept for what was asked for, until the keyboard is there; Escape takes the asking back. */
export function awaitField(cancel: () => void): void {
  wait = { since: performance.now(), cancel, typed: '' };
}

/** Whether a key was kept for what is awaited. */
export function kept(event: KeyboardEvent): boolean {
  // By when it was pressed: a page that is held up hears of it late.
  const on = waitingAt(event.timeStamp, longestWaitMs);
  if (on === null) return false;
  if (event.key === 'Escape') {
    wait = null;
    on.cancel();
  } else if (event.key === 'Backspace') on.typed = [...on.typed].slice(0, -1).join('');
  else if ([...event.key].length === 1 && !commands(event)) on.typed += event.key;
  return true;
}

/** The keyboard has come somewhere: what was typed for it goes there if it takes text. */
export function cameTo(element: Element): void {
  const on = waitingAt(performance.now(), longestHeldUpMs);
  wait = null;
  if (on === null || on.typed === '' || !element.matches(textField)) return;
  // The one way to write into a field as a person does: it is heard as typed, and can be undone.
  document.execCommand('insertText', false, on.typed);
}
