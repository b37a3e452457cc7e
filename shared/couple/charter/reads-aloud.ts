import type { CarriedBy } from './clause';
import { kindOf, type Saying } from './clause-kinds';
import type { Speech } from './speech';

/** What a clause says, and who carries it. */
export interface Said {
  readonly saying: Saying;
  readonly carriedBy: CarriedBy;
}

type Words = Omit<Speech, 'clause'>;

/** How a clause reads aloud, in paragraphs; `said`: what each clause of its charter says, by id. */
export function readsAloud(
  { saying, carriedBy }: Said,
  words: Words,
  said: ReadonlyMap<string, Said>,
): readonly string[] {
  // A cue guards no cue, so that reading one out comes to an end whatever was saved.
  const clause = (id: string): string | null => {
    const guarded = said.get(id);
    if (guarded === undefined || guarded.saying.kind === 'enforcement-cue') return null;
    return readsAloud(guarded, words, said).join(' ');
  };
  const paragraphs = kindOf(saying).reads(saying.content, { ...words, clause });
  if (carriedBy === 'both' || paragraphs.length === 0) return paragraphs;
  return [...paragraphs, words.say('onlyOne', { name: words.name(carriedBy) })];
}
