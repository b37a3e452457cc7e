import type { Side } from '../../shared/room/wall';

/** A partner's sign: letter and shape first (A a circle, B a diamond), colour last, so nobody is lost who sees none. */
export function Emblem({ side, tone }: { side: Side; tone: 'full' | 'quiet' }) {
  return (
    <div className="wall-emblem" data-side={side} data-tone={tone}>
      <div className="wall-emblem-shape" />
      <div className="wall-emblem-letter">{side}</div>
    </div>
  );
}
