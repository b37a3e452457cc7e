import type { Content } from '../content-types';
import { clock, clockWords } from './clock';
import { commonWords } from './common-words';
import { exercises } from './exercises';
import { helpLines } from './help';
import { helpWords } from './help-words';
import { listWords } from './list-words';
import { programs } from './programs';
import { publicTitles } from './public-titles';
import { talks } from './talks';

/** Everything the English library offers to put on the wall. */
export const content: Content = {
  exercises,
  talks,
  programs,
  publicTitles,
  helpLines,
  commonWords,
  listWords,
  helpWords,
  clock,
  clockWords,
};
