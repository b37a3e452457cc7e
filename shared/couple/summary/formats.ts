import { sides } from '../../room/wall';
import { type Version, versions } from './version';

interface Format {
  /** What a file of it ends with, without the full stop. */
  readonly extension: string;
  /** For whom there is one. */
  readonly versions: readonly Version[];
}

/** The kinds of files a summary becomes, in the order they are offered; each is written by a file of its own. */
export const formatNames = ['pdf', 'page'] as const;
export type FormatName = (typeof formatNames)[number];

export const formats: Readonly<Record<FormatName, Format>> = {
  pdf: { extension: 'pdf', versions },
  /** A page that one partner fills in at home and sends back. */
  page: { extension: 'html', versions: sides },
};
