import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormatName } from '../../../shared/couple/summary/formats';
import { type Version, versions } from '../../../shared/couple/summary/version';
import { partnersOf, type RosterEntry } from '../../../shared/retreat/retreat';
import { type Copy, copyKey, type WantedCopy } from '../../../shared/session/state/take-home';
import { useCommand, useView } from '../mirror/hooks';
import styles from './take-home.module.css';
import { TakeHomeRow } from './take-home-row';
import { type GridCell, useSeatGrid } from './use-seat-grid';

interface TableProps {
  /** By seat. */
  readonly couples: readonly RosterEntry[];
  readonly formats: readonly FormatName[];
  readonly possible: readonly WantedCopy[];
  readonly chosen: readonly WantedCopy[];
  readonly choose: (copies: readonly Copy[], on: boolean) => void;
}

/** A couple's cells from the left; column 0 is the seat. */
const versionOf = (column: number): Version | undefined => versions[column - 1];

function columnsOf(couple: RosterEntry): number[] {
  const partners = partnersOf(couple);
  const there = versions.map((version, n) =>
    version === 'joint' ? partners.length === 2 && n + 1 : partners.includes(version) && n + 1,
  );
  return [0, ...there.filter((column) => column !== false)];
}

/** Who can be given what, seat by seat; chosen and looked at by keyboard alone. */
export function TakeHomeTable({ couples, formats, possible, chosen, choose }: TableProps) {
  const { t } = useTranslation('couples');
  const ready = useView(({ takeHome }) => takeHome.ready);
  const review = useView(({ takeHome }) => takeHome.review);
  const send = useCommand();
  const rows = useMemo(
    () => couples.map((couple) => ({ id: couple.id, seat: couple.seat, columns: columnsOf(couple) })),
    [couples],
  );
  const keys = new Set(chosen.map(copyKey));
  const isChosen = (copy: Copy): boolean => keys.has(copyKey(copy));
  const look = (copy: Copy): boolean => {
    if (ready[copy.id]?.[copy.version].summary !== 'ready') return false;
    const looked = review?.id === copy.id && review.version === copy.version;
    void send({ type: 'take-home/review', copy: looked ? null : copy });
    return true;
  };
  const { grid, at } = useSeatGrid(rows, ({ row: id, column }: GridCell, key) => {
    const version = versionOf(column);
    if (key === 'Enter') return version !== undefined && look({ id, version });
    if (key !== ' ') return false;
    const copies = possible.filter((copy) => copy.id === id && (version === undefined || copy.version === version));
    choose(copies, !copies.some(isChosen));
    return true;
  });
  return (
    <div className={styles.scroll}>
      <table {...grid} className={`${styles.table} ${styles.ready}`} aria-label={t('takeHome.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('seat')}</th>
            {versions.map((version) => {
              const of = possible.filter((copy) => copy.version === version);
              return (
                <th key={version} scope="col">
                  <label className={styles.all}>
                    <input
                      type="checkbox"
                      aria-label={t('takeHome.all', { version: t(`takeHome.version.${version}`) })}
                      checked={chosen.some((copy) => copy.version === version)}
                      disabled={of.length === 0}
                      onChange={(event) => choose(of, event.currentTarget.checked)}
                    />
                    {t(`takeHome.version.${version}`)}
                  </label>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {couples.map((couple) => (
            <TakeHomeRow
              key={couple.id}
              couple={couple}
              ready={ready[couple.id]}
              looked={review?.id === couple.id ? review.version : null}
              column={at?.row === couple.id ? at.column : null}
              formats={formats}
              isChosen={isChosen}
              choose={(copy, on) => choose([copy], on)}
              look={look}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
