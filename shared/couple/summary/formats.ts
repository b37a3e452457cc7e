import { sides } from '../../room/wall';
import { type Version, versions } from './version';

/** What a file is written from, and what there has to be for it: what the couple keeps, days to come, or something to ask at home. */
export const origins = ['summary', 'days', 'questions'] as const;
export type Origin = (typeof origins)[number];

interface Format {
  readonly from: Origin;
  /** What a file of it ends with, without the full stop. */
  readonly extension: string;
  /** For whom there is one. */
  readonly versions: readonly Version[];
  /** It says the same to both: one for a couple, for both where that copy is made too. */
  readonly once?: true;
  /** A file of it can ask for a pass-phrase before it opens. */
  readonly encrypts?: true;
}

/** The kinds of files a summary becomes, in the order they are offered; each is written by a file of its own. */
export const formatNames = ['pdf', 'calendar', 'page', 'markdown', 'csv', 'json'] as const;
export type FormatName = (typeof formatNames)[number];

/** How something is handed out: as a file of one of those, or printed. */
export const handedFormats = [...formatNames, 'paper'] as const;
export type HandedFormat = (typeof handedFormats)[number];

export const formats: Readonly<Record<FormatName, Format>> = {
  pdf: { from: 'summary', extension: 'pdf', versions, encrypts: true },
  calendar: { from: 'days', extension: 'ics', versions, once: true },
  /** A page that one partner fills in at home and sends back. */
  page: { from: 'questions', extension: 'html', versions: sides },
  /** Text for any editor. */
  markdown: { from: 'summary', extension: 'md', versions },
  /** A table, a line for each thing that is said. */
  csv: { from: 'summary', extension: 'csv', versions },
  /** Data for another program. */
  json: { from: 'summary', extension: 'json', versions },
};
