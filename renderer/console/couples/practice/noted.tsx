import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeEntryView } from '../../../../shared/couple/practice/practice-view';
import { Button } from '../../kit/button';
import { dateText } from '../../kit/dates';
import { useLanguage } from '../../mirror/use-language';
import { NotedEntry } from './noted-entry';
import type { PracticePlace } from './place';
import styles from './practice.module.css';

/** So many are read before one asks for more. */
const atOnce = 25;

interface Day {
  readonly on: string;
  readonly entries: readonly PracticeEntryView[];
}

/** The newest entries, by the day they are about. */
function daysOf(entries: readonly PracticeEntryView[], most: number): readonly Day[] {
  const newest = [...entries].sort((one, other) =>
    one.on === other.on ? other.at - one.at : one.on < other.on ? 1 : -1,
  );
  const days = new Map<string, PracticeEntryView[]>();
  for (const entry of newest.slice(0, most)) days.set(entry.on, [...(days.get(entry.on) ?? []), entry]);
  return [...days].map(([on, found]) => ({ on, entries: found }));
}

/** What was noted, newest first. */
export function Noted(place: PracticePlace) {
  const { t } = useTranslation('couples');
  const language = useLanguage();
  const [most, setMost] = useState(atOnce);
  const { entries } = place.practice;
  const days = useMemo(() => daysOf(entries, most), [entries, most]);
  return (
    <section className={styles.noted} aria-label={t('practice.entries')}>
      <h3 className={styles.small}>{t('practice.entries')}</h3>
      {days.map(({ on, entries: found }) => (
        <section key={on} className={styles.dayOf} aria-label={dateText(on, language)}>
          <h4 className={styles.dayName}>{dateText(on, language)}</h4>
          <ul className={styles.entries}>
            {found.map((entry) => (
              <NotedEntry key={entry.id} {...place} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {entries.length > most && (
        <div>
          <Button size="compact-sm" onClick={() => setMost(most + atOnce)}>
            {t('practice.more', { count: Math.min(atOnce, entries.length - most) })}
          </Button>
        </div>
      )}
    </section>
  );
}
