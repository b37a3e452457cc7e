import { helpWords } from '../shared/content/en/help-words';
import type { Around } from '../shared/couple/charter/edit-rule';
import { helpRestriction } from '../shared/couple/charter/help-restriction';
import { type Consents, withConsent } from '../shared/couple/consent';
import type { Stamp } from '../shared/couple/entry';

/** The stamp of the n-th edit of a test. */
export const stampAt = (n: number, retreat = 'r1'): Stamp => ({ id: `e${n}`, retreat, at: 1_000 + n, device: 'd1' });

/** Both partners' yes to the record at a retreat. */
export const bothConsent = (retreat = 'r1'): Consents =>
  withConsent(
    withConsent([], 'A', 'record', true, stampAt(1_001, retreat)),
    'B',
    'record',
    true,
    stampAt(1_002, retreat),
  );

const restricts = helpRestriction(helpWords);

/** What the edits of a charter meet. */
export const around = (consents: Consents): Around => ({
  consents,
  today: '2026-03-31',
  dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  restricts,
});
