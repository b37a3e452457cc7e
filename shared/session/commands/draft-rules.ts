import { type AnswerPlace, owners } from '../../couple/answer';
import type { DocumentRef } from '../state/document-ref';
import { draftKey } from '../state/drafts';
import type { Session } from '../state/session';
import type { Book } from './book';
import { never, type Rules } from './context';
import { fieldOf, needsConsent } from './record-rules';

/** The answer that a draft's field names, or null. */
export function answerOf(name: string): AnswerPlace | null {
  const [retreat, exercise, field, said, ...more] = name.split('/');
  const owner = owners.find((one) => one === said);
  if (retreat === undefined || exercise === undefined || field === undefined || owner === undefined) return null;
  return more.length === 0 ? { retreat, exercise, field, owner } : null;
}

/** S12: of what was removed nothing comes back, however late it was sent. */
function isThere({ retreat }: Session, of: DocumentRef, field: string): boolean {
  if (of.document === 'retreat' && of.id !== retreat?.id) return false;
  const couple = 'id' in of && of.document !== 'retreat' ? of.id : /^couple\/([^/]+)/.exec(field)?.[1];
  return couple === undefined || retreat?.couples.some(({ id }) => id === couple) === true;
}

/** S8: what is half typed of an answer or a clause is kept where it may be written. */
function mayStand(session: Session, of: DocumentRef, field: string, book: Book): boolean {
  if (of.document !== 'record' && of.document !== 'charter') return true;
  const record = session.records[of.id]?.record;
  if (record === undefined || session.retreat === null) return false;
  const joint: Pick<AnswerPlace, 'retreat' | 'owner'> = { retreat: session.retreat.id, owner: 'joint' };
  if (of.document === 'charter') return needsConsent(session, record, joint, 'text') === null;
  const place = answerOf(field);
  const asked = place === null ? undefined : fieldOf(book, place);
  if (place === null || asked === undefined || asked.kind === 'consent') return false;
  return needsConsent(session, record, place, asked.kind) === null;
}

/** What is typed and not yet done: it is held here letter by letter, for a page may die. */
export const draftRules: Rules<'draft/keep'> = {
  'draft/keep': {
    refuse: never,
    apply: (session, { of, field, text }, { book }) => {
      const key = draftKey(of, field);
      const { [key]: _, ...others } = session.drafts;
      const kept = text !== null && isThere(session, of, field) && mayStand(session, of, field, book);
      return { ...session, drafts: kept ? { ...others, [key]: { of, field, text } } : others };
    },
  },
};
