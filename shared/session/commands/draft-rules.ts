import type { DocumentRef } from '../state/document-ref';
import { draftKey } from '../state/drafts';
import type { Session } from '../state/session';
import { never, type Rules } from './context';

/** S12: of what was removed nothing comes back, however late it was sent. */
function isThere({ retreat }: Session, of: DocumentRef, field: string): boolean {
  if (of.document === 'retreat' && of.id !== retreat?.id) return false;
  const couple = 'id' in of && of.document !== 'retreat' ? of.id : /^couple\/([^/]+)/.exec(field)?.[1];
  return couple === undefined || retreat?.couples.some(({ id }) => id === couple) === true;
}

/** What is typed and not yet done: it is held here letter by letter, for a page may die. */
export const draftRules: Rules<'draft/keep'> = {
  'draft/keep': {
    refuse: never,
    apply: (session, { of, field, text }) => {
      const key = draftKey(of, field);
      const { [key]: _, ...others } = session.drafts;
      const kept = text !== null && isThere(session, of, field);
      return { ...session, drafts: kept ? { ...others, [key]: { of, field, text } } : others };
    },
  },
};
