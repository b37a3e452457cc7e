import { Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import type { Happened } from '../../../../shared/couple/practice/series';
import { axis, mostMarks, picture, still } from './chart-look';
import { inkOf, Sign } from './signs';
import { useDays } from './use-days';

/** One mark for each time, oldest first: full where it went well, empty where it has not yet. */
export function StepsChart({ steps }: { readonly steps: readonly Happened[] }) {
  const { short } = useDays();
  const drawn = steps.slice(-mostMarks).map(({ on, well }, at) => ({ at, line: 0, on, well }));
  const last = drawn.length - 1;
  return (
    <ScatterChart {...picture} margin={{ top: 8, right: 8, bottom: 0, left: 8 }}>
      <XAxis
        {...axis}
        type="number"
        dataKey="at"
        domain={[0, mostMarks - 1]}
        padding={{ left: 18, right: 18 }}
        ticks={last > 2 ? [0, last] : [0]}
        tickFormatter={(at: number) => short(drawn[at]?.on ?? '')}
        interval={0}
      />
      <YAxis hide type="number" dataKey="line" domain={[-1, 1]} />
      <Scatter
        {...still}
        data={drawn}
        shape={({ cx = 0, cy = 0, payload }: { cx?: number; cy?: number; payload?: { well: boolean } }) => (
          <Sign sign={payload?.well === true ? 'well' : 'not'} ink={inkOf(null)} cx={cx} cy={cy} />
        )}
      />
    </ScatterChart>
  );
}
