import { type Answer, type AnswerPlace, answerSchema } from '../../shared/couple/answer';
import { handedSchema } from '../../shared/couple/handed';
import { type CoupleRecord, recordSchema } from '../../shared/couple/record';
import { scopes } from '../../shared/exercise/fields';
import type { RosterEntry } from '../../shared/retreat/retreat';
import { statuses } from '../../shared/retreat/retreat-constants';
import { rosterEntrySchema } from '../../shared/retreat/retreat-schema';
import { sides } from '../../shared/room/wall';
import { noteSchema } from '../../shared/session/documents/documents';
import { samples } from './samples';

/** Stands in every text and id of a couple; the number stands in every number. In the room neither may ever be seen. */
export const marker = 'zzcanaryzz';
export const markerNumber = 987;

/** Every path of a couple's documents that was filled with the marker. */
export const marked = new Set<string>();

export const filling = {
  text: (path: string) => {
    marked.add(path);
    return `${marker} ${path}`;
  },
  ids: (path: string) => {
    marked.add(path);
    return [marker];
  },
};

/** The same, with another id in each place. */
const apart = {
  ...filling,
  ids: (path: string) => filling.ids(path).map((id) => `${id}-${path.toLowerCase().replace(/[^a-z]/g, '')}`),
};

/** A roster in which every field of every couple is marked and every status occurs. */
export function markedRoster(): RosterEntry[] {
  const entries = samples(rosterEntrySchema, filling).map((raw) => rosterEntrySchema.parse(raw));
  return entries.map((entry, index) => ({
    ...entry,
    id: `${marker}-${index}`,
    seat: markerNumber,
    timeout: entry.timeout && { ...entry.timeout, startedAt: markerNumber, returnsAt: markerNumber },
  }));
}

/** The text of every private document of a couple, marked. */
export function markedNote(): string {
  const [note] = samples(noteSchema, filling).map((raw) => noteSchema.parse(raw).note);
  if (note === undefined) throw new Error('a couple has no note to mark');
  return note;
}

/**
 * Every sort of entry of a record, marked, for a couple: answers of every kind, owner and reader, and every consent given at
 * this retreat, so that what needs one can be written.
 */
export function markedRecord(
  couple: string,
  retreat: string,
  place: Pick<AnswerPlace, 'exercise' | 'field'>,
): CoupleRecord {
  const entries = samples(recordSchema, apart).map((raw) => recordSchema.parse(raw));
  const acts = sides.flatMap((side) =>
    scopes.map((scope) => ({
      id: `${marker}-${side.toLowerCase()}-${scope}`,
      retreat,
      at: markerNumber,
      device: marker,
      side,
      scope,
      given: true,
    })),
  );
  const answers = samples(answerSchema, filling)
    .map((raw) => answerSchema.parse(raw))
    .map((answer, index) => ({ ...answer, id: `${marker}-${index}` }));
  const here = sides.map((side) => ({
    ...aMarkedAnswer(answers),
    ...place,
    id: `${marker}-${side.toLowerCase()}`,
    retreat,
    owner: side,
  }));
  const marked = entries.flatMap(({ marks }) => marks).slice(0, 1);
  const handed = samples(handedSchema, filling).map((raw, index) => ({
    ...handedSchema.parse(raw),
    id: `${marker}-handed-${index}`,
  }));
  return {
    id: couple,
    consents: acts,
    answers: [...answers, ...here],
    marks: marked,
    handed,
    removed: [],
    archived: null,
  };
}

function aMarkedAnswer(answers: readonly Answer[]): Answer {
  const found = answers.find(({ value, reader }) => value.kind === 'text' && reader === 'facilitator');
  if (found === undefined) throw new Error('no answer of words to mark');
  return found;
}

/** A quiet roster with other people in it, for telling whether the wall depends on who they are. */
export function otherRoster(): RosterEntry[] {
  const partner = (name: string) => ({ name, present: true });
  return [{ id: 'other', seat: 1, A: partner('P'), B: partner('Q'), status: statuses[0], leftOn: null, timeout: null }];
}

/** Whether anything of a couple is in what would be sent. */
export function holdsMarker(sent: unknown): boolean {
  if (typeof sent === 'number') return sent === markerNumber;
  if (typeof sent === 'string') {
    return sent.toLowerCase().includes(marker) || new RegExp(`\\b${markerNumber}\\b`).test(sent);
  }
  if (typeof sent !== 'object' || sent === null) return false;
  return Object.entries(sent).some(([name, inner]) => holdsMarker(name) || holdsMarker(inner));
}
