import type { Part } from '../../shared/couple/summary/summary';

type Chart = Extract<Part, { kind: 'chart' }>;
type MarkName = Chart['legend'][number]['mark'];

/** In units of its own; on paper a unit is about a third of a millimetre. */
const [width, left, right, top, foot] = [500, 30, 12, 22, 24];
const heights: Readonly<Record<Chart['form'], number>> = { line: 150, bars: 140, steps: 56 };

/** A point as wide as this has room for its figure. */
const roomForFigure = 22;

/** So many can be told apart on a page; the table has them all. */
const mostDrawn = 28;

/** What it shows in a sentence, the picture, and what its marks stand for. They differ by their form, so that no colour is needed. */
export function ChartPart({ chart }: { readonly chart: Chart }) {
  const height = heights[chart.form];
  const points = chart.points.slice(-mostDrawn);
  const [floor, room] = [height - foot, height - foot - top];
  const step = (width - left - right) / Math.max(points.length, chart.form === 'steps' ? 10 : 1);
  const xOf = (at: number): number => left + step * (at + 0.5);
  const yOf = (value: number): number =>
    chart.form === 'steps' ? top + room / 2 : floor - (Math.min(value, chart.most) / chart.most) * room;
  // One figure is said: there is nothing to compare it with.
  if (points.length < 2) return <p>{chart.sentence}</p>;
  return (
    <figure className="sheet-chart">
      <figcaption>{chart.sentence}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={chart.sentence}>
        {chart.form !== 'steps' && <Scale most={chart.most} yOf={yOf} />}
        {chart.form === 'line' && (
          <polyline
            className="sheet-chart-line"
            points={points.map(({ marks: [mark] }, at) => `${xOf(at)},${yOf(mark?.value ?? 0)}`).join(' ')}
          />
        )}
        {points.map((point, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a summary is drawn whole each time.
          <g key={at}>
            {point.marks.map(({ mark, value }, n) =>
              chart.form === 'bars' ? (
                <Bar key={mark} mark={mark} x={xOf(at)} n={n} step={step} y={yOf(value)} floor={floor} value={value} />
              ) : (
                <g key={mark}>
                  <Mark mark={mark} x={xOf(at)} y={yOf(value)} />
                  {chart.form === 'line' && step > roomForFigure && (
                    <text x={xOf(at)} y={yOf(value) - 9} textAnchor="middle">
                      {value}
                    </text>
                  )}
                </g>
              ),
            )}
          </g>
        ))}
        <Days points={points} xOf={xOf} y={height - 6} />
      </svg>
      <ul className="sheet-legend">
        {chart.legend.map(({ mark, says }) => (
          <li key={mark}>
            <svg viewBox="0 0 14 14" aria-hidden>
              <Mark mark={mark} x={7} y={7} />
            </svg>
            {says}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Scale({ most, yOf }: { readonly most: number; readonly yOf: (value: number) => number }) {
  return [0, most].map((value) => (
    <g key={value}>
      <line
        className={value === 0 ? 'sheet-chart-floor' : 'sheet-chart-most'}
        x1={left}
        x2={width - right}
        y1={yOf(value)}
        y2={yOf(value)}
      />
      <text x={left - 6} y={yOf(value) + 4} textAnchor="end">
        {value}
      </text>
    </g>
  ));
}

interface DaysProps {
  readonly points: Chart['points'];
  readonly xOf: (at: number) => number;
  readonly y: number;
}

/** The first day and the last: between them there is no room for a date under each. */
function Days({ points, xOf, y }: DaysProps) {
  const last = points.length - 1;
  const isOne = points[0]?.day === points[last]?.day;
  const isNear = xOf(last) - xOf(0) < width / 3;
  return (
    <>
      <text x={Math.max(left, xOf(0) - 20)} y={y}>
        {points[0]?.day}
        {isNear && !isOne && ` – ${points[last]?.day}`}
      </text>
      {!isOne && !isNear && (
        <text x={Math.min(width - right, xOf(last) + 20)} y={y} textAnchor="end">
          {points[last]?.day}
        </text>
      )}
    </>
  );
}

interface BarProps {
  readonly mark: MarkName;
  readonly x: number;
  /** The so many-eth of a day's two. */
  readonly n: number;
  readonly step: number;
  readonly y: number;
  readonly floor: number;
  readonly value: number;
}

function Bar({ mark, x, n, step, y, floor, value }: BarProps) {
  const wide = Math.min(16, step * 0.36);
  const from = x + (n === 0 ? -wide - 1 : 1);
  return (
    <g>
      <rect className={`sheet-mark-${mark}`} x={from} y={y} width={wide} height={floor - y} />
      {step > roomForFigure && (
        <text x={from + wide / 2} y={y - 4} textAnchor="middle">
          {value}
        </text>
      )}
    </g>
  );
}

function Mark({ mark, x, y }: { readonly mark: MarkName; readonly x: number; readonly y: number }) {
  switch (mark) {
    case 'before':
    case 'not':
      return <circle className="sheet-mark-open" cx={x} cy={y} r={4.2} />;
    case 'after':
    case 'well':
      return <circle className="sheet-mark-full" cx={x} cy={y} r={5} />;
    case 'follow-up':
      return <path className="sheet-mark-full" d={`M${x} ${y - 6}l6 6l-6 6l-6 -6z`} />;
    case 'noticed':
    case 'answered':
      return <rect className={`sheet-mark-${mark}`} x={x - 4} y={y - 5} width={8} height={10} />;
  }
}
