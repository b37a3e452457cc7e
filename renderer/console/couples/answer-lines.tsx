import { useTranslation } from 'react-i18next';
import type { AnswerView } from '../../../shared/couple/audience';
import type { Side } from '../../../shared/room/wall';
import { dateText } from '../kit/dates';
import { useLanguage } from '../mirror/use-language';
import styles from './couple-page.module.css';

/** How the partners of a couple are called: by name, or by A and B where there is none or names are hidden. */
export type NameOf = (side: Side) => string;

interface AnswerLinesProps {
  readonly answers: readonly AnswerView[];
  readonly nameOf: NameOf;
  /** Words are not shown, only that there are some. */
  readonly hidden: boolean;
}

/** Answers in the file: of each what was asked, whose it is, what was said. */
export function AnswerLines({ answers, nameOf, hidden }: AnswerLinesProps) {
  // Once for all: a record holds hundreds, and a translator of its own costs each of them more than its words.
  const { t } = useTranslation('couples');
  return answers.map(({ id, owner, asked, closed, reader, value }) => {
    const whose = owner === 'A' || owner === 'B' ? nameOf(owner) : t(`page.owner.${owner}`);
    return (
      <div key={id} className={styles.answer} data-owner={owner}>
        <dt>
          <span className={styles.owner}>{whose}</span> <span className={styles.soft}>{asked}</span>
        </dt>
        <dd>
          {closed !== null && <span className={styles.soft}>{t(`page.closed.${closed}`, { name: whose })}</span>}
          {closed === null && (hidden ? t('page.hidden') : <Said value={value} />)}
          {reader === 'partner' && closed === null && <span className={styles.shared}>{t('page.shared')}</span>}
        </dd>
      </div>
    );
  });
}

function Said({ value }: Pick<AnswerView, 'value'>) {
  switch (value?.kind) {
    case undefined:
      return null;
    case 'text':
    case 'long-text':
      return (
        <p className={styles.said} dir="auto">
          {value.text}
        </p>
      );
    case 'list':
      return <Lines lines={value.lines.filter((line) => line.trim() !== '')} />;
    case 'choice':
      return <Lines lines={value.chosen} />;
    case 'date':
      return <Day date={value.date} />;
    case 'tally':
      return <p className={styles.said}>{value.count}</p>;
    case 'scale':
      return <Points points={value.points} />;
  }
}

function Day({ date }: { readonly date: string }) {
  return <p className={styles.said}>{dateText(date, useLanguage())}</p>;
}

function Points({ points }: { readonly points: number }) {
  const { t } = useTranslation('couples');
  return <p className={styles.said}>{t('page.points', { points })}</p>;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
        <li key={at} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
