import type { Command } from '../commands/commands';
import type { EditedDocument } from './document-ref';

/** The command that takes an edit back, or makes it again, and the document it changes. */
export interface TakeBack {
  readonly document: EditedDocument;
  readonly command: Command;
}

/** What takes back the last edits, and what makes again those that were taken back; newest last. */
export interface UndoList {
  readonly back: readonly TakeBack[];
  readonly again: readonly TakeBack[];
}

/** Whose edits a list holds: the retreat's that is open, or a couple's by its id. */
export type UndoOwner = 'retreat' | `couple/${string}`;
export type UndoLists = Readonly<Partial<Record<UndoOwner, UndoList>>>;

const mostEdits = 100;

export const emptyList: UndoList = { back: [], again: [] };

export const ownerOf = (couple: string | null): UndoOwner => (couple === null ? 'retreat' : `couple/${couple}`);

/** Every document but the retreat's is a couple's. */
const listOf = (lists: UndoLists, { document, id }: EditedDocument) => {
  const owner = ownerOf(document === 'retreat' ? null : id);
  return { owner, list: lists[owner] ?? emptyList };
};

const only = ({ back, again }: UndoList, stays: (one: TakeBack) => boolean): UndoList => ({
  back: back.filter(stays),
  again: again.filter(stays),
});

/** What takes back the newest edit beside those of a document. */
export const newestEdit = (lists: UndoLists, document: EditedDocument): TakeBack | null =>
  listOf(lists, document).list.back.at(-1) ?? null;

/**
 * The lists with an edit that was just made, or that goes on with the newest: what had been taken back before it cannot be made
 * again.
 */
export function withEdit(lists: UndoLists, takeBack: TakeBack, goesOn: boolean): UndoLists {
  const { owner, list } = listOf(lists, takeBack.document);
  const back = goesOn ? list.back : [...list.back, takeBack].slice(-mostEdits);
  return { ...lists, [owner]: { back, again: [] } };
}

/** Of a couple that was removed nothing stays, neither its list nor its lines in the retreat's (S12). */
export function withoutCouple(lists: UndoLists, id: string): UndoLists {
  const { [ownerOf(id)]: _, ...left } = lists;
  if (lists.retreat === undefined) return left;
  return { ...left, retreat: only(lists.retreat, ({ command }) => !('id' in command) || command.id !== id) };
}

/** Without those edits of a document that `goes` says. */
export function withoutCommands(lists: UndoLists, of: EditedDocument, goes: (command: Command) => boolean): UndoLists {
  const { owner, list } = listOf(lists, of);
  const stays = ({ document: { document, id }, command }: TakeBack): boolean =>
    document !== of.document || id !== of.id || !goes(command);
  return { ...lists, [owner]: only(list, stays) };
}

/** Without the edits of one document: what takes them back holds its words. */
export const withoutDocument = (lists: UndoLists, gone: EditedDocument): UndoLists =>
  withoutCommands(lists, gone, () => true);
