import { otherSide, type Side, sides } from '../room/wall';
import type { Owner } from './answer';
import { isSide } from './answer-rules';
import { twinOf } from './charter/captures';
import type { Charter } from './charter/charter';
import type { CarriedBy, Clause, Wording } from './charter/clause';
import { fieldsOf, type Saying } from './charter/clause-kinds';
import { slotsOf, type Writing } from './charter/writing';
import { swappedHanded } from './handed';
import type { Practice } from './practice/practice';
import { practiceTwinOf } from './practice/practice-captures';
import { type CoupleRecord, withoutEntries } from './record';

/** How a document looks once A is called B, and B A. Doing it twice is doing nothing. */
type Swap<Body> = (body: Body) => Body;

/** How it looks once it is no longer sure who of the two said yes at a retreat: nobody's yes of that retreat stands. */
type Lapse<Body> = (body: Body, retreat: string, at: number) => Body;

const owner = (of: Owner): Owner => (isSide(of) ? otherSide(of) : of);
const carrier = (of: CarriedBy): CarriedBy => (of === 'both' ? of : otherSide(of));
const ofSide = <T extends { readonly side: Side }>(act: T): T => ({ ...act, side: otherSide(act.side) });

export const swappedRecord: Swap<CoupleRecord> = (record) => ({
  ...record,
  consents: record.consents.map(ofSide),
  answers: record.answers.map((answer) => ({ ...answer, owner: owner(answer.owner) })),
  handed: record.handed.map(swappedHanded),
});

/** What is asked of each stands apart, by side. */
function content({ kind, content: parts }: Saying): Saying['content'] {
  const fields = fieldsOf(kind);
  const swapped = Object.entries(parts).map(([name, value]) => {
    const editor = fields[name]?.editor;
    if (editor === undefined || !('each' in editor) || !editor.each) return [name, value];
    const both: Readonly<Record<Side, unknown>> = value;
    return [name, Object.fromEntries(sides.map((side) => [side, both[otherSide(side)]]))];
  });
  return Object.fromEntries(swapped);
}

function clause(before: Clause): Clause {
  const { kind, wordings, captured, ticks, consents, confirmations } = before;
  const worded = wordings.map(
    (wording: Wording<Saying['content']>): Wording<Saying['content']> => ({
      ...wording,
      content: content({ kind, content: wording.content } as Saying),
      carriedBy: carrier(wording.carriedBy),
    }),
  );
  return {
    ...before,
    captured: captured === null ? null : twinOf(captured),
    wordings: worded,
    ticks: ticks.map(ofSide),
    consents: consents.map(ofSide),
    confirmations: confirmations.map(ofSide),
  } as Clause;
}

function writing(before: Writing): Writing {
  const slots = slotsOf(before.kind);
  const from = (key: string): string => {
    const slot = slots.find((one) => one.key === key);
    const twin = slots.find(
      (one) => slot?.side != null && one.field === slot.field && one.side === otherSide(slot.side),
    );
    return before.texts[twin?.key ?? key] ?? '';
  };
  return {
    ...before,
    texts: Object.fromEntries(Object.keys(before.texts).map((key) => [key, from(key)])),
    carriedBy: carrier(before.carriedBy),
  };
}

/** Words, ticks and consents go together, so what was in force of the same two people still is. */
export const swappedCharter: Swap<Charter> = (charter) => ({
  ...charter,
  clauses: charter.clauses.map(clause),
  writings: charter.writings.map(writing),
});

export const swappedPractice: Swap<Practice> = (practice) => ({
  ...practice,
  entries: practice.entries.map((entry) => ({
    ...entry,
    owner: entry.owner === 'joint' ? entry.owner : otherSide(entry.owner),
    captured: entry.captured === null ? null : practiceTwinOf(entry.captured),
  })),
  pages: practice.pages.map(ofSide),
});

/** What was taken back stays so: a lapse gives nothing again. */
export const lapsedRecord: Lapse<CoupleRecord> = (record, retreat, at) =>
  withoutEntries(
    record,
    new Set(record.consents.filter((act) => act.given && act.retreat === retreat).map(({ id }) => id)),
    at,
  );

/** The words stay, as a draft that waits for both again. */
export const lapsedCharter: Lapse<Charter> = (charter, retreat) => {
  const stays = (act: { readonly retreat: string }, yes: boolean): boolean => !yes || act.retreat !== retreat;
  return {
    ...charter,
    clauses: charter.clauses.map((one) => ({
      ...one,
      ticks: one.ticks.filter((tick) => stays(tick, tick.ticked)),
      consents: one.consents.filter((consent) => stays(consent, consent.given)),
      confirmations: one.confirmations.filter((confirmation) => stays(confirmation, confirmation.confirmed)),
    })),
  };
};
