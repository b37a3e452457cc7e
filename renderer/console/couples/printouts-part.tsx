import { SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Paper, papers } from '../../../shared/couple/summary/version';
import type { Exercise } from '../../../shared/exercise/exercise';
import type { Printout } from '../../../shared/exercise/printouts/printout';
import { hasWorksheet } from '../../../shared/exercise/printouts/worksheet';
import { isPrinting, printoutKey } from '../../../shared/session/state/printouts';
import { plannedExercises } from '../../../shared/session/view/planned-exercises';
import { Button } from '../kit/button';
import { bridge } from '../mirror/bridge';
import { useContent } from '../mirror/content';
import { useCommand, useView } from '../mirror/hooks';
import { PrintLine } from './print-line';
import { PrintoutsBatch } from './printouts-batch';
import { PrintoutsLook } from './printouts-look';
import styles from './take-home.module.css';

const whole = (name: Exclude<Printout['name'], 'worksheet'>): Printout => ({ name, exercise: null });
const worksheetOf = ({ id }: Exercise): Printout => ({ name: 'worksheet', exercise: id });

/** What is printed for the room: what there is, what each will be, and the files being made. No couple is in any of it. */
export function PrintoutsPart() {
  const { t } = useTranslation('couples');
  const send = useCommand();
  useEffect(() => {
    void send({ type: 'printouts/show', on: true });
    return () => void send({ type: 'printouts/show', on: false });
  }, [send]);
  const { batch } = useView(({ printouts }) => printouts);
  const place = useView(({ takeHome }) => takeHome.place);
  const retreat = useView((view) => view.retreat);
  const { exercises, exercise } = useContent();
  const planned = plannedExercises(retreat, exercise).filter(hasWorksheet);
  const others = exercises.filter((one) => hasWorksheet(one) && !planned.some(({ id }) => id === one.id));
  const forAll = [whole('consent-form'), whole('cards'), ...(planned.length === 0 ? [] : [whole('booklet')])];
  const forLeader = retreat === null ? [] : [whole('report')];
  const [paper, setPaper] = useState<Paper>('A4');
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  // At first all that a room needs is taken; a worksheet by itself, and the report, are taken when they are ticked.
  const isChosen = (one: Printout): boolean =>
    turned.has(printoutKey(one)) !== (one.name !== 'worksheet' && one.name !== 'report');
  const turn = (one: Printout) =>
    setTurned((before) => {
      const after = new Set(before);
      if (!after.delete(printoutKey(one))) after.add(printoutKey(one));
      return after;
    });
  const chosen = [...forAll, ...forLeader, ...[...planned, ...others].map(worksheetOf)].filter(isChosen);
  const goesOn = isPrinting({ batch });
  const rows = (all: readonly (readonly [Printout, string])[]) =>
    all.map(([one, label]) => (
      <Row key={printoutKey(one)} printout={one} label={label} chosen={isChosen(one)} turn={() => turn(one)} />
    ));
  return (
    <div className={styles.part}>
      <section className={styles.choice} aria-label={t('printouts.choice')}>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className={styles.caption}>{t('printouts.caption')}</caption>
            <Group title={t('printouts.forAll')}>
              {rows(forAll.map((one) => [one, t(`printouts.name.${one.name}`)] as const))}
            </Group>
            {forLeader.length > 0 && (
              <Group title={t('printouts.forLeader')}>
                {rows(forLeader.map((one) => [one, t(`printouts.name.${one.name}`)] as const))}
              </Group>
            )}
            {[
              { title: t('printouts.planned'), of: planned },
              { title: t('printouts.others'), of: others },
            ]
              .filter(({ of }) => of.length > 0)
              .map(({ title, of }) => (
                <Group key={title} title={title}>
                  {rows(of.map((one) => [worksheetOf(one), `${one.code} ${one.title}`] as const))}
                </Group>
              ))}
          </table>
        </div>
        <div className={styles.make}>
          <SegmentedControl
            aria-label={t('takeHome.paper')}
            data={papers.map((size) => ({ value: size, label: size }))}
            value={paper}
            onChange={(wanted) => setPaper(papers.find((size) => size === wanted) ?? 'A4')}
          />
          <Button
            look="primary"
            disabled={chosen.length === 0 || goesOn}
            onClick={() => void send({ type: 'printouts/make', printouts: chosen, paper })}
          >
            {t('takeHome.make', { count: chosen.length })}
          </Button>
          <p className={styles.soft}>
            {place !== null && t('printouts.place', { place })}{' '}
            <Button
              look="quiet"
              size="compact-sm"
              disabled={goesOn}
              onClick={() => void bridge().filesFolder('choose')}
            >
              {t('takeHome.choose')}
            </Button>
          </p>
        </div>
        {batch !== null && <PrintoutsBatch batch={batch} goesOn={goesOn} />}
        <PrintLine what="printouts" />
      </section>
      <PrintoutsLook paper={paper} />
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2} className={styles.group}>
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

interface RowProps {
  readonly printout: Printout;
  readonly label: string;
  readonly chosen: boolean;
  readonly turn: () => void;
}

function Row({ printout, label, chosen, turn }: RowProps) {
  const { t } = useTranslation('couples');
  const send = useCommand();
  const looked = useView(({ printouts }) => printouts.looked);
  const isLooked = looked !== null && printoutKey(looked) === printoutKey(printout);
  return (
    <tr>
      <th scope="row" className={styles.printout}>
        <label>
          <input type="checkbox" checked={chosen} onChange={turn} /> {label}
        </label>
      </th>
      <td data-looked={isLooked}>
        <Button
          look="quiet"
          size="compact-sm"
          pressed={isLooked}
          label={t('printouts.look', { what: label })}
          onClick={() => void send({ type: 'printouts/look', printout: isLooked ? null : printout })}
        >
          {t('takeHome.lookAt')}
        </Button>
      </td>
    </tr>
  );
}
