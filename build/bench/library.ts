import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodeDocument } from '../../electron/library/codec/document';
import { only, pathsOf } from '../../electron/library/store/layout';
import { contentIn, firstLanguage, loadLanguage } from '../../shared/content/language';
import type { Scope } from '../../shared/exercise/fields';
import type { Day, Retreat } from '../../shared/retreat/retreat';
import { refOf } from '../../shared/session/commands/make-retreat';
import { documentKinds } from '../../shared/session/documents/documents';
import { defaultSettings, type Settings } from '../../shared/session/state/settings';
import { giveToUser } from '../../tests/rig/stage';
import { makePractice, makeRecord } from './record';

const { programs } = contentIn(await loadLanguage(firstLanguage));

/** Where the app keeps its library within its user data. */
export const libraryIn = (userData: string): string => join(userData, 'library');

/** Puts a document where the library keeps it, unsynced: thousands of them in seconds. One that no library would hold is refused. */
export function plant(
  library: string,
  kind: keyof typeof documentKinds,
  id: string,
  body: unknown,
  generation = 1,
): void {
  documentKinds[kind].shape.parse(body);
  const { file } = pathsOf(library, documentKinds[kind], id);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const savedAt = new Date(Date.UTC(2026, 0, 1 + (generation % 28))).toISOString();
  writeFileSync(file, encodeDocument(documentKinds[kind], { id, generation, device: '', from: null, savedAt, body }), {
    mode: 0o600,
  });
}

export function plantSettings(userData: string, wanted: Partial<Settings>): void {
  plant(libraryIn(userData), 'settings', only, { ...defaultSettings, ...wanted });
  giveToUser(libraryIn(userData));
}

interface Size {
  readonly retreats: number;
  readonly couples: number;
  /** What each couple's record holds. */
  readonly entries: number;
  /** What both said yes to; of a couple that said yes to measures, what it practised is kept as well. */
  readonly scopes?: readonly Scope[];
}

/** Fills a library with retreats, the couples spread over them evenly, each couple with a note and a record of its own. */
export function plantLibrary(library: string, { retreats, couples, entries, scopes }: Size): void {
  const each = Math.ceil(couples / retreats);
  for (let n = 0; n < retreats; n += 1) {
    const retreat = makeRetreat(n, n * each, Math.min(each, couples - n * each));
    plant(library, 'retreat', retreat.id, retreat, n + 1);
    for (const { id, seat } of retreat.couples) {
      plant(library, 'note', id, { id, retreat: retreat.id, note: noteOf(seat) });
      plant(library, 'record', id, makeRecord(id, retreat.id, entries, scopes));
      if (scopes?.includes('measures')) plant(library, 'practice', id, makePractice(id, retreat.id));
    }
  }
  giveToUser(library);
}

const letters = 'eiurstlnkm';
/** A name of four letters that no other of ten thousand couples has; one more of them is another name. */
export const familyName = (n: number): string =>
  [...String(n).padStart(4, '0')].map((digit) => letters[Number(digit)]).join('');

/** The first retreat in which this exercise is done. */
export function retreatWith(exercise: string): string {
  const at = programs.findIndex(({ days }) => days.some(({ items }) => items.some((item) => refOf(item) === exercise)));
  if (at < 0) throw new Error(`No program has ${exercise}.`);
  return `Retreat ${at}`;
}

/** A retreat of a real program with so many couples, after so many others. */
function makeRetreat(n: number, before: number, couples: number): Retreat {
  const program = programs[n % programs.length];
  if (program === undefined) throw new Error('There is no program.');
  const id = `retreat-${n}`;
  const days = program.days.map(
    ({ start, items }, day): Day => ({
      id: `${id}-d${day}`,
      date: new Date(Date.UTC(2020, 0, 1 + n + day)).toISOString().slice(0, 10),
      start,
      endedAt: null,
      items: items.map((item, at) => ({
        id: `${id}-d${day}-i${at}`,
        kind: item.kind,
        ref: refOf(item),
        title: null,
        minutes: item.minutes,
        starts: 'A',
        shift: 0,
        form: 'full',
        skipped: false,
        actual: null,
      })),
    }),
  );
  const partner = (name: string) => ({ name, present: true });
  return {
    id,
    title: `Retreat ${n}`,
    program: program.id,
    createdAt: 0,
    demo: false,
    currentDay: `${id}-d0`,
    days,
    couples: Array.from({ length: couples }, (_, k) => ({
      id: `${id}-c${k}`,
      seat: k + 1,
      A: partner(`Ada ${familyName(before + k)}`),
      B: partner(`Bo ${familyName(before + k)}`),
      status: 'present',
      leftOn: null,
      timeout: null,
    })),
  };
}

export const noteOf = (n: number): string =>
  `Sits by the window, seat ${n}. ${'Asked for more time to write. '.repeat(8)}`;
