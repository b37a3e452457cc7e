import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blankTexts, type Written } from '../../../shared/couple/charter/writing';
import type { Side } from '../../../shared/room/wall';
import { Button } from '../kit/button';
import { andText } from '../kit/list-text';
import { useMirrorDispatch } from '../mirror/hooks';
import { wentToPart } from '../mirror/store';
import { useLanguage } from '../mirror/use-language';
import type { NameOf } from './answer-lines';
import styles from './charter.module.css';
import { ClauseKindsList } from './clause-kinds-list';

export const writeButtonId = 'write-clause';

interface WriteClauseProps {
  /** One is being written already. */
  readonly isWriting: boolean;
  readonly begin: (clause: null, written: Written) => void;
}

/** Asks for a new clause: first of which kind. */
export function WriteClause({ isWriting, begin }: WriteClauseProps) {
  const { t } = useTranslation('couples');
  const [choosing, setChoosing] = useState(false);
  const button = (): void => document.getElementById(writeButtonId)?.focus();
  if (isWriting) return null;
  return (
    <>
      <div>
        <Button id={writeButtonId} pressed={choosing} onClick={() => setChoosing(!choosing)}>
          {t('charter.write')}
        </Button>
      </div>
      {choosing && (
        <ClauseKindsList
          choose={(kind) => {
            setChoosing(false);
            begin(null, { kind, texts: blankTexts(kind), carriedBy: 'both' });
          }}
          leave={() => {
            setChoosing(false);
            button();
          }}
        />
      )}
    </>
  );
}

/** Whose yes is missing for what is joint, with the way to where it is noted. */
export function NeedsYes({ missing, nameOf }: { readonly missing: readonly Side[]; readonly nameOf: NameOf }) {
  const { t } = useTranslation('couples');
  const language = useLanguage();
  const dispatch = useMirrorDispatch();
  return (
    <div className={styles.ask}>
      <p>{t('charter.needsYes', { names: andText(missing.map(nameOf), language) })}</p>
      <Button size="compact-sm" onClick={() => void dispatch(wentToPart('consent'))}>
        {t('charter.toConsent')}
      </Button>
    </div>
  );
}
