/** The parts of the bench, in the order they are measured. */
const parts = [
  'cold-start',
  'large-library',
  'next',
  'digits',
  'letter',
  'find-couple',
  'open-record',
  'save',
  'save-record',
  'batch',
  'batch-memory',
  'batch-flips',
  'preview',
  'running',
] as const;
export type Part = (typeof parts)[number];

export interface Options {
  readonly quick: boolean;
  readonly packaged: boolean;
  readonly parts: readonly Part[];
  /** The parts that were asked for by name; empty when all are measured. */
  readonly only: readonly Part[];
  /** Program starts of each kind; presses of Next; letters; records opened; seconds of watched digits; saves; batches; minutes of running. */
  readonly starts: number;
  readonly presses: number;
  readonly letters: number;
  readonly openings: number;
  readonly seconds: number;
  readonly saves: number;
  readonly batches: number;
  readonly minutes: number;
}

const full = { starts: 15, presses: 60, letters: 160, openings: 40, seconds: 180, saves: 400, batches: 6, minutes: 10 };
const quick = { starts: 5, presses: 20, letters: 40, openings: 10, seconds: 40, saves: 100, batches: 2, minutes: 1.5 };

const asksInspector = 'where things stand is asked through the inspector, which the release fuses shut';
const libraryAlone =
  'it is measured on the library itself, without an app around it, and packaging changes nothing in it';
/** Why a part cannot be measured on a packaged build. */
export const notPackaged: Readonly<Partial<Record<Part, string>>> = {
  digits: asksInspector,
  letter: asksInspector,
  'find-couple': asksInspector,
  'open-record': asksInspector,
  batch: asksInspector,
  'batch-memory': asksInspector,
  'batch-flips': asksInspector,
  preview: asksInspector,
  save: libraryAlone,
  'save-record': libraryAlone,
};

/** Reads `--quick`, `--packaged` and `--only part,part`; refuses anything else. */
export function readOptions(args: readonly string[]): Options {
  const left = [...args];
  const has = (name: string): boolean => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const [isQuick, packaged] = [has('--quick'), has('--packaged')];
  let wanted: readonly Part[] = parts;
  if (left[0] === '--only') {
    const named = left[1]?.split(',') ?? [];
    wanted = parts.filter((part) => named.includes(part));
    if (wanted.length !== named.length) throw new Error(`The parts are: ${parts.join(', ')}.`);
    left.splice(0, 2);
  }
  if (left.length > 0) throw new Error(`The bench does not know "${left.join(' ')}".`);
  return { quick: isQuick, packaged, parts: wanted, only: wanted === parts ? [] : wanted, ...(isQuick ? quick : full) };
}
