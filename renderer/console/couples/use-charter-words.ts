import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView, LackView } from '../../../shared/couple/charter/charter-view';
import { type ClauseKindName, kindOf, type Saying } from '../../../shared/couple/charter/clause-kinds';
import { readsAloud, type Said } from '../../../shared/couple/charter/reads-aloud';
import type { Slot } from '../../../shared/couple/charter/writing';
import type { NameOf } from './answer-lines';
import { useSpeech } from './use-speech';

export interface CharterWords {
  readonly speech: ReturnType<typeof useSpeech>;
  /** What each clause says, by its id. */
  readonly said: ReadonlyMap<string, Said>;
  /** How a clause reads aloud. */
  readonly reads: (said: Said) => readonly string[];
  /** What a clause still needs, in words. */
  readonly lack: (kind: ClauseKindName, lack: LackView) => string;
  /** What a clause that is being written still needs of its own. */
  readonly flawsOf: (saying: Saying) => readonly string[];
  /** What is not right in one field, beside that it is empty. */
  readonly wrongIn: (slot: Slot, saying: Saying) => string | null;
  /** The clauses that a cue can guard, but for one; by their kind alone where no words are to be read. */
  readonly guardable: (
    but: string | null,
    hidden: boolean,
  ) => readonly { readonly id: string; readonly reads: string }[];
}

/** The field that a flaw is said under, where it is more than an empty one. */
const flawFields: Readonly<Record<string, string>> = {
  'timeout-too-short': 'length',
  'timeout-too-long': 'length',
  'check-in-too-short': 'length',
};

/** How a couple's charter is put into words. */
export function useCharterWords(clauses: readonly ClauseView[], nameOf: NameOf): CharterWords {
  const { t } = useTranslation('charter');
  const speech = useSpeech(nameOf);
  return useMemo(() => {
    const said = new Map<string, Said>(clauses.map(({ id, now }) => [id, now]));
    const reads = (one: Said): readonly string[] => readsAloud(one, speech, said);
    const lack = (kind: ClauseKindName, one: LackView): string => {
      switch (one.code) {
        case 'missing':
          return t('lacks.missing', { field: t(`fields.${kind}.${one.field}` as 'fields.agreement.text') });
        case 'tests-open':
          return t('lacks.tests-open', { count: one.open, of: one.of });
        case 'waits-for':
        case 'confirm-alone':
          return t(`lacks.${one.code}`, { name: nameOf(one.side) });
        default:
          return t(`lacks.${one.code}`);
      }
    };
    const flaws = (saying: Saying) => kindOf(saying).flaws(saying.content);
    return {
      speech,
      said,
      reads,
      lack,
      flawsOf: (saying) => [
        ...flaws(saying)
          .filter(({ code }) => code === 'missing')
          .map((flaw) => lack(saying.kind, flaw)),
        ...(saying.kind === 'enforcement-cue' && saying.content.guards === null
          ? [lack(saying.kind, { code: 'guards-nothing' })]
          : []),
      ],
      wrongIn: ({ field, side }, saying) => {
        const flaw = flaws(saying).find(
          (one) => one.code !== 'missing' && ('field' in one ? one.field : flawFields[one.code]) === field,
        );
        return flaw === undefined || side !== null ? null : lack(saying.kind, flaw);
      },
      guardable: (but, hidden) =>
        clauses
          .filter(({ id, now }) => id !== but && now.saying.kind !== 'enforcement-cue')
          .map(({ id, now }) => ({
            id,
            reads: (hidden ? '' : reads(now).join(' ')) || t(`kinds.${now.saying.kind}`),
          })),
    };
  }, [clauses, speech, t, nameOf]);
}
