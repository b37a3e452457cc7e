import type { Press } from '../../../shared/session/policy/chords';

const mac = navigator.userAgent.includes('Mac');

/** What the window tells of a key, in the words of the table of actions. */
export const pressOf = (event: KeyboardEvent): Press => ({
  key: event.key,
  code: event.code,
  mod: mac ? event.metaKey : event.ctrlKey,
  other: mac ? event.ctrlKey : event.metaKey,
  alt: event.altKey,
  shift: event.shiftKey,
  altGr: event.getModifierState('AltGraph'),
});

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
