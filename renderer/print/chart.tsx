import './chart.css';
import type { Part } from '../../shared/couple/summary/summary';

type Chart = Extract<Part, { kind: 'chart' }>;
type MarkName = Chart['legend'][number]['mark'];

/** In units of its own; on paper a unit is about a third of a millimetre. */
const [width, left, right, top, foot] = [500, 30, 12, 22, 24];
const heights = { line: 150, bars: 140 } as const;

/** A point as wide as this has room for its figure, and for its day. */
const roomForFigure = 22;
const roomForDay = 34;

/** What it shows in a sentence, the picture, and what its marks stand for. They differ by their form, so that no colour is needed. */
export function ChartPart({ chart }: { readonly chart: Chart }) {
  // One figure is said: there is nothing to compare it with.
  if (chart.points.length < 2) return <p>{chart.sentence}</p>;
  if (chart.form === 'steps') return <Steps chart={chart} />;
  return (
    <figure className="sheet-chart">
      <figcaption>
        {chart.sentence} {chart.newest !== null && <span className="sheet-soft">{chart.newest.says}</span>}
      </figcaption>
      <Picture chart={chart} form={chart.form} />
      <Legend chart={chart} />
    </figure>
  );
}

/** One mark for each time with its day beside it: full where it went well, empty where it has not yet. */
function Steps({ chart }: { readonly chart: Chart }) {
  return (
    <figure>
      <figcaption>{chart.sentence}</figcaption>
      <ul className="sheet-steps">
        {chart.points.map(({ day, marks }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a summary is drawn whole each time.
          <li key={at}>
            {marks.map(({ mark }) => (
              <svg
                key={mark}
                viewBox="0 0 14 14"
                role="img"
                aria-label={chart.legend.find((one) => one.mark === mark)?.says}
              >
                <Mark mark={mark} x={7} y={7} />
              </svg>
            ))}
            {day}
          </li>
        ))}
      </ul>
      <Legend chart={chart} />
    </figure>
  );
}

interface PictureProps {
  readonly chart: Chart;
  readonly form: keyof typeof heights;
}

function Picture({ chart, form }: PictureProps) {
  const height = heights[form];
  const drawn = chart.newest?.count ?? chart.points.length;
  const points = chart.points.slice(-drawn);
  const [floor, room] = [height - foot, height - foot - top];
  const step = (width - left - right) / points.length;
  const xOf = (at: number): number => left + step * (at + 0.5);
  const yOf = (value: number): number => floor - (Math.min(value, chart.most) / chart.most) * room;
  // For who does not see it: all that it shows.
  const figures = chart.figures.rows.slice(-drawn).map((row) => row.join(', '));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${chart.sentence} ${chart.figures.head.join(', ')}: ${figures.join('; ')}.`}
    >
      <Scale most={chart.most} yOf={yOf} />
      {form === 'line' && (
        <polyline
          className="sheet-chart-line"
          points={points.map(({ marks: [mark] }, at) => `${xOf(at)},${yOf(mark?.value ?? 0)}`).join(' ')}
        />
      )}
      {points.map((point, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a summary is drawn whole each time.
        <g key={at}>
          {point.marks.map(({ mark, value }, n) =>
            form === 'bars' ? (
              <Bar key={mark} mark={mark} x={xOf(at)} n={n} step={step} y={yOf(value)} floor={floor} value={value} />
            ) : (
              <g key={mark}>
                <Mark mark={mark} x={xOf(at)} y={yOf(value)} />
                {form === 'line' && step > roomForFigure && (
                  <text x={xOf(at)} y={yOf(value) - 9} textAnchor="middle">
                    {value}
                  </text>
                )}
              </g>
            ),
          )}
        </g>
      ))}
      <Days points={points} step={step} xOf={xOf} y={height - 6} />
    </svg>
  );
}

function Legend({ chart }: { readonly chart: Chart }) {
  return (
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
  readonly step: number;
  readonly xOf: (at: number) => number;
  readonly y: number;
}

/** Each day; where there is no room for that, the first and the last. */
function Days({ points, step, xOf, y }: DaysProps) {
  const last = points.length - 1;
  if (step > roomForDay)
    return points.map(({ short }, at) =>
      short === points[at - 1]?.short ? null : (
        // biome-ignore lint/suspicious/noArrayIndexKey: a summary is drawn whole each time.
        <text key={at} x={xOf(at)} y={y} textAnchor="middle">
          {short}
        </text>
      ),
    );
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
