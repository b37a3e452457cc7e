import { createContext, use } from 'react';
import type { HandoverWords } from '../../shared/couple/handover-view';

export const WordsContext = createContext<HandoverWords | null>(null);

/** What the page says, in its language. */
export function useWords(): HandoverWords {
  const words = use(WordsContext);
  if (words === null) throw new Error('No words above this component.');
  return words;
}
