import type { Language } from '../content-types';
import { content } from './content';
import { words } from './interface/interface';

/** English, whole: one chunk. */
export const language: Language = { content, words };
