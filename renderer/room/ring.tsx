import { type ReactNode, useCallback, useRef } from 'react';
import type { Dial, Look } from '../../shared/room/room-view';
import type { Reading, TimerKind } from '../../shared/room/timer';
import { figures, untilFlip } from './digits';
import { arcs, band, emptied, ringMoves, ringSteps, untilNextStep } from './ring-steps';
import { useDial } from './use-dial';
import { useWall } from './wall-context';

interface Props {
  readonly dial: Dial;
  readonly underMinute: string;
  readonly children?: ReactNode;
}

/** The clock of the room: a ring that empties clockwise. Its scene carries the state it is in. */
export function Ring({ dial, underMinute, children }: Props) {
  const { look, height, glow } = useWall();
  const ring = useRef<HTMLDivElement>(null);
  const tip = useRef<SVGPathElement>(null);
  const rest = useRef<SVGPathElement>(null);
  const counted = useRef<HTMLDivElement>(null);
  const digits = digitsFor(dial.timer.kind, look.digits);
  const draw = useCallback(
    (reading: Reading) => {
      if (ring.current === null || tip.current === null || rest.current === null) return null;
      const { offsetWidth } = ring.current;
      const steps = ringSteps(offsetWidth, height);
      // A preview is laid out as large as the room and shown smaller: it need not move as often.
      const shown = ring.current.getBoundingClientRect().width * devicePixelRatio;
      const moves = ringMoves(shown, (height * shown) / Math.max(1, offsetWidth));
      const standing = arcs(emptied(reading.left, steps));
      put(tip.current, standing.tip);
      tip.current.style.strokeDashoffset = `${-standing.gone}`;
      put(rest.current, standing.rest);
      const scene = ring.current.closest<HTMLElement>('.wall-scene');
      if (scene !== null && scene.dataset.state !== reading.state) scene.dataset.state = reading.state;
      const step = untilNextStep(reading, moves);
      if (counted.current === null || digits === 'none') return step;
      // In one go with the ring, so that a step and a flip are one frame.
      const text = figures(reading, digits, underMinute);
      count(counted.current, text, text === underMinute);
      const flip = untilFlip(reading, digits);
      return step === null || flip === null ? (step ?? flip) : Math.min(step, flip);
    },
    [height, digits, underMinute],
  );
  useDial(dial, 'exact', draw);
  return (
    <div className="wall-ring" ref={ring}>
      {glow === null ? null : <div className="wall-halo" key={glow.id} />}
      <svg className="wall-ring-band" viewBox="-50 -50 100 100" aria-hidden="true">
        <circle className="wall-ring-track" r={band.radius} strokeWidth={band.width} />
        <g className="wall-ring-left">
          <path className="wall-ring-arc" strokeWidth={band.width} ref={rest} />
          <path className="wall-ring-arc wall-ring-tip" strokeWidth={band.width} ref={tip} />
        </g>
      </svg>
      <div className="wall-ring-inside">
        {children}
        {digits === 'none' ? null : <div className="wall-figures" role="timer" dir="auto" ref={counted} />}
      </div>
    </div>
  );
}

/** What already is as it should be is not touched: it would be drawn anew. */
function put(path: SVGPathElement, d: string): void {
  if (path.getAttribute('d') !== d) path.setAttribute('d', d);
}

function count(box: HTMLElement, text: string, words: boolean): void {
  if (box.textContent === text) return;
  box.textContent = text;
  box.dataset.words = String(words);
  box.dataset.length = String(text.length);
}

/** A breath is not counted; a count-up has nothing else to show. */
function digitsFor(kind: TimerKind, wanted: Look['digits']): Look['digits'] {
  if (kind === 'pacer') return 'none';
  return kind === 'count-up' && wanted === 'none' ? 'minutes' : wanted;
}
