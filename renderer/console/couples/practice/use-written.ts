import { useCallback, useState } from 'react';
import type { PracticeOwner } from '../../../../shared/couple/practice/practice';
import type { PracticeKindName } from '../../../../shared/couple/practice/practice-kinds';
import { draftKey, noteCap } from '../../../../shared/session/state/drafts';
import { useLatest } from '../../mirror/hooks';
import { useDraft } from '../../mirror/use-draft';
import type { PracticeValue } from './editors';

/** What stands in the form of an entry. */
export interface Written {
  readonly owner: PracticeOwner | null;
  readonly content: Readonly<Record<string, PracticeValue>>;
  readonly on: string | null;
  /** What is half typed, by its field: no date yet, and no number. */
  readonly halves: Readonly<Record<string, string>>;
}

/** The field of the day it is of, among those half typed; no kind has one of this name. */
export const onField = 'on';

/** What is half typed without this field's: it says something now. */
export function withoutHalfOf({ halves }: Written, field: string): Written['halves'] {
  const { [field]: _, ...others } = halves;
  return others;
}

const adding = 'add/';
const fieldOf = (kind: PracticeKindName, entry: string | null): string =>
  entry === null ? `${adding}${kind}` : `change/${entry}`;
const documentOf = (couple: string) => ({ document: 'practice', id: couple }) as const;

/** What is left of forms that were not done when their page went: asked once, as the page comes. */
export function useLeft(couple: string) {
  const latest = useLatest(({ drafts }) => drafts);
  return {
    /** The kind that was being added, or null. */
    adding: (): PracticeKindName | null => {
      const start = draftKey(documentOf(couple), adding);
      const key = Object.keys(latest()).find((one) => one.startsWith(start));
      return key === undefined ? null : (key.slice(start.length) as PracticeKindName);
    },
    changing: (kind: PracticeKindName, entry: string): boolean =>
      latest()[draftKey(documentOf(couple), fieldOf(kind, entry))] !== undefined,
  };
}

/** What is written in the form of an entry; the main process has it as it is typed, so that it outlives the page. */
export function useWritten(couple: string, kind: PracticeKindName, entry: string | null, blank: Written) {
  const { draft, change } = useDraft(documentOf(couple), fieldOf(kind, entry));
  const [written, setWritten] = useState<Written>(() => (draft === null ? blank : JSON.parse(draft)));
  const write = useCallback(
    (patch: Partial<Written>) => {
      const next = { ...written, ...patch };
      setWritten(next);
      const text = JSON.stringify(next);
      // What is longer than the main process holds of anything half typed stands here alone.
      change(text.length <= noteCap ? text : null);
    },
    [written, change],
  );
  return { written, touched: draft !== null, write, done: useCallback(() => change(null), [change]) };
}
