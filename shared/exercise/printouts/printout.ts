import { z } from 'zod';
import { idSchema } from '../../room/id-schema';
import type { HelpLine } from '../../room/room-view';
import type { Exercise } from '../exercise';
import { cardLeaves } from './cards';
import { consentLeaves } from './consent-form';
import type { Leaf, Pages } from './pages';
import type { PrintoutKey, PrintoutWords } from './printout-words';
import { type Report, reportLeaves } from './report';
import { worksheetLeaves } from './worksheet';

/** What there is to print for the room, in the order it is offered. */
export const printoutNames = ['worksheet', 'booklet', 'consent-form', 'cards', 'report'] as const;
export type PrintoutName = (typeof printoutNames)[number];

/** One thing to print; `exercise`: the one whose worksheet it is. */
export const printoutSchema = z.strictObject({ name: z.enum(printoutNames), exercise: idSchema.nullable() });
export type Printout = z.infer<typeof printoutSchema>;

/** All that a printout is made from: nothing of a couple is in reach. */
export interface PrintoutSource {
  /** The exercise it is for. */
  readonly exercise: Exercise | null;
  /** Those of the retreat's plan, in their order. */
  readonly planned: readonly Exercise[];
  readonly helpLines: readonly HelpLine[];
  /** How the retreat went; null while none is open. */
  readonly report: Report | null;
}

interface Made {
  readonly set: Pages['set'];
  readonly title: PrintoutKey;
  readonly leaves: (source: PrintoutSource, words: PrintoutWords) => readonly Leaf[];
}

/** What is printed, by name: a new one is an entry here and its words. */
const printouts: Readonly<Record<PrintoutName, Made>> = {
  worksheet: {
    set: 'form',
    title: 'worksheet',
    leaves: ({ exercise }, words) => (exercise === null ? [] : worksheetLeaves(exercise, words)),
  },
  booklet: {
    set: 'form',
    title: 'booklet',
    leaves: ({ planned }, words) => planned.flatMap((exercise) => worksheetLeaves(exercise, words)),
  },
  'consent-form': { set: 'form', title: 'consentFor', leaves: (_, words) => consentLeaves(words) },
  cards: { set: 'wall', title: 'cardsTitle', leaves: ({ helpLines }, words) => cardLeaves(words, helpLines) },
  report: {
    set: 'text',
    title: 'report',
    leaves: ({ report }, words) => (report === null ? [] : reportLeaves(report, words)),
  },
};

/** A printout as a document, or null where there would be nothing on it. */
export function makePrintout({ name }: Printout, source: PrintoutSource, words: PrintoutWords): Pages | null {
  const { set, title, leaves } = printouts[name];
  const all = leaves(source, words);
  if (all.length === 0) return null;
  return {
    language: words.language,
    set,
    title: words.say(title, { title: source.exercise?.title ?? '' }),
    leaves: [...all],
    foot: set === 'wall' ? null : words.say('foot'),
  };
}
