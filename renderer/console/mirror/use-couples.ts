import { useCallback, useMemo, useRef } from 'react';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import type { ReturningCouple } from '../../../shared/session/protocol/couple-search';
import type { FormField } from '../../../shared/session/state/drafts';
import { type Correction, corrected, correctionsIn, type PreviewRow, previewOf } from '../kit/couple-preview';
import { parseCouples } from '../kit/parse-couples';
import { useContent } from './content';
import { type FormDraft, useFormDraft } from './use-draft';
import { useReturning } from './use-returning';

interface Couples {
  readonly text: FormDraft;
  readonly corrections: FormDraft;
  readonly rows: readonly PreviewRow[];
  readonly correct: (key: string, change: Correction) => void;
  /** Who was here before, of the couples in these rows. */
  readonly returning: readonly ReturningCouple[];
}

const nobody: readonly RosterEntry[] = [];

/** A field of pasted couples, with what was put right in them: both outlive the page, as every draft does. */
export function useCouples(
  field: Extract<FormField, 'start-couples' | 'add-couples'>,
  roster: readonly RosterEntry[] = nobody,
): Couples {
  const text = useFormDraft(field);
  const corrections = useFormDraft(field === 'start-couples' ? 'start-corrections' : 'add-corrections');
  const { listWords } = useContent();
  const read = useMemo(() => parseCouples(text.text, listWords), [text.text, listWords]);
  const put = useMemo(() => correctionsIn(corrections.text), [corrections.text]);
  const rows = useMemo(() => previewOf(read, put, roster), [read, put, roster]);
  const latest = useRef({ put, rows, corrections });
  latest.current = { put, rows, corrections };
  const correct = useCallback((key: string, change: Correction) => {
    const now = latest.current;
    now.corrections.change(corrected(now.put, now.rows, key, change));
  }, []);
  return { text, corrections, rows, correct, returning: useReturning(rows, roster) };
}
