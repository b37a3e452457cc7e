import { LabelList, Line, LineChart, XAxis, YAxis } from 'recharts';
import { highestScale } from '../../../../shared/couple/answer-caps';
import type { FeltSecurity } from '../../../../shared/couple/practice/series';
import type { Side } from '../../../../shared/room/wall';
import { axis, figureLook, mostDrawn, picture, still } from './chart-look';
import { inkOf, Sign } from './signs';
import { useDays } from './use-days';

interface FeltSecurityChartProps {
  readonly points: readonly FeltSecurity[];
  readonly side: Side;
}

/** One line of one partner, its last figures from 0 to 10. */
export function FeltSecurityChart({ points, side }: FeltSecurityChartProps) {
  const { short } = useDays();
  const ink = inkOf(side);
  const drawn = points.slice(-mostDrawn);
  // By its id: which of them are written is for the axis to say, and what it counts are those.
  const dayOf = (id: string): string => {
    const at = drawn.findIndex((point) => point.id === id);
    const on = drawn[at]?.on ?? '';
    return on === drawn[at - 1]?.on ? '' : short(on);
  };
  return (
    <LineChart {...picture} data={drawn} margin={{ top: 20, right: 16, bottom: 0, left: 0 }}>
      <XAxis
        {...axis}
        dataKey="id"
        padding={{ left: 16, right: 8 }}
        tickFormatter={dayOf}
        interval="preserveStartEnd"
      />
      <YAxis {...axis} width={26} domain={[0, highestScale]} ticks={[0, highestScale / 2, highestScale]} />
      <Line
        {...still}
        dataKey="score"
        type="linear"
        stroke={ink}
        strokeWidth={2}
        activeDot={false}
        dot={({ key, cx = 0, cy = 0, payload }) => (
          <Sign key={key} sign={(payload as FeltSecurity).moment} ink={ink} cx={cx} cy={cy} />
        )}
      >
        <LabelList dataKey="score" position="top" offset={9} {...figureLook} />
      </Line>
    </LineChart>
  );
}
