import { askNames } from '../shared/couple/page/page-asks';
import type { CodedPage } from '../shared/couple/page/page-document';
import { aBook } from './make';

export const aCode = '3f2c7f5e-0000-4000-8000-000000000001';

/** A page that asks everything, of a retreat that ended on the sixth of March. */
export const aCodedPage = (patch: Partial<CodedPage> = {}): CodedPage => ({
  code: aCode,
  language: 'en',
  asks: askNames,
  days: { first: '2026-03-07', 'day-30': '2026-04-05', 'day-60': '2026-05-05' },
  helpLines: [{ name: 'Crisis line', number: '988', note: 'Day and night' }],
  words: aBook.page,
  ...patch,
});
