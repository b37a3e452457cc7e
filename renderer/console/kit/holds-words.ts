import { folded } from '../../../shared/session/policy/names-in';

/** Whether a text holds every word that is looked for, in any order, whatever the case and the accents. */
export function holdsWords(text: string, wanted: string): boolean {
  const within = folded(text);
  return folded(wanted.trim())
    .split(/\s+/u)
    .every((word) => within.includes(word));
}
