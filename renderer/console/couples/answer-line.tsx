import { useTranslation } from 'react-i18next';
import type { AnswerView } from '../../../shared/couple/audience';
import type { Side } from '../../../shared/room/wall';
import { dateText } from '../kit/dates';
import { useLanguage } from '../mirror/use-language';
import styles from './couple-page.module.css';

/** How the partners of a couple are called: by name, or by A and B where there is none or names are hidden. */
export type NameOf = (side: Side) => string;

interface AnswerLineProps {
  readonly answer: AnswerView;
  readonly nameOf: NameOf;
  /** Words are not shown, only that there are some. */
  readonly hidden: boolean;
}

/** One answer in the file: what was asked, whose it is, what was said. */
export function AnswerLine({ answer, nameOf, hidden }: AnswerLineProps) {
  const { t } = useTranslation('couples');
  const { owner, asked, closed, reader } = answer;
  const whose = owner === 'A' || owner === 'B' ? nameOf(owner) : t(`page.owner.${owner}`);
  return (
    <div className={styles.answer} data-owner={owner}>
      <dt>
        <span className={styles.owner}>{whose}</span> <span className={styles.soft}>{asked}</span>
      </dt>
      <dd>
        {closed !== null && <span className={styles.soft}>{t(`page.closed.${closed}`, { name: whose })}</span>}
        {closed === null && (hidden ? t('page.hidden') : <Said answer={answer} />)}
        {reader === 'partner' && closed === null && <span className={styles.shared}>{t('page.shared')}</span>}
      </dd>
    </div>
  );
}

function Said({ answer: { value } }: Pick<AnswerLineProps, 'answer'>) {
  const { t } = useTranslation('couples');
  const language = useLanguage();
  switch (value?.kind) {
    case undefined:
      return null;
    case 'text':
    case 'long-text':
      return <p className={styles.said}>{value.text}</p>;
    case 'list':
      return <Lines lines={value.lines.filter((line) => line.trim() !== '')} />;
    case 'choice':
      return <Lines lines={value.chosen} />;
    case 'date':
      return <p className={styles.said}>{dateText(value.date, language)}</p>;
    case 'tally':
      return <p className={styles.said}>{value.count}</p>;
    case 'scale':
      return <p className={styles.said}>{t('page.points', { points: value.points })}</p>;
  }
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
        <li key={at}>{line}</li>
      ))}
    </ul>
  );
}
