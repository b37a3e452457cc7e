import type { PlanRow, RoomScene } from '../../shared/room/room-view';
import { leftOutUpTo, planWindow, standsFrom } from './plan-window';
import { useWall } from './wall-context';
import { Line, Thought } from './words';

type Of<K extends RoomScene['kind']> = Extract<RoomScene, { kind: K }>;

/** Two shapes that lean on each other: all a room shows when there is nothing to show. */
export function Neutral() {
  return (
    <div className="wall-mark">
      <div className="wall-mark-a" />
      <div className="wall-mark-b" />
    </div>
  );
}

export function Greeting({ scene }: { scene: Of<'welcome'> | Of<'closing'> }) {
  return (
    <div className="wall-greeting" data-fit="">
      <div className="wall-words-inner">
        <Neutral />
        <Thought text={scene.title} />
        <Line tone="detail" text={scene.line} />
      </div>
    </div>
  );
}

export function Plan({ scene }: { scene: Of<'plan'> }) {
  const { look } = useWall();
  const { rows } = planWindow(scene.rows);
  return (
    <div className="wall-plan" data-fit="" data-hours={look.hour12 ? 12 : 24}>
      <div className="wall-plan-inner">
        <div className="wall-plan-title" role="heading" aria-level={1} dir="auto">
          {scene.title}
        </div>
        <More rows={scene.rows} side="earlier" />
        <div className="wall-plan-rows" role="list">
          {rows.map((row) => (
            <Row key={`${row.at} ${row.title}`} row={row} from={standsFrom(scene.rows, row)} />
          ))}
        </div>
        <More rows={scene.rows} side="later" />
      </div>
    </div>
  );
}

/** The sign that there is more of the day than stands here. */
function More({ rows, side }: { rows: readonly PlanRow[]; side: 'earlier' | 'later' }) {
  const upTo = leftOutUpTo(rows, side);
  return upTo === 0 ? null : (
    <div className="wall-plan-more" data-upto={upTo}>
      ⋯
    </div>
  );
}

function Row({ row, from }: { row: PlanRow; from: number }) {
  return (
    <div
      className="wall-plan-row"
      role="listitem"
      data-state={row.state}
      data-from={from}
      aria-current={row.state === 'now'}
    >
      <div className="wall-plan-dot" />
      <div className="wall-plan-at" dir="auto">
        {row.at}
      </div>
      <div className="wall-plan-what" data-cell="" dir="auto">
        {row.title}
      </div>
    </div>
  );
}

const swatches = ['ink', 'soft', 'a', 'b', 'line'] as const;
const corners = ['tl', 'tr', 'bl', 'br'] as const;

/** Edges, safe area, circles, colours and the smallest text, to set a projector by and to tell displays apart. */
export function TestCard({ scene }: { scene: Of<'test-card'> }) {
  const { width, height } = useWall();
  const dots = typeof devicePixelRatio === 'number' ? devicePixelRatio : 1;
  return (
    <>
      <div className="wall-test-edge" />
      <div className="wall-test-safe" />
      <div className="wall-test-circle" />
      {corners.map((corner) => (
        <div className="wall-test-corner" data-corner={corner} key={corner} />
      ))}
      <div className="wall-test-body" data-fit="">
        <div className="wall-words-inner">
          <Thought text={scene.title} />
          <Line tone="detail" text={scene.line} />
          <div className="wall-test-swatches">
            {swatches.map((swatch) => (
              <div className="wall-test-swatch" data-colour={swatch} key={swatch} />
            ))}
          </div>
          <div className="wall-soft" dir="ltr">
            {`${Math.round(width * dots)} × ${Math.round(height * dots)}`}
          </div>
        </div>
      </div>
    </>
  );
}
