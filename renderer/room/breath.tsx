import { useCallback, useEffect, useRef } from 'react';
import type { Dial } from '../../shared/room/room-view';
import { breathAt, type Reading, type Timer } from '../../shared/room/timer';
import { useDial } from './use-dial';
import { useWall } from './wall-context';

type Pacer = Extract<Timer, { kind: 'pacer' }>;

const samples = 48;
/** The disc at the end of a breath out, as a share of its full width. */
const smallest = 0.34;
/** Further apart than this, in milliseconds, and the animation is set back to the live clock. */
const tolerance = 8;

const lengthMs = (pacer: Pacer): number => (pacer.inSeconds + pacer.outSeconds) * 1000;

/** One breath as key frames of a transform, taken from the same sine that the timer reads. */
export function breathFrames(pacer: Pacer, motion: 'full' | 'reduced'): { offset: number; transform: string }[] {
  return Array.from({ length: samples + 1 }, (_, n) => {
    const offset = n / samples;
    const { fill } = breathAt(pacer, n === samples ? 0 : offset * lengthMs(pacer));
    const size = motion === 'full' ? `scale(${smallest + (1 - smallest) * fill})` : `scaleY(${fill})`;
    return { offset, transform: size };
  });
}

/** Milliseconds until the breath turns. */
export function untilTurn(pacer: Pacer, elapsedMs: number): number {
  const inMs = pacer.inSeconds * 1000;
  const at = elapsedMs % lengthMs(pacer);
  return at < inMs ? inMs - at : lengthMs(pacer) - at;
}

/** The breath: the compositor moves it, the live clock keeps it in phase. With reduced motion a bar fills instead. */
export function Breath({ dial, pacer }: { dial: Dial; pacer: Pacer }) {
  const { look } = useWall();
  const box = useRef<HTMLDivElement>(null);
  const moving = useRef<Animation | null>(null);
  const { inSeconds, outSeconds, cycles } = pacer;
  const { motion } = look;

  useEffect(() => {
    const breath: Pacer = { kind: 'pacer', inSeconds, outSeconds, cycles };
    const timing = { duration: lengthMs(breath), iterations: Number.POSITIVE_INFINITY, fill: 'backwards' } as const;
    const animation = box.current?.animate(breathFrames(breath, motion), timing);
    animation?.pause();
    moving.current = animation ?? null;
    return () => animation?.cancel();
  }, [inSeconds, outSeconds, cycles, motion]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the animation is made anew with the motion, and the drawing with it.
  const draw = useCallback(
    (reading: Reading) => {
      const animation = moving.current;
      const scene = box.current?.closest<HTMLElement>('.wall-scene');
      if (animation === null || scene == null) return null;
      const breath: Pacer = { kind: 'pacer', inSeconds, outSeconds, cycles };
      const at = reading.state === 'done' ? 0 : reading.elapsedMs;
      scene.dataset.going = breathAt(breath, at).going;
      const running = reading.state === 'running';
      if (!running && animation.playState !== 'paused') animation.pause();
      if (!running || Math.abs(Number(animation.currentTime) - at) > tolerance) animation.currentTime = at;
      if (!running) return null;
      if (animation.playState !== 'running') animation.play();
      return untilTurn(breath, at);
    },
    [inSeconds, outSeconds, cycles, motion],
  );
  useDial(dial, 'eased', draw);

  return (
    <div className="wall-breath" data-motion={motion}>
      <div className="wall-breath-body" ref={box} />
    </div>
  );
}
