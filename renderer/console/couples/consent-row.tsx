import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Standing } from '../../../shared/couple/consent';
import { type Scope, scopes } from '../../../shared/exercise/fields';
import { partnersOf, type RosterEntry } from '../../../shared/retreat/retreat';
import { type Side, sides } from '../../../shared/room/wall';
import type { SheetView } from '../../../shared/session/view/record-view';
import { shortDayText } from '../kit/dates';
import { useClock } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import styles from './consent.module.css';
import { SeatHead } from './seat-head';
import { kindOf, momentOf, nothing, useStandingText } from './standing';
import { cellMarks, type GridCell } from './use-seat-grid';
import { useWho } from './use-who';

interface Box {
  readonly side: Side;
  readonly scope: Scope;
}

/** The boxes of the sheet from the left; column 0 is the seat. */
const boxes: readonly Box[] = sides.flatMap((side) => scopes.map((scope) => ({ side, scope })));

export const cellOf = (column: number): Box | null => boxes[column - 1] ?? null;

const columnOf = (box: Box): number =>
  1 + boxes.findIndex(({ side, scope }) => side === box.side && scope === box.scope);

/** The columns of a couple: of one who attends alone there is one partner's boxes. */
export function columnsOf(couple: RosterEntry): number[] {
  const partners = partnersOf(couple);
  return [0, ...boxes.filter(({ side }) => partners.includes(side)).map(columnOf)];
}

interface ConsentRowProps {
  readonly couple: RosterEntry;
  /** Undefined until the record is read. */
  readonly sheet: SheetView | undefined;
  /** Where the keyboard is in this row, null while it is in another. */
  readonly column: number | null;
  readonly consent: (id: string, side: Side, scope: Scope, says: 'other') => void;
}

export const ConsentRow = memo(function ConsentRow({ couple, sheet, column, consent }: ConsentRowProps) {
  const { t } = useTranslation('couples');
  const { nameOf } = useWho();
  const partners = partnersOf(couple);
  const closed = sheet === undefined ? t('consent.reading') : sheet.closed && t(`consent.closed.${sheet.closed}`);
  return (
    <tr data-current={column !== null} title={closed ?? undefined}>
      <SeatHead couple={couple} current={column === 0} />
      {boxes.map((box) =>
        partners.includes(box.side) ? (
          <td key={columnOf(box)} className={styles.cell} data-side={box.side} data-scope={box.scope}>
            <ConsentBox
              cell={{ row: couple.id, column: columnOf(box) }}
              who={nameOf(couple, box.side)}
              scope={box.scope}
              standing={sheet?.consents[box.side][box.scope] ?? nothing}
              disabled={closed !== null}
              tabIndex={column === columnOf(box) ? 0 : -1}
              onClick={() => consent(couple.id, box.side, box.scope, 'other')}
            />
          </td>
        ) : (
          <td key={columnOf(box)} className={styles.cell} data-side={box.side} data-scope={box.scope} />
        ),
      )}
    </tr>
  );
});

interface ConsentBoxProps {
  readonly cell: GridCell;
  readonly who: string;
  readonly scope: Scope;
  readonly standing: Standing;
  readonly disabled: boolean;
  readonly tabIndex: number;
  readonly onClick: () => void;
}

/** One box, with the day on which something was last said about it. */
function ConsentBox({ cell, who, scope, standing, disabled, tabIndex, onClick }: ConsentBoxProps) {
  const { t } = useTranslation('couples');
  const language = useLanguage();
  const clock = useClock();
  const textOf = useStandingText();
  const kind = kindOf(standing);
  const at = momentOf(standing);
  const label = t('consent.box', { who, scope: t(`consent.scope.${scope}`), state: textOf(standing) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input cannot hold the day beside its box
    <button
      {...cellMarks(cell)}
      type="button"
      role="checkbox"
      aria-checked={kind === 'given'}
      aria-disabled={disabled}
      aria-label={label}
      title={label}
      className={styles.box}
      data-kind={kind}
      tabIndex={tabIndex}
      onClick={onClick}
    >
      <span className={styles.tick}>{kind === 'given' && <IconCheck size="0.875rem" stroke={3} aria-hidden />}</span>
      <span className={styles.day}>{at === null ? '' : shortDayText(at, clock.now().wall, language)}</span>
    </button>
  );
}
