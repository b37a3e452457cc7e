import type { FormatName } from './formats';

interface OwnForm {
  readonly extension: string;
  /** What stands in a file of it. */
  readonly formats: readonly FormatName[];
}

/** In which forms a partner takes their own copy along, in the order they are offered. A file of any opens by its pass-phrase alone. */
export const ownFormNames = ['pages', 'data'] as const;
export type OwnFormName = (typeof ownFormNames)[number];

export const ownForms: Readonly<Record<OwnFormName, OwnForm>> = {
  pages: { extension: 'pdf', formats: ['pdf'] },
  /** Text for any editor, a table and data for other programs, in one. */
  data: { extension: 'zip', formats: ['markdown', 'csv', 'json'] },
};
