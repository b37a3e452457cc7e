import '../../styles';
import { useTranslation } from 'react-i18next';
import type { BidsOfDay, FeltSecurity, Happened, Series } from '../../../../shared/couple/practice/series';
import type { Side } from '../../../../shared/room/wall';
import { BidsChart } from './bids-chart';
import { ChartFigure } from './chart-figure';
import { mostDrawn, mostMarks } from './chart-look';
import styles from './charts.module.css';
import { FeltSecurityChart } from './felt-security-chart';
import { StepsChart } from './steps-chart';
import { useDays } from './use-days';

interface ChartsProps {
  readonly series: Series;
  /** Whose: one at a time, so that nobody is measured against the other. */
  readonly whose: Side | 'joint';
}

/** The charts of one partner, or of what is joint: one thought each, in a sentence, a picture and a table. */
export function Charts({ series, whose }: ChartsProps) {
  return (
    <div className={styles.charts}>
      {whose === 'joint' ? (
        <>
          <Steps about="timeouts" steps={series.timeouts} />
          <Steps about="repairs" steps={series.repairs} />
        </>
      ) : (
        <>
          <Security points={series.feltSecurity[whose]} side={whose} />
          <Bids days={series.bids[whose]} side={whose} />
        </>
      )}
    </div>
  );
}

function Security({ points, side }: { readonly points: readonly FeltSecurity[]; readonly side: Side }) {
  const { t } = useTranslation('couples');
  const { long } = useDays();
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const values = { first: first.score, last: last.score, date: long(first.on) };
  return (
    <ChartFigure
      drawn={{ most: mostDrawn, of: 'answers' }}
      title={t('practice.charts.feltSecurity.title')}
      says={t(points.length === 1 ? 'practice.charts.feltSecurity.one' : 'practice.charts.feltSecurity.some', values)}
      columns={[
        t('practice.charts.day'),
        t('practice.charts.feltSecurity.moment'),
        t('practice.charts.feltSecurity.score'),
      ]}
      rows={points.map(({ id, on, moment, score }) => ({
        id,
        cells: [long(on), t(`practice.charts.moment.${moment}`), String(score)],
      }))}
      signs={(['before', 'after', 'follow-up'] as const)
        .filter((moment) => points.some((point) => point.moment === moment))
        .map((moment) => ({ sign: moment, side, says: t(`practice.charts.moment.${moment}`) }))}
    >
      <FeltSecurityChart points={points} side={side} />
    </ChartFigure>
  );
}

const total = (days: readonly BidsOfDay[], what: 'noticed' | 'answered'): number =>
  days.reduce((sum, day) => sum + day[what], 0);

function Bids({ days, side }: { readonly days: readonly BidsOfDay[]; readonly side: Side }) {
  const { t } = useTranslation('couples');
  const { long } = useDays();
  if (days.length === 0) return null;
  const [noticed, answered] = [total(days, 'noticed'), total(days, 'answered')];
  return (
    <ChartFigure
      drawn={{ most: mostDrawn, of: 'days' }}
      title={t('practice.charts.bids.title')}
      says={t('practice.charts.bids.says', { noticed, answered, count: days.length })}
      columns={[t('practice.charts.day'), t('practice.charts.bids.noticed'), t('practice.charts.bids.answered')]}
      rows={days.map((day) => ({ id: day.on, cells: [long(day.on), String(day.noticed), String(day.answered)] }))}
      signs={(['noticed', 'answered'] as const).map((sign) => ({
        sign,
        side,
        says: t(`practice.charts.bids.${sign}`),
      }))}
    >
      <BidsChart days={days} side={side} />
    </ChartFigure>
  );
}

function Steps({ about, steps }: { readonly about: 'timeouts' | 'repairs'; readonly steps: readonly Happened[] }) {
  const { t } = useTranslation('couples');
  const { long } = useDays();
  if (steps.length === 0) return null;
  const well = steps.filter((step) => step.well).length;
  const saysOf = (went: boolean) => t(`practice.charts.${about}.${went ? 'well' : 'not'}`);
  return (
    <ChartFigure
      low
      drawn={{ most: mostMarks, of: 'times' }}
      title={t(`practice.charts.${about}.title`)}
      says={t(`practice.charts.${about}.says`, { well, count: steps.length })}
      columns={[t('practice.charts.day'), t(`practice.charts.${about}.column`)]}
      rows={steps.map((step) => ({ id: step.id, cells: [long(step.on), saysOf(step.well)] }))}
      signs={[true, false]
        .filter((went) => steps.some((step) => step.well === went))
        .map((went) => ({ sign: went ? 'well' : 'not', side: null, says: saysOf(went) }))}
    >
      <StepsChart steps={steps} />
    </ChartFigure>
  );
}
