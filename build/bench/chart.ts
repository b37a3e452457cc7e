import { median, quantile } from './numbers';
import type { Row } from './row';

const width = 900;
const left = 60;
const right = 20;
const laneHeight = 56;
const axisHeight = 28;

/** Both distributions of a row, each in a lane of its own above one axis that begins at nothing. */
export function chart({ figure, unit, ours, floor }: Row): string {
  const lanes = [
    { name: 'ours', values: ours },
    { name: 'floor', values: floor },
  ].filter(({ values }) => values.length > 0);
  // A single stall must not press everything else against the edge: what lies beyond is drawn at the edge.
  const most = tidy(Math.max(...lanes.map(({ values }) => quantile(values, 0.98))) * 1.1);
  const x = (value: number): number => left + (Math.min(value, most) / most) * (width - left - right);
  const height = lanes.length * laneHeight + axisHeight;
  const drawn = lanes.map(({ name, values }, lane) => {
    const middle = lane * laneHeight + laneHeight / 2;
    const dots = values.map((value, at) => dot(x(value), middle + jitter(at), values.length)).join('');
    const at = x(median(values)).toFixed(1);
    return `<g class="${name}"><text x="0" y="${middle + 4}" stroke="none">${name}</text>${dots}<line x1="${at}" x2="${at}" y1="${middle - 22}" y2="${middle + 22}" stroke-width="2.5"/></g>`;
  });
  const base = height - axisHeight;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const value = share * most;
    const at = x(value).toFixed(1);
    return `<line class="axis" x1="${at}" x2="${at}" y1="${base}" y2="${base + 5}"/><text x="${at}" y="${base + 20}" text-anchor="${share === 1 ? 'end' : 'middle'}">${label(value)}${share === 1 ? ` ${unit}` : ''}</text>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${figure.replaceAll('>', '&gt;')}">${drawn.join('')}<line class="axis" x1="${left}" x2="${width - right}" y1="${base}" y2="${base}"/>${ticks.join('')}</svg>`;
}

function dot(x: number, y: number, count: number): string {
  const opacity = count > 150 ? 0.25 : 0.5;
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.2" stroke="none" fill-opacity="${opacity}"/>`;
}

/** Spreads dots that fall on each other up and down, the same way each time. */
const jitter = (at: number): number => ((at * 7) % 23) - 11;

/** The next round number up. */
function tidy(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 5, 6, 8, 10].find((each) => each * unit >= value) ?? 10;
  return step * unit;
}

const label = (value: number): string => String(Number(value.toPrecision(3)));
