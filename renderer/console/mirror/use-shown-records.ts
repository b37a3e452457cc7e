import { useEffect, useMemo } from 'react';
import { type Send, useCommand } from './hooks';

/** The couples a component draws: of `sheets` consents and how each exercise stands, of `whole` the record the facilitator may know. */
export interface ShownRecords {
  readonly sheets: readonly string[];
  readonly whole: readonly string[];
}

const kinds = ['sheets', 'whole'] as const;
const nobody: readonly string[] = [];

const union = (needs: Iterable<ShownRecords>, kind: (typeof kinds)[number]): string[] =>
  [...new Set([...needs].flatMap((need) => need[kind]))].sort();

/**
 * Collects what each component needs and tells the union. What is asked and given up in one go is told once, after it: a record that goes
 * from one component to another is never let go in between. One telling is answered before the next is sent, so that the last one counts.
 */
export function shownRecords() {
  const needs = new Set<ShownRecords>();
  let told = '';
  let telling = false;
  async function tell(send: Send): Promise<void> {
    if (telling) return;
    telling = true;
    for (;;) {
      await Promise.resolve();
      const shown = { sheets: union(needs, 'sheets'), whole: union(needs, 'whole') };
      const next = JSON.stringify(shown);
      if (next === told) break;
      told = next;
      await send({ type: 'records/show', ...shown });
    }
    telling = false;
  }
  /** Asks for what `need` names; the answer gives it up. */
  return (need: ShownRecords, send: Send): (() => void) => {
    needs.add(need);
    void tell(send);
    return () => {
      needs.delete(need);
      void tell(send);
    };
  };
}

/** One for the page: `records/show` names everything that is shown, so whoever sent it alone would close what others show. */
const askFor = shownRecords();

/** Has these couples' records read and sent while the component is mounted; they come as `sheets` and `records` of the view. */
export function useShownRecords({ sheets = nobody, whole = nobody }: Partial<ShownRecords>): void {
  const send = useCommand('patient');
  const named = JSON.stringify({ sheets, whole });
  const need = useMemo((): ShownRecords => JSON.parse(named), [named]);
  useEffect(() => askFor(need, send), [need, send]);
}
