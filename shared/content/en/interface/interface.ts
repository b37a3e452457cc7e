import { answers } from './answers';
import { capture } from './capture';
import { charter } from './charter';
import { couples } from './couples';
import { file } from './file';
import { forms } from './forms';
import { handover } from './handover';
import { home } from './home';
import { menu } from './menu';
import { notices } from './notices';
import { page } from './page';
import { practice } from './practice';
import { prepare } from './prepare';
import { printouts } from './printouts';
import { refusals } from './refusals';
import { returning } from './returning';
import { room } from './room';
import { run } from './run';
import { settings } from './settings';
import { shell } from './shell';
import { summary } from './summary';

/** All interface text, by namespace. A second language is a folder beside this one with the same shape. */
export const words = {
  answers,
  capture,
  charter,
  couples,
  file,
  forms,
  handover,
  home,
  menu,
  notices,
  page,
  practice,
  prepare,
  printouts,
  refusals,
  returning,
  room,
  run,
  settings,
  shell,
  summary,
};
