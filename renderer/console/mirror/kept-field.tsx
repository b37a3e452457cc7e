import { useState } from 'react';
import { Field, type FieldProps, type Kept } from '../kit/field';
import { useCommand, useLatest, useNewest } from './hooks';

/** Has the main process keep what a line is being rewritten to, until it is left, so that it outlives this page. */
function useKept(of: string): Kept {
  const send = useCommand('patient');
  const latest = useLatest(({ rewrite }) => rewrite);
  const [left] = useState(() => {
    const rewrite = latest();
    return rewrite?.of === of ? rewrite.text : null;
  });
  const { hand: keep } = useNewest(async (text: string | null) => {
    await send({ type: 'rewrite/keep', of, text });
  });
  return { left, keep };
}

interface KeptFieldProps extends Omit<FieldProps, 'kept'> {
  /** Names the line among all there are ("couple/<id>/A"). */
  readonly of: string;
}

/** A line of text that is there again, as far as it was typed, when its page was not. */
export function KeptField({ of, ...rest }: KeptFieldProps) {
  return <Field {...rest} kept={useKept(of)} />;
}
