import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { highestScale } from '../../../../shared/couple/answer-caps';
import type { items } from '../../../../shared/couple/practice/practice-kinds';
import type { Side } from '../../../../shared/room/wall';
import { useCommand } from '../../mirror/hooks';
import type { MeasureColumn } from './measure-columns';
import styles from './practice.module.css';

interface MeasureCellProps {
  readonly couple: string;
  /** Null where nothing can be noted. */
  readonly retreat: string | null;
  readonly side: Side;
  readonly item: (typeof items)[number];
  /** Of another scale; empty for one of our own. */
  readonly name: string;
  readonly column: MeasureColumn;
  readonly label: string;
}

/** One figure of the sheet. It is kept when the cell is left; Enter goes to the one below, Escape brings the old one back. */
export function MeasureCell({ couple, retreat, side, item, name, column, label }: MeasureCellProps) {
  const { t } = useTranslation('couples');
  const send = useCommand();
  const [typed, setTyped] = useState<string | null>(null);
  const noted = column.measures.find(({ content }) => content?.item === item && content.name === name);
  const stored = noted?.content == null ? '' : String(noted.content.score);
  const text = typed ?? stored;
  const wrong = !(item === 'other' ? /^(-?\d+([.,]\d+)?)?$/u : /^(\d|10)?$/u).test(text);
  if (retreat === null) return <span className={styles.figure}>{stored}</span>;
  const keep = async (): Promise<void> => {
    if (typed === null || wrong) return;
    if (typed !== stored) {
      const content = { moment: column.moment, item, name, score: Number(typed.replace(',', '.')) };
      const noting = { kind: 'measure', content } as const;
      if (typed === '') {
        if (noted !== undefined) await send({ type: 'practice/remove', id: couple, entry: noted.id });
      } else if (noted === undefined) {
        await send({ type: 'practice/add', id: couple, retreat, owner: side, on: column.on, noting });
      } else {
        await send({ type: 'practice/change', id: couple, entry: noted.id, on: noted.on, noting });
      }
    }
    setTyped(null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const cells = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const row = [...(event.currentTarget.closest('tr')?.querySelectorAll('input') ?? [])];
    const below = cells[cells.indexOf(event.currentTarget) + row.length];
    if (below === undefined) void keep();
    else below.focus();
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="off"
      className={styles.figureField}
      aria-label={label}
      aria-invalid={wrong}
      title={wrong ? t('practice.measures.wrong', { most: highestScale }) : undefined}
      value={text}
      onChange={(event) => setTyped(event.currentTarget.value.trim())}
      onBlur={() => void keep()}
      onKeyDown={press}
    />
  );
}
