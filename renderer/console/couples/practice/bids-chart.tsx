import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts';
import type { BidsOfDay } from '../../../../shared/couple/practice/series';
import type { Side } from '../../../../shared/room/wall';
import { axis, figureLook, mostDrawn, picture, still } from './chart-look';
import { inkOf } from './signs';
import { useDays } from './use-days';

interface BidsChartProps {
  readonly days: readonly BidsOfDay[];
  readonly side: Side;
}

/** Two bars a day of one partner: an empty one for what was noticed, a full one for what was answered. */
export function BidsChart({ days, side }: BidsChartProps) {
  const { short } = useDays();
  const ink = inkOf(side);
  const drawn = days.slice(-mostDrawn);
  return (
    <BarChart
      {...picture}
      data={drawn}
      barGap={3}
      barCategoryGap="28%"
      maxBarSize={16}
      margin={{ top: 20, right: 8, bottom: 0, left: 8 }}
    >
      <XAxis {...axis} dataKey="on" tickFormatter={short} interval="preserveStartEnd" />
      <YAxis hide domain={[0, 'dataMax']} />
      <Bar {...still} dataKey="noticed" fill="var(--hf-ground)" stroke={ink} strokeWidth={1.5}>
        <LabelList dataKey="noticed" position="top" offset={5} {...figureLook} fontWeight={400} />
      </Bar>
      <Bar {...still} dataKey="answered" fill={ink}>
        <LabelList dataKey="answered" position="top" offset={5} {...figureLook} />
      </Bar>
    </BarChart>
  );
}
