import { useTranslation } from 'react-i18next';
import { items } from '../../../../shared/couple/practice/practice-kinds';
import { dateOf } from '../../../../shared/retreat/schedule';
import type { Side } from '../../../../shared/room/wall';
import { useClock } from '../../mirror/hooks';
import { ConsentAsk } from '../../parts/capture/consent-ask';
import { missingConsents } from '../../parts/capture/form-parts';
import { MeasureCell } from './measure-cell';
import { type MeasureColumn, measureColumns, measuresOf } from './measure-columns';
import type { PracticePlace } from './place';
import styles from './practice.module.css';
import { useDays } from './use-days';

interface MeasureGridProps extends PracticePlace {
  readonly side: Side;
}

/** What one row measures: an item of our own, or another scale by its name. */
interface Row {
  readonly item: (typeof items)[number];
  readonly name: string;
  readonly label: string;
}

/** A partner's measures before, after and at follow-up, as a sheet to type into. */
export function MeasureGrid({ side, ...place }: MeasureGridProps) {
  const { t } = useTranslation(['couples', 'practice']);
  const clock = useClock();
  const { practice, couple, consents, retreat, alone, nameOf } = place;
  const measures = measuresOf(practice.entries, side);
  const missing = missingConsents(consents, [{ side, scope: 'measures' }]);
  const here = alone === null || alone === side ? retreat : null;
  const open = missing.length === 0 ? here : null;
  const columns = measureColumns({ measures, retreat: open, today: dateOf(clock.now().wall) });
  const others = [...new Set(measures.flatMap(({ content }) => (content?.item === 'other' ? [content.name] : [])))];
  const own: Row[] = items
    .filter((item) => item !== 'other')
    .map((item) => ({ item, name: '', label: t(`practice:options.${item}`) }));
  const brought: Row[] = others.map((name) => ({ item: 'other', name, label: name }));
  const sheet = (rows: readonly Row[], caption: string) => (
    <Sheet rows={rows} caption={caption} columns={columns} side={side} place={{ ...place, retreat: open }} />
  );
  return (
    <section className={styles.measures} aria-label={t('practice.measures.title')}>
      <h3 className={styles.small}>{t('practice.measures.title')}</h3>
      {columns.length > 0 && sheet(own, t('practice.measures.own'))}
      {brought.length > 0 && sheet(brought, t('practice.measures.others'))}
      {here !== null && missing.length > 0 && (
        <ConsentAsk couple={couple} retreat={here} missing={missing} nameOf={nameOf} />
      )}
    </section>
  );
}

interface SheetProps {
  readonly rows: readonly Row[];
  readonly caption: string;
  readonly columns: readonly MeasureColumn[];
  readonly side: Side;
  readonly place: PracticePlace;
}

function Sheet({ rows, caption, columns, side, place }: SheetProps) {
  const { t } = useTranslation('couples');
  const { short } = useDays();
  return (
    <div className={styles.sheetHolder}>
      <table className={styles.sheet}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('practice.measures.item')}</th>
            {columns.map(({ moment, on }) => (
              <th key={`${moment} ${on}`} scope="col">
                {t(`practice.measures.moment.${moment}`)} <span className={styles.day}>{short(on)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {columns.map((column) => (
                <td key={`${column.moment} ${column.on}`}>
                  <MeasureCell
                    couple={place.couple}
                    retreat={column.open ? place.retreat : null}
                    side={side}
                    item={row.item}
                    name={row.name}
                    column={column}
                    label={t('practice.measures.cell', {
                      item: row.label,
                      moment: t(`practice.measures.moment.${column.moment}`),
                    })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
