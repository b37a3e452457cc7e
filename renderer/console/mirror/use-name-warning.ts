import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, namesOf } from '../../../shared/session/policy/names-in';
import { useContent } from './content';
import { useView } from './hooks';

const nobody: readonly string[] = [];

/**
 * What to say when words for the room name someone, or null (design.md section 3). Reckoned anew from the roster as it is,
 * so that a couple who come later are noticed too; give `names` where they are still being typed. In discreet mode it
 * writes no name.
 */
export function useNameWarning(texts: readonly string[], names: readonly string[] = nobody): string | null {
  const { t } = useTranslation('shell');
  const discreet = useView((view) => view.discreet);
  const couples = useView(({ retreat }) => retreat?.couples);
  const { commonWords } = useContent();
  const common = useMemo(() => new Set(commonWords), [commonWords]);
  const name = nameIn(texts, [...names, ...namesOf(couples ?? [])], common);
  if (name === null) return null;
  return discreet ? t('names.hidden') : t('names.named', { name });
}
