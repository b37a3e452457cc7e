import type { DocumentRef } from '../state/document-ref';
import { type Draft, draftKey, savesItself } from '../state/drafts';
import type { Session } from '../state/session';
import { emptyList, newestEdit, ownerOf, type UndoList, withEdit } from '../state/undo-lists';
import type { Command, CommandType } from './commands';
import { type Context, type Rule, type Rules, refuse } from './context';

type RuleOf = (command: Command) => Rule<CommandType>;

/** The edit that a draft becomes by itself. */
const becomes: { readonly [K in DocumentRef['document']]?: (id: string, draft: Draft) => Command } = {
  note: (id, { text }) => ({ type: 'couple/note', id, text }),
};

function editOf(draft: Draft): Command | null {
  if (!savesItself(draft) || !('id' in draft.of)) return null;
  return becomes[draft.of.document]?.(draft.of.id, draft) ?? null;
}

interface Edits {
  /** Carries a command out and, where it is an edit, enters what takes it back in the list of its document's owner. */
  readonly edited: (session: Session, command: Command, context: Context) => Session;
  /** Makes an edit of a draft that rests; one whose document went has nowhere to go. */
  readonly settled: (session: Session, draft: Draft, context: Context) => Session;
  readonly rules: Rules<'edit/undo' | 'edit/redo'>;
}

export function editsBy(ruleOf: RuleOf): Edits {
  const refused = (session: Session, command: Command, context: Context): boolean =>
    ruleOf(command).refuse(session, command, context) !== null;

  const edited: Edits['edited'] = (session, command, context) => {
    const { apply, inverse, edits, continues } = ruleOf(command);
    const after = apply(session, command, context);
    const back = inverse?.(session, command, context) ?? null;
    const document = edits?.(command) ?? (session.retreat && { document: 'retreat', id: session.retreat.id });
    if (back === null || document === null) return after;
    const last = newestEdit(after.undoLists, document);
    const goesOn = last !== null && continues?.(last.command, command) === true;
    return { ...after, undoLists: withEdit(after.undoLists, { document, command: back }, goesOn) };
  };

  const settled: Edits['settled'] = (session, draft, context) => {
    const { [draftKey(draft.of, draft.field)]: _, ...drafts } = session.drafts;
    const command = editOf(draft);
    const without = { ...session, drafts };
    return command === null || refused(without, command, context) ? without : edited(without, command, context);
  };

  /** What is being typed about a couple is its newest edit. */
  const settledOf = (session: Session, couple: string | null, context: Context): Session =>
    Object.values(session.drafts)
      .filter((draft) => savesItself(draft) && 'id' in draft.of && draft.of.id === couple)
      .reduce((at, draft) => settled(at, draft, context), session);

  /** The newest that can still be done. What has run since (an inserted break, say) stays. */
  const newest = (session: Session, entries: UndoList['back'], context: Context): number =>
    entries.findLastIndex(({ command }) => !refused(session, command, context));

  /** Does what one side of a list says, and enters what reverses it in the other. */
  function turning(from: keyof UndoList, to: keyof UndoList): Rule<'edit/undo'> & Rule<'edit/redo'> {
    return {
      refuse: (session, { couple }, context) => {
        const at = settledOf(session, couple, context);
        const list = at.undoLists[ownerOf(couple)] ?? emptyList;
        return newest(at, list[from], context) === -1 ? refuse('nothing-to-undo') : null;
      },
      apply: (session, { couple }, context) => {
        const at = settledOf(session, couple, context);
        const owner = ownerOf(couple);
        const list = at.undoLists[owner] ?? emptyList;
        const index = newest(at, list[from], context);
        const entry = list[from][index];
        if (entry === undefined) return at;
        const { document, command } = entry;
        const { apply, inverse } = ruleOf(command);
        const reverse = inverse?.(at, command, context) ?? null;
        const turned = apply(at, command, context);
        const left: UndoList = {
          ...list,
          [from]: list[from].slice(0, index),
          [to]: reverse === null ? list[to] : [...list[to], { document, command: reverse }],
        };
        return { ...turned, undoLists: { ...turned.undoLists, [owner]: left } };
      },
    };
  }

  return { edited, settled, rules: { 'edit/undo': turning('back', 'again'), 'edit/redo': turning('again', 'back') } };
}
