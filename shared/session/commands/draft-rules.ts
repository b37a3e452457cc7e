import { withoutDraft } from '../state/session';
import type { Command } from './commands';
import { never, type Rules } from './context';

type DraftCommand = Extract<Command, { type: 'draft/keep' | 'rewrite/keep' }>;

/** What is typed and not yet done: it is held here letter by letter, for a page may die. */
export const draftRules: Rules<DraftCommand['type']> = {
  'draft/keep': {
    refuse: never,
    apply: (session, { field, text }) =>
      text === '' ? withoutDraft(session, field) : { ...session, drafts: { ...session.drafts, [field]: text } },
  },
  'rewrite/keep': {
    refuse: never,
    apply: (session, { of, text }) => {
      const [kind, id] = of.split('/');
      // S12: of a couple that was removed nothing comes back, however late it was sent.
      const gone = kind === 'couple' && !session.retreat?.couples.some((couple) => couple.id === id);
      if (text !== null) return gone ? session : { ...session, rewrite: { of, text } };
      // Another line may be under the keyboard already.
      return session.rewrite?.of === of ? { ...session, rewrite: null } : session;
    },
  },
};
