import type { PlanRow, RoomScene } from '../../shared/room/room-view';
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

/** Every row of the day; the fit shows those of one picture. */
export function Plan({ scene }: { scene: Of<'plan'> }) {
  const { look } = useWall();
  return (
    <div className="wall-plan" data-fit="" data-hours={look.clock.hour12 ? 12 : 24}>
      <div className="wall-plan-inner">
        <div className="wall-plan-head">
          <div className="wall-plan-title" role="heading" aria-level={1} dir="auto">
            {scene.title}
          </div>
          <div className="wall-plan-count" dir="ltr" />
        </div>
        <div className="wall-plan-rows" role="list">
          {scene.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
            <Row key={index} row={row} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Row({ row }: { row: PlanRow }) {
  return (
    <div className="wall-plan-row" role="listitem" data-state={row.state} aria-current={row.state === 'now'}>
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
