/** A document as a key names it: its kind, and its couple's or its own id where there is more than one. */
export type EditedDocument = {
  readonly document: 'retreat' | 'note' | 'record' | 'charter' | 'practice';
  readonly id: string;
};

/** What a field is of: a document, or a form of none that is there yet. */
export type DocumentRef = EditedDocument | { readonly document: 'live' | 'settings' | 'new-retreat' };

export const editedDocuments = [
  'retreat',
  'note',
  'record',
  'charter',
  'practice',
] as const satisfies readonly EditedDocument['document'][];
export const loneDocuments = ['live', 'settings', 'new-retreat'] as const satisfies readonly Exclude<
  DocumentRef,
  EditedDocument
>['document'][];
