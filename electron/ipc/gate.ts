import type { z } from 'zod';
import { changedEntries } from '../../shared/session/view/console-changes';

/** Told of a refused value: how many of its parts were wrong, and which kinds of wrong; never a word of it. */
export type OnRefused = (issues: number, codes: readonly string[]) => void;

/** Whether a value has exactly the keys its schema knows. That one has not is said once, until one has again. */
function judge(schema: z.ZodType, onRefused: OnRefused): (value: unknown) => boolean {
  let refusing = false;
  return (value) => {
    const parsed = schema.safeParse(value);
    if (!parsed.success && !refusing)
      onRefused(parsed.error.issues.length, [...new Set(parsed.error.issues.map(({ code }) => code))]);
    refusing = !parsed.success;
    return parsed.success;
  };
}

/**
 * The last check before a page: a value with exactly the keys its schema knows passes as it is, and as the same object for as long as
 * it says the same; any other is refused, not stripped, and the last good one stays (S1). Undefined until there has been a good one.
 */
export function gate<V>(schema: z.ZodType<V>, onRefused: OnRefused): (value: V) => V | undefined {
  let passed: { readonly text: string; readonly value: V } | null = null;
  const isGood = judge(schema, onRefused);
  return (value) => {
    if (value === passed?.value) return value;
    const text = JSON.stringify(value);
    if (text === passed?.text) return passed.value;
    if (isGood(value)) passed = { text, value };
    return passed?.value;
  };
}

type Entries = Readonly<Record<string, unknown>>;

/** The same for a record, entry by entry: those that stay as they are are not looked at again. */
export function entryGate(schema: z.ZodType, onRefused: OnRefused): (value: Entries) => Entries {
  let passed: Entries = {};
  const isGood = judge(schema, onRefused);
  return (value) => {
    const changed = changedEntries(passed, value);
    if (changed === null) return passed;
    const written = Object.fromEntries(Object.entries(changed).filter(([, entry]) => entry !== null));
    if (isGood(written)) passed = value;
    return passed;
  };
}
