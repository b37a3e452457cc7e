import type { FormatName } from '../../shared/couple/summary/formats';
import { calendar } from './calendar';
import { csv } from './csv';
import { json } from './json';
import type { Maker } from './maker';
import { markdown } from './markdown';
import { page } from './page';
import { pdf } from './pdf';

/** What makes the files of each format. */
export const makers: Readonly<Record<FormatName, Maker>> = { pdf, calendar, page, markdown, csv, json };
