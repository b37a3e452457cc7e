import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { bothOf, isTurned } from '../../../shared/session/policy/pair';
import type { ReturningCouple } from '../../../shared/session/protocol/couple-search';
import type { Correction, PreviewRow } from './couple-preview';
import styles from './couples-table.module.css';
import { dateText } from './dates';
import { andText, listText } from './list-text';

interface ReturningLineProps {
  readonly row: PreviewRow;
  readonly before: readonly ReturningCouple[];
  readonly number: number;
  readonly onCorrect: (key: string, change: Correction) => void;
}

/** Retreats that are named; of more it is said how many. */
const mostNamed = 2;
const columns = 6;

/**
 * Asks whether two people are a couple that was here before. Nothing of that couple is shown but where and when that was, and the answer is
 * no until somebody says yes: two others may have the same names.
 */
export function ReturningLine({ row, before, number, onCorrect }: ReturningLineProps) {
  const { t, i18n } = useTranslation('shell');
  const name = useId();
  const line = `${name}-line`;
  const retreatsOf = ({ retreats }: ReturningCouple): string => {
    const named = retreats
      .slice(0, mostNamed)
      .map(({ title, date }) => t('couples.returning.at', { title, date: dateText(date, i18n.language) }));
    const more = retreats.length - mostNamed;
    const said = (more > 0 ? listText : andText)(named, i18n.language);
    return more > 0 ? t('couples.returning.more', { retreats: said, count: more }) : said;
  };
  const [first, second] = before;
  if (first === undefined) return null;
  const chosen = before.find(({ id }) => id === row.was);
  const choose = (was: string | null) => onCorrect(row.key, { was });
  return (
    <tr className={styles.asked}>
      <td colSpan={columns}>
        <fieldset className={styles.question}>
          <legend>
            {second === undefined
              ? t('couples.returning.one', { retreats: retreatsOf(first) })
              : t('couples.returning.several')}
          </legend>
          <label>
            <input
              type="radio"
              name={name}
              aria-describedby={line}
              checked={chosen === undefined}
              onChange={() => choose(null)}
            />
            {t('couples.returning.no')}
          </label>
          {before.map((couple) => (
            <label key={couple.id}>
              <input
                type="radio"
                name={name}
                aria-describedby={line}
                checked={couple === chosen}
                disabled={couple.newer}
                onChange={() => choose(couple.id)}
              />
              {second === undefined
                ? t('couples.returning.yes')
                : t('couples.returning.yesOf', { retreats: retreatsOf(couple) })}
            </label>
          ))}
          <span id={line} hidden>
            {t('couples.lineNumber', { n: number })}
          </span>
          {before.some(({ newer }) => newer) && <p>{t('couples.returning.newer')}</p>}
          {chosen !== undefined && <Order row={row} before={chosen} />}
        </fieldset>
      </td>
    </tr>
  );
}

/** Who is A and who is B in a record that goes on, where that is not as it is written here, or cannot be told. */
function Order({ row, before }: { readonly row: PreviewRow; readonly before: ReturningCouple }) {
  const { t } = useTranslation('shell');
  if (isTurned(row, before)) return <p>{t('couples.returning.turned')}</p>;
  return bothOf(row.A, row.A) === bothOf(row.B, row.B) ? <p>{t('couples.returning.sameName')}</p> : null;
}
