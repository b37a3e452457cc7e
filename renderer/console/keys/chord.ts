const mac = navigator.userAgent.includes('Mac');

const named: Readonly<Record<string, string>> = { ' ': 'space' };

/** The plain letter of a key on layouts that type another script with it. */
function latin(event: KeyboardEvent): string {
  const key = named[event.key] ?? event.key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  return key.length === 1 && key > '\u007f' && letter !== undefined ? letter.toLowerCase() : key;
}

/** How the table of actions writes what was pressed: "b", "shift+e", "mod+k". Signs such as "?" carry no shift. */
export function chordOf(event: KeyboardEvent): string {
  const key = latin(event);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  const sign = key.length === 1 && !/[a-z]/.test(key);
  return [
    mod ? 'mod+' : '',
    other ? 'other+' : '',
    event.altKey ? 'alt+' : '',
    event.shiftKey && !sign ? 'shift+' : '',
    key,
  ].join('');
}

const pictured: Readonly<Record<string, string>> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  mod: mac ? '⌘' : 'Ctrl',
};

/** The caps of a chord, in the order they are pressed; `word` names those that have no picture. */
export function capsOf(chord: string, word: (key: string) => string): string[] {
  const parts = chord === '+' ? ['+'] : chord.split('+');
  return parts.map((part) => pictured[part] ?? (part.length === 1 ? part.toUpperCase() : word(part)));
}
