import type { z } from 'zod';
import { changedEntries } from '../../shared/session/view/console-changes';

/** Told of a refused value: how many of its parts were wrong, and which kinds of wrong; never a word of it. */
export type OnRefused = (issues: number, codes: readonly string[]) => void;

/**
 * The last check before a page: a value with exactly the keys its schema knows passes as it is, and as the same object for as long as
 * it says the same; any other is refused, not stripped, and the last good one stays (S1). It is said once until one passes again.
 * Undefined until there has been a good one.
 */
export function gate<V>(schema: z.ZodType<V>, onRefused: OnRefused): (value: V) => V | undefined {
  let passed: { readonly text: string; readonly value: V } | null = null;
  let refusing = false;
  return (value) => {
    if (value === passed?.value) return value;
    const text = JSON.stringify(value);
    if (text === passed?.text) return passed.value;
    const parsed = schema.safeParse(value);
    if (parsed.success) passed = { text, value };
    else if (!refusing)
      onRefused(parsed.error.issues.length, [...new Set(parsed.error.issues.map(({ code }) => code))]);
    refusing = !parsed.success;
    return passed?.value;
  };
}

type Entries = Readonly<Record<string, unknown>>;

/** The same for a record, entry by entry: those that stay as they are are not looked at again. */
export function entryGate(schema: z.ZodType, onRefused: OnRefused): (value: Entries) => Entries {
  let passed: Entries = {};
  const pass = gate(schema, onRefused);
  return (value) => {
    const changed = changedEntries(passed, value);
    if (changed === null) return passed;
    const written = Object.fromEntries(Object.entries(changed).filter(([, entry]) => entry !== null));
    if (pass(written) === written) passed = value;
    return passed;
  };
}
