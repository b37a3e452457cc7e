import { useTranslation } from 'react-i18next';
import { wordDiff } from '../../../shared/couple/charter/word-diff';
import styles from './charter.module.css';

interface ChangesProps {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What changed from one wording to the next, word by word: underlined and struck through, and named for whoever only hears it. */
export function Changes({ before, after }: ChangesProps) {
  const { t } = useTranslation('couples');
  return (
    <p className={styles.changes}>
      {wordDiff(before.join('\n'), after.join('\n')).map(({ kind, text }, at) => {
        // Nothing else tells two stretches of one diff apart than where they stand.
        const key = `${at} ${kind}`;
        if (kind === 'kept') return <span key={key}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={key}>
            <span className={styles.heard}>{t(`charter.change.${kind}`)} </span>
            {text}
            <span className={styles.heard}> {t('charter.change.end')} </span>
          </Mark>
        );
      })}
    </p>
  );
}
