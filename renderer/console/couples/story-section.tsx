import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundCouple } from '../../../shared/session/protocol/couple-search';
import { dateText } from '../kit/dates';
import { andText } from '../kit/list-text';
import { useContent } from '../mirror/content';
import { useView } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import type { NameOf } from './answer-lines';
import styles from './file.module.css';
import { type Happened, type StoryPart, storyOf } from './story';

interface StorySectionProps {
  readonly id: string;
  readonly nameOf: NameOf;
  readonly retreats: FoundCouple['retreats'];
}

const nothing = [] as const;

/** What happened, retreat by retreat and day by day, in a line each: to be skimmed between two exercises. */
export function StorySection({ id, nameOf, retreats }: StorySectionProps) {
  const { t } = useTranslation('file');
  const record = useView(({ records }) => records[id]);
  const clauses = useView(({ charters }) => charters[id]?.clauses ?? nothing);
  const parts = useMemo(
    () => (record === undefined ? [] : storyOf({ acts: record.acts, answers: record.answers, clauses, retreats })),
    [record, clauses, retreats],
  );
  if (parts.length === 0) return null;
  return (
    <section className={styles.story} aria-labelledby="story">
      <h2 id="story" className={styles.storyTitle}>
        {t('story')}
      </h2>
      {parts.map((part) => (
        <Part key={part.retreat} part={part} nameOf={nameOf} />
      ))}
    </section>
  );
}

function Part({ part: { known, days }, nameOf }: { readonly part: StoryPart; readonly nameOf: NameOf }) {
  const { t } = useTranslation(['file', 'couples']);
  const language = useLanguage();
  const line = useLine(nameOf);
  return (
    <div className={styles.part}>
      <h3 className={styles.partTitle}>
        {known?.title ?? t('couples:page.otherRetreat')}
        {known !== null && <span className={styles.soft}> {dateText(known.date, language)}</span>}
      </h3>
      {days.length === 0 && <p className={styles.soft}>{t('storyNothing')}</p>}
      <dl className={styles.days}>
        {days.map(({ on, happened }) => (
          <div key={on}>
            <dt>{dateText(on, language)}</dt>
            {happened.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one may say yes, take it back and say it again
              <dd key={at}>{line(one)}</dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Says one of them in words. */
function useLine(nameOf: NameOf): (one: Happened) => string {
  const { t } = useTranslation(['file', 'couples', 'charter']);
  const { exercise } = useContent();
  const language = useLanguage();
  const list = (parts: readonly string[]): string => andText(parts, language);
  return (one) => {
    switch (one.what) {
      case 'agreed':
        return t('happened.agreed', { what: list(one.clauses.map((kind) => t(`charter:kinds.${kind}`))) });
      case 'wrote':
        return t('happened.wrote', {
          what: list(one.exercises.map((id) => exercise(id)?.title ?? t('couples:page.otherExercise'))),
        });
      case 'gave':
      case 'took-back':
        return t(`happened.${one.what}`, {
          name: nameOf(one.side),
          what: list(one.scopes.map((scope) => t(`couples:consent.scope.${scope}`))),
        });
    }
  };
}
