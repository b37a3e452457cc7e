import { type Side, sides } from '../../room/wall';

/** For whom a summary is made: for both, or for one partner alone. */
export const versions = ['joint', ...sides] as const;
export type Version = (typeof versions)[number];

/** Whom a version is for. */
export const readersOf = (version: Version): readonly Side[] => (version === 'joint' ? sides : [version]);

/** What a summary is about, in the order it is read. */
export const sectionIds = [
  'card',
  'agreed',
  'drafts',
  'rituals',
  'plans',
  'practised',
  'charts',
  'own',
  'ahead',
  'help',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** Sizes of paper, as style sheets name them. */
export const papers = ['A4', 'Letter'] as const;
export type Paper = (typeof papers)[number];
