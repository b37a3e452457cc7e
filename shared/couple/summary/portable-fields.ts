import type { ClauseKindName, ContentOf } from '../charter/clause-kinds';
import type { PracticeContentOf, PracticeKindName } from '../practice/practice-kinds';

/**
 * What of each form goes along as data: of a clause it is both partners', of practice its owner's. A field that is not named stands in no
 * file until somebody says whose it is.
 */
export const clauseFields: { readonly [K in ClauseKindName]: readonly (keyof ContentOf<K> & string)[] } = {
  vision: ['facet', 'text'],
  priorities: ['order'],
  principle: ['text'],
  protection: ['text'],
  agreement: ['text'],
  'enforcement-cue': ['guards', 'cue', 'reply'],
  signal: ['word', 'gesture', 'emoji', 'meaning'],
  timeout: ['how', 'length', 'soothes', 'stirs', 'returnSentence', 'places', 'extension', 'latest'],
  'landing-phrases': ['phrases'],
  'hello-and-goodbye': ['hello', 'goodbye', 'bedAndMorning', 'fromAfar'],
  'third-parties': ['supports', 'tugs', 'checkFirst', 'betweenUs', 'sentence'],
  'storm-plan': ['storm', 'firstStep', 'whoDecides'],
  'near-far-rule': ['rule'],
  'daily-check-in': ['time', 'place', 'reminder', 'length'],
  'weekly-review': ['weekday', 'time'],
  'slip-plan': ['slips', 'earlySigns', 'firstStep', 'kindSentence'],
};

export const practiceFields: { readonly [K in PracticeKindName]: readonly (keyof PracticeContentOf<K> & string)[] } = {
  journal: ['trigger', 'body', 'move', 'echo', 'intensity'],
  disclosure: ['trigger', 'body', 'impulse', 'earlyPattern'],
  repair: ['hurt', 'part', 'matters', 'received', 'need'],
  bids: ['noticed', 'answered'],
  wish: ['what', 'text'],
  goal: ['text', 'by'],
  pledge: ['text'],
  win: ['text'],
  slip: ['text', 'kind'],
  'check-in': ['decisions', 'conflict', 'outsiders', 'hardMoments'],
  'own-check-in': ['decisions', 'conflict', 'outsiders', 'hardMoments'],
  review: ['works', 'adjust', 'win', 'slip'],
  timeout: ['kept', 'note'],
  measure: ['moment', 'item', 'name', 'score'],
};

/** What of a form is named. */
export const named = (content: object | null, fields: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(content ?? {}).filter(([field]) => fields.includes(field)));
