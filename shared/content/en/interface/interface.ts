import { home } from './home';
import { notices } from './notices';
import { prepare } from './prepare';
import { refusals } from './refusals';
import { room } from './room';
import { settings } from './settings';
import { shell } from './shell';

/** All interface text, by namespace. A second language is a folder beside this one with the same shape. */
export const words = { home, notices, prepare, refusals, room, settings, shell };
