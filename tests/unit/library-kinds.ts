import { z } from 'zod';

const shape = z.strictObject({ n: z.int(), text: z.string() });
const kind = (name: string, folder: string | null) => ({ name, folder, schema: 1, shape, migrations: [] });

/** The four kinds with the plainest body there can be. */
export const plainKinds = {
  settings: kind('settings', null),
  live: kind('live', null),
  retreat: kind('retreat', 'retreats'),
  note: kind('note', 'couples'),
};

const without = ({ n, text }: { n: number; text: string }, ids: ReadonlySet<string>) => ({
  n,
  text: text
    .split(' ')
    .filter((word) => !ids.has(word.slice(5)))
    .join(' '),
});

/** A retreat names its couples in its text: "mark-a mark-b"; so does the last run its retreat, and a note what can be forgotten. */
export const takeOut = { retreat: without, live: without, note: without };
