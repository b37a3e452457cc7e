import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { cutTo } from '../../../shared/room/one-line';
import type { Answer } from '../../../shared/session/protocol/refusal-code';
import { privately } from './privately';

/** What is in a line while it is being typed; it outlives the page. */
export interface Typed {
  /** What is typed over the value, or null. */
  readonly draft: string | null;
  /** Given each change; null once the line says what it is to say. */
  readonly change: (text: string | null) => void;
}

export interface FieldProps {
  readonly label: string;
  /** The label is for screen readers only, because the place says what it is. */
  readonly bare?: boolean;
  readonly value: string;
  /** What is typed is shown as dots. */
  readonly hidden?: boolean;
  /** Called with what was typed, on Enter or when the field is left; not called when nothing changed. Null: it comes to the same. */
  readonly onCommit: (value: string) => Promise<Answer> | null;
  readonly typed: Typed;
  /** A reason it cannot be kept, or null. */
  readonly check?: (value: string) => string | null;
  readonly rightSection?: ReactNode;
  /** UTF-16 units; what is typed beyond is left out, never cutting an emoji in two. */
  readonly maxLength?: number;
  readonly placeholder?: string;
}

/** One line of text that is kept when the field is left. Escape brings the old value back. */
export function Field({
  label,
  bare = false,
  hidden = false,
  maxLength = Number.POSITIVE_INFINITY,
  value,
  onCommit,
  check,
  typed: { draft, change: keep },
  ...rest
}: FieldProps) {
  const text = draft ?? value;
  const field = useRef<HTMLInputElement>(null);
  const stood = useRef(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as it appears does it go on where its page left off
  useEffect(() => {
    if (draft === null) return;
    if (draft === value) return keep(null);
    field.current?.focus();
    field.current?.setSelectionRange(draft.length, draft.length);
  }, []);
  useEffect(() => {
    if (stood.current === value) return;
    // Another value, by an undo too, ends what was typed over the old one.
    stood.current = value;
    keep(null);
  }, [value, keep]);
  const change = (next: string) => keep(next === value ? null : next);
  const error = text === value ? null : (check?.(text) ?? null);

  const leave = () => {
    if (text === value) return;
    const answer = error === null ? onCommit(text) : null;
    if (answer === null) change(value);
    else void answer.then(({ ok }) => ok && keep(null));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') change(value);
  };
  return (
    <TextInput
      {...rest}
      ref={field}
      {...privately(hidden)}
      {...(bare ? { 'aria-label': label } : { label })}
      value={text}
      error={error}
      onChange={(event) => change(cutTo(event.currentTarget.value, maxLength))}
      onBlur={leave}
      onKeyDown={press}
    />
  );
}
