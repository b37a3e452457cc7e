import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Series, seriesOf } from '../../../../shared/couple/practice/series';
import { type Side, sides } from '../../../../shared/room/wall';
import { MeasureGrid } from './measure-grid';
import type { PracticePlace } from './place';
import styles from './practice.module.css';

/** Nothing draws a chart before a couple has one: the start of the console does not wait for what draws them. */
const Charts = lazy(async () => ({ default: (await import('./charts')).Charts }));

type Whose = Side | 'joint';

const charted = ({ feltSecurity, bids, timeouts, repairs }: Series): Readonly<Record<Whose, number>> => ({
  joint: timeouts.length + repairs.length,
  A: feltSecurity.A.length + bids.A.length,
  B: feltSecurity.B.length + bids.B.length,
});

/** How it went over time: of what is joint, or of one partner. Never two at once, so that nobody is measured against the other. */
export function Figures(place: PracticePlace) {
  const { t } = useTranslation('couples');
  const { practice, nameOf, hidden } = place;
  const series = useMemo(() => seriesOf(practice.entries), [practice.entries]);
  const drawn = charted(series);
  const [chosen, setChosen] = useState<Whose | null>(null);
  const whose = chosen ?? (['joint', ...sides] as const).find((one) => drawn[one] > 0) ?? place.alone ?? 'A';
  return (
    <div className={styles.figures}>
      <SegmentedControl
        className={styles.whose ?? ''}
        size="xs"
        transitionDuration={0}
        aria-label={t('practice.show')}
        value={whose}
        data={[
          { value: 'joint', label: t('practice.whose.joint') },
          ...sides.map((side) => ({ value: side, label: nameOf(side) })),
        ]}
        onChange={(value) => setChosen(value as Whose)}
      />
      {hidden && <p className={styles.soft}>{t('page.hidden')}</p>}
      {!hidden && drawn[whose] > 0 && (
        <Suspense fallback={<div className={styles.chartsToCome} />}>
          <Charts series={series} whose={whose} />
        </Suspense>
      )}
      {!hidden && whose === 'joint' && drawn.joint === 0 && <p className={styles.soft}>{t('practice.noneJoint')}</p>}
      {!hidden && whose !== 'joint' && <MeasureGrid key={whose} side={whose} {...place} />}
    </div>
  );
}
