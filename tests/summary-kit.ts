import { summaryWordsOf } from '../shared/content/summary-words';
import { translator } from '../shared/content/translator';
import { emptyCharter } from '../shared/couple/charter/charter';
import { type Consents, withConsent } from '../shared/couple/consent';
import { emptyPractice } from '../shared/couple/practice/practice';
import type { CoupleRecord } from '../shared/couple/record';
import type { Source } from '../shared/couple/summary/choose';
import { makeSummary } from '../shared/couple/summary/make-summary';
import type { Made } from '../shared/couple/summary/summary';
import type { SummaryWords } from '../shared/couple/summary/summary-words';
import type { Version } from '../shared/couple/summary/version';
import { type Scope, scopes } from '../shared/exercise/fields';
import { type Side, sides } from '../shared/room/wall';
import { aBook, aDevice } from './make';

const titleOf = (id: string): string | null => aBook.exercise(id)?.title ?? null;

/** The words of the language itself; it is loaded first. */
export const summaryWords = (): SummaryWords => ({
  ...summaryWordsOf(translator('en'), { A: 'Ada', B: 'Bo' }),
  exercise: titleOf,
});

export const saidYes = (...given: readonly (readonly [Side, Scope, boolean])[]): Consents =>
  given.reduce<Consents>(
    (all, [side, scope, is], n) =>
      withConsent(all, side, scope, is, { id: `k${n}`, retreat: 'r1', at: n, device: aDevice }),
    [],
  );

export const allYes = saidYes(...sides.flatMap((side) => scopes.map((scope) => [side, scope, true] as const)));

export const takenBack = (consents: Consents, side: Side, scope: Scope): Consents =>
  withConsent(consents, side, scope, false, { id: 'kk', retreat: 'r1', at: 99, device: aDevice });

export const aSource = (record: CoupleRecord, patch: Partial<Source> = {}): Source => ({
  record,
  charter: emptyCharter(record.id),
  practice: emptyPractice(record.id),
  partners: sides,
  lookBacks: { day30: '2026-04-07', day60: '2026-05-07' },
  today: '2026-03-08',
  helpLines: [{ name: 'Lifeline', number: '988', note: 'Day and night.', alone: false }],
  alone: false,
  ...patch,
});

export const summaryOf = (source: Source, version: Version, out: readonly string[] = []): Made =>
  makeSummary(source, version, new Set(out), summaryWords());

export const textOf = ({ summary }: Made): string => JSON.stringify(summary);
