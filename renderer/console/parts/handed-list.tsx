import { useTranslation } from 'react-i18next';
import type { Version } from '../../../shared/couple/summary/version';
import type { Side } from '../../../shared/room/wall';
import { dayText } from '../kit/dates';
import { listText } from '../kit/list-text';
import { useView } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import { handedLines, handedWith } from './handed-lines';
import styles from './parts.module.css';

interface HandedListProps {
  /** The couple's id; its record is open. */
  readonly id: string;
  /** With whose words in it; joint: with anything of the couple's. */
  readonly whose: Version;
  readonly nameOf: (side: Side) => string;
  readonly title: 'title' | 'notReached';
}

/** What was handed out and cannot be taken back from here, in a line for each day and for whom. Nothing where nothing was. */
export function HandedList({ id, whose, nameOf, title }: HandedListProps) {
  const { t } = useTranslation(['file', 'couples']);
  const language = useLanguage();
  const handed = useView(({ records }) => records[id]?.handed);
  const lines = handedLines(handedWith(handed ?? [], whose));
  if (lines.length === 0) return null;
  return (
    <section className={styles.handed} aria-label={t(`handed.${title}`)}>
      <p>{t(`handed.${title}`)}</p>
      <ul>
        {lines.map(({ key, version, at, count, formats }) => (
          <li key={key}>
            {t('handed.line', {
              count,
              whom: version === 'joint' ? t('handed.both') : nameOf(version),
              formats: listText(
                formats.map((format) => t(`couples:takeHome.format.${format}`)),
                language,
              ),
              date: dayText(at, language),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
