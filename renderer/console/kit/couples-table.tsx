import { Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { longestName } from '../../../shared/retreat/retreat-constants';
import { lastSeat } from '../../../shared/retreat/seats';
import { cutTo } from '../../../shared/room/one-line';
import { sides } from '../../../shared/room/wall';
import { mostPairs } from '../../../shared/session/policy/pair';
import type { ReturningCouple } from '../../../shared/session/protocol/couple-search';
import { type Correction, type PreviewRow, returningOf } from './couple-preview';
import styles from './couples-table.module.css';
import { privately } from './privately';
import { ReturningLine } from './returning-line';

/** More than a retreat holds, so that there is something to leave out; a book that was pasted by mistake is not drawn. */
const mostShown = mostPairs;

interface CouplesTableProps {
  readonly rows: readonly PreviewRow[];
  /** Who was here before, of the couples in these rows. */
  readonly returning: readonly ReturningCouple[];
  /** Names are shown as dots. */
  readonly hidden: boolean;
  readonly onCorrect: (key: string, change: Correction) => void;
}

/** What is going to be made of a list of couples, line by line, before anyone is made. Every cell can be put right. */
export function CouplesTable({ rows, returning, hidden, onCorrect }: CouplesTableProps) {
  const { t } = useTranslation('shell');
  if (rows.length === 0) return null;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('couples.title')}>
        <thead>
          <tr>
            <th scope="col">{t('couples.line')}</th>
            <th scope="col">{t('couples.A')}</th>
            <th scope="col">{t('couples.B')}</th>
            <th scope="col">{t('couples.seat')}</th>
            <th scope="col">{t('couples.outcome')}</th>
            <th scope="col">{t('couples.make')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map((row, index) => (
            <CoupleLine
              key={row.key}
              row={row}
              before={returningOf(row, returning)}
              number={index + 1}
              hidden={hidden}
              onCorrect={onCorrect}
            />
          ))}
        </tbody>
      </table>
      {rows.length > mostShown && (
        <p className={styles.more}>{t('couples.more', { count: rows.length - mostShown })}</p>
      )}
    </div>
  );
}

interface CoupleLineProps extends Omit<CouplesTableProps, 'rows' | 'returning'> {
  readonly row: PreviewRow;
  /** The couples of earlier retreats that it may be. */
  readonly before: readonly ReturningCouple[];
  readonly number: number;
}

/** A cell is left with Enter, as a line anywhere is; it sends no form. */
function leave(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  event.currentTarget.blur();
}

const CoupleLine = memo(
  function CoupleLine({ row, before, number, hidden, onCorrect }: CoupleLineProps) {
    const { t } = useTranslation('shell');
    const { key, line, seat, gets, out } = row;
    const changeSeat = (text: string) => {
      const figures = text.replace(/\D/gu, '');
      onCorrect(key, { seat: figures === '' ? null : Math.min(lastSeat, Math.max(1, Number(figures))) });
    };
    return (
      <>
        <tr data-out={out} data-doubt={row.doubts.length > 0}>
          <td className={styles.line} {...privately(hidden)} title={hidden ? undefined : line}>
            {line}
          </td>
          {sides.map((side) => (
            <td key={side} className={styles.name} data-side={side}>
              <input
                className={styles.cell}
                {...privately(hidden)}
                aria-label={t('couples.nameOf', { side, n: number })}
                placeholder={t('couples.noName')}
                value={row[side]}
                disabled={out}
                onChange={(event) => onCorrect(key, { [side]: cutTo(event.currentTarget.value, 2 * longestName) })}
                onKeyDown={leave}
              />
            </td>
          ))}
          <td className={styles.seat}>
            <input
              className={styles.cell}
              inputMode="numeric"
              aria-label={t('couples.seatOf', { n: number })}
              placeholder={gets === null ? '' : String(gets)}
              value={seat ?? ''}
              disabled={out}
              onChange={(event) => changeSeat(event.currentTarget.value)}
              onKeyDown={leave}
            />
          </td>
          <td className={styles.outcome}>
            {out ? t('couples.out') : t('couples.gets', { seat: gets })}
            {row.doubts.map((doubt) => (
              <span key={doubt} className={styles.doubt}>
                <IconAlertTriangle size={14} aria-hidden />
                {t(`couples.doubt.${doubt}`, { seat, most: longestName })}
              </span>
            ))}
          </td>
          <td className={styles.make}>
            <Checkbox
              aria-label={t('couples.makeLine', { n: number })}
              checked={!out}
              onChange={(event) => onCorrect(key, { out: !event.currentTarget.checked })}
            />
          </td>
        </tr>
        {before.length > 0 && <ReturningLine row={row} before={before} number={number} onCorrect={onCorrect} />}
      </>
    );
  },
  (before, after) =>
    before.hidden === after.hidden &&
    before.number === after.number &&
    before.onCorrect === after.onCorrect &&
    JSON.stringify(before.row) === JSON.stringify(after.row) &&
    JSON.stringify(before.before) === JSON.stringify(after.before),
);
