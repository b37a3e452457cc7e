import { useMemo } from 'react';
import type { Content } from '../../../shared/content/content-types';
import { contentIn } from '../../../shared/content/language';
import type { Exercise, Talk } from '../../../shared/exercise/exercise';
import type { Program, PublicTitles } from '../../../shared/exercise/program';
import type { Lasts } from '../../../shared/retreat/schedule';
import { clockForm } from '../../../shared/room/time-of-day';
import { lastsWith } from '../../../shared/session/commands/exercise-lengths';
import { type Clocks, clocksOf } from '../kit/clock-time';
import { useView } from './hooks';
import { useLanguage } from './use-language';

/** What the library offers in the console's language, with each thing to be found by its id. */
export interface Shelves extends Omit<Content, 'publicTitles'> {
  readonly titles: PublicTitles;
  readonly exercise: (id: string | null) => Exercise | undefined;
  readonly talk: (id: string | null) => Talk | undefined;
  readonly program: (id: string | null) => Program | undefined;
}

function finder<T extends { readonly id: string }>(all: readonly T[]): (id: string | null) => T | undefined {
  const found = new Map(all.map((one) => [one.id, one]));
  return (id) => (id === null ? undefined : found.get(id));
}

/** What the library offers in a language. */
export function shelvesIn(language: string): Shelves {
  const { publicTitles, ...content } = contentIn(language);
  return {
    ...content,
    titles: publicTitles,
    exercise: finder(content.exercises),
    talk: finder(content.talks),
    program: finder(content.programs),
  };
}

export function useContent(): Shelves {
  const language = useLanguage();
  return useMemo(() => shelvesIn(language), [language]);
}

/** How times of day are written and read here. */
export function useClocks(): Clocks {
  const { clock, clockWords } = useContent();
  const hour12 = useView(({ settings }) => settings.hour12);
  return useMemo(() => clocksOf(clockForm(clock, hour12), clockWords), [clock, clockWords, hour12]);
}

/** How long each item of the day really lasts, as its steps say. */
export function useLasts(): Lasts {
  const { exercise } = useContent();
  return useMemo(() => lastsWith(exercise), [exercise]);
}
