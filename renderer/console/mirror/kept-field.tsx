import type { DocumentRef } from '../../../shared/session/state/document-ref';
import { Field, type FieldProps } from '../kit/field';
import { useDraft } from './use-draft';

interface KeptFieldProps extends Omit<FieldProps, 'typed'> {
  readonly of: DocumentRef;
  /** Names the line among all of its document ("couple/<id>/A"). */
  readonly field: string;
}

/** A line of text that is there again, as far as it was typed, when its page was not. */
export function KeptField({ of, field, ...rest }: KeptFieldProps) {
  return <Field {...rest} typed={useDraft(of, field)} />;
}
