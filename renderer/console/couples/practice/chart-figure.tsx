import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../../../shared/room/wall';
import styles from './charts.module.css';
import { inkOf, Sign, type SignName } from './signs';

interface ChartFigureProps {
  readonly title: string;
  /** What the picture shows, in a sentence. */
  readonly says: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
  /** What its marks stand for. */
  readonly signs: readonly { readonly sign: SignName; readonly side: Side | null; readonly says: string }[];
  /** The picture is a single line of marks. */
  readonly low?: boolean;
  /** So many of the newest are drawn, and what they are. */
  readonly drawn: { readonly most: number; readonly of: 'days' | 'answers' | 'times' };
  /** The picture: for the eye alone. */
  readonly children: ReactNode;
}

/** A year of days; so many rows a page can lay out while somebody waits. The newest. */
const mostRows = 366;

/** A chart: its thought as a sentence, its picture, what the marks mean, and the same figures as a table for whoever wants or needs it. */
export function ChartFigure({
  title,
  says,
  columns,
  rows,
  signs,
  low = false,
  drawn: { most, of },
  children,
}: ChartFigureProps) {
  const { t } = useTranslation('couples');
  const named = useId();
  const [open, setOpen] = useState(false);
  return (
    <figure className={styles.chart} data-low={low} aria-labelledby={named}>
      <figcaption id={named}>
        <span className={styles.title}>{title}</span> <span className={styles.says}>{says}</span>
        {rows.length > most && (
          <>
            {' '}
            <span className={styles.newest}>{t(`practice.charts.drawn.${of}`, { drawn: most, all: rows.length })}</span>
          </>
        )}
      </figcaption>
      <div className={styles.picture} aria-hidden>
        {children}
      </div>
      <div className={styles.foot}>
        <ul className={styles.signs} aria-hidden>
          {signs.map(({ sign, side, says: meaning }) => (
            <li key={sign}>
              <svg width={14} height={14} aria-hidden>
                <Sign sign={sign} ink={inkOf(side)} cx={7} cy={7} />
              </svg>
              {meaning}
            </li>
          ))}
        </ul>
        <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary aria-label={t('practice.charts.tableOf', { title })}>{t('practice.charts.table')}</summary>
          {open && (
            <div className={styles.tableHolder}>
              <table className={styles.table}>
                <caption>
                  {t('practice.charts.caption', { title, says })}
                  {rows.length > mostRows && ` ${t('practice.charts.newest', { count: mostRows })}`}
                </caption>
                <thead>
                  <tr>
                    {columns.map((column) => (
                      <th key={column} scope="col">
                        {column}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.slice(-mostRows).map(({ id, cells: [day, ...cells] }) => (
                    <tr key={id}>
                      <th scope="row">{day}</th>
                      {cells.map((cell, at) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: two cells of a row may say the same
                        <td key={at}>{cell}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </details>
      </div>
    </figure>
  );
}
