import type { Scope } from '../../exercise/fields';
import { otherSide, sides } from '../../room/wall';
import type { Audience } from '../audience';
import { isWithdrawn } from '../consent';
import type { Said } from '../record';
import { isMeasured, type Practice, type PracticeEntry, type PracticeOwner, type PracticeStanding } from './practice';
import { type PracticeContentOf, type PracticeKindName, practiceKindOf } from './practice-kinds';

/** What an entry says as an audience may know it: null where it knows only that there is something. */
type NotingView = {
  [K in PracticeKindName]: { readonly kind: K; readonly content: PracticeContentOf<K> | null };
}[PracticeKindName];

/** An entry as an audience may know it; `closed` says why it shows nothing. */
export type PracticeEntryView = Omit<PracticeStanding, 'device' | 'asks' | 'captured'> &
  NotingView & {
    readonly closed: 'only-i' | 'withheld' | null;
    /** Something in it is a measure, which is withheld: the facilitator knows that there is one, and no more. */
    readonly measureWithheld: boolean;
  };

export interface PracticeView {
  readonly entries: readonly PracticeEntryView[];
}

/** Whose consent an entry rests on. */
export const consentersOf = (owner: PracticeOwner) => (owner === 'joint' ? sides : [owner]);

/** Whether a consent of this scope that it rests on was taken back (S8). */
const isTakenBack = ({ consents }: Said, { owner }: Pick<PracticeEntry, 'owner'>, scope: Scope): boolean =>
  consentersOf(owner).some((side) => isWithdrawn(consents, side, scope));

/** Whether nobody but its owner reads it. */
export const isPracticeWithheld = (record: Said, entry: PracticeEntry): boolean =>
  isTakenBack(record, entry, practiceKindOf(entry).scope);

/** What is written of an entry: the measures in it that are withheld now stay as they were. */
export const withWithheld = (
  record: Said,
  entry: PracticeEntry,
  content: PracticeEntry['content'],
): PracticeEntry['content'] =>
  isTakenBack(record, entry, 'measures') ? practiceKindOf(entry).keeping(content, entry.content, 'measures') : content;

type Shown = PracticeEntryView['closed'] | 'nothing';

const viewOf = (
  entry: PracticeEntry,
  content: PracticeEntry['content'] | null,
  { closed, measureWithheld }: Pick<PracticeEntryView, 'closed' | 'measureWithheld'>,
) => {
  const { device: _, asks: __, captured: ___, ...known } = entry;
  return { ...known, content, closed, measureWithheld } as PracticeEntryView;
};

/** What of an entry an audience is shown: as in `answersFor`, rule for rule. */
function shownTo(record: Said, entry: PracticeEntry, audience: Audience): Shown {
  const { owner, reader } = entry;
  if (owner === audience && owner !== 'joint') return null;
  if (isPracticeWithheld(record, entry)) return audience === 'facilitator' ? 'withheld' : 'nothing';
  if (owner === 'joint') return null;
  if (audience === 'facilitator') return reader === 'only-i' ? 'only-i' : null;
  const isTheirs = audience === 'joint' || owner === otherSide(audience);
  return isTheirs && reader === 'partner' ? null : 'nothing';
}

/** The measures in it are its owner's alone once that consent is taken back. */
function contentFor(record: Said, entry: PracticeEntry, audience: Audience): PracticeEntry['content'] {
  if (entry.owner === audience && entry.owner !== 'joint') return entry.content;
  if (!isTakenBack(record, entry, 'measures')) return entry.content;
  return practiceKindOf(entry).without(entry.content, 'measures');
}

/** The practice as this audience may know it. */
export function practiceFor(practice: Practice, record: Said, audience: Audience): PracticeView {
  const entries = practice.entries.flatMap((entry) => {
    const shown = shownTo(record, entry, audience);
    if (shown === 'nothing') return [];
    const measureWithheld = audience === 'facilitator' && isTakenBack(record, entry, 'measures') && isMeasured(entry);
    const content = shown === null ? contentFor(record, entry, audience) : null;
    return [viewOf(entry, content, { closed: shown, measureWithheld })];
  });
  return { entries };
}
