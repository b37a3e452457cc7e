import { useTranslation } from 'react-i18next';
import type { ClauseView, ConsentView, WordingView } from '../../../shared/couple/charter/charter-view';
import { type Side, sides } from '../../../shared/room/wall';
import { dayText } from '../kit/dates';
import { useLanguage } from '../mirror/use-language';
import { Changes } from './changes';
import styles from './charter.module.css';
import type { CharterWords } from './use-charter-words';
import { useConsentText } from './use-consent-text';

interface WordingsProps {
  readonly clause: ClauseView;
  readonly words: CharterWords;
  readonly hidden: boolean;
}

interface Row {
  readonly wording: WordingView;
  readonly before: WordingView | null;
  readonly consents: Readonly<Record<Side, ConsentView | null>>;
}

/** Every wording of a clause, the newest first: when it was written, what changed, and who said yes to it. */
export function Wordings({ clause, words, hidden }: WordingsProps) {
  const { t } = useTranslation('couples');
  const language = useLanguage();
  const consentText = useConsentText(words.speech.name);
  const all = [...clause.earlier, { ...clause.now, consents: clause.consents }];
  const rows = all
    .map((wording, at): Row => ({ wording, before: all[at - 1] ?? null, consents: wording.consents }))
    .reverse();
  return (
    <section aria-label={t('charter.wordings')}>
      <ol reversed className={styles.wordingList}>
        {rows.map(({ wording, before, consents }) => {
          const agreed = sides.flatMap((side) => consentText(side, consents[side]) ?? []);
          return (
            <li key={wording.id}>
              <p className={styles.small}>{dayText(wording.at, language)}</p>
              {hidden ? (
                <p>{t('page.hidden')}</p>
              ) : before === null ? (
                <p className={styles.changes}>{words.reads(wording).join('\n')}</p>
              ) : (
                <Changes before={words.reads(before)} after={words.reads(wording)} />
              )}
              <p className={styles.soft}>
                {agreed.length > 0
                  ? agreed.join(' · ')
                  : t(wording.id === clause.now.id ? 'charter.nobodyYet' : 'charter.nobodyAgreed')}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
