import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { cutTo } from '../../../shared/room/one-line';
import { privately } from './privately';

interface FieldProps {
  readonly label: string;
  /** The label is for screen readers only, because the place says what it is. */
  readonly bare?: boolean;
  readonly value: string;
  /** What is typed is shown as dots. */
  readonly hidden?: boolean;
  /** Called with what was typed, on Enter or when the field is left; not called when nothing changed. */
  readonly onCommit: (value: string) => void;
  /** Called with what is in the field each time that changes, kept or not. */
  readonly onType?: (value: string) => void;
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
  onType,
  check,
  ...rest
}: FieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const change = (next: string) => {
    setText(next);
    onType?.(next);
  };
  const error = text === value ? null : (check?.(text) ?? null);

  const leave = () => {
    if (text === value) return;
    if (error === null) onCommit(text);
    else change(value);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') change(value);
  };
  return (
    <TextInput
      {...rest}
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
