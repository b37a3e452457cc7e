import { useCallback, useRef } from 'react';
import type { Dial } from '../../shared/room/room-view';
import type { Reading } from '../../shared/room/timer';
import { returnTime } from './return-time';
import { unbroken } from './unbroken';
import { useDial } from './use-dial';
import { useWall } from './wall-context';

/** The one thought of a scene, in the display serif. */
export function Thought({ text }: { text: string }) {
  return (
    <div className="wall-thought" role="heading" aria-level={1} dir="auto">
      {unbroken(text)}
    </div>
  );
}

/** A line of its own: who speaks, a stem, a sentence. Nothing where there is no text. */
export function Line({ text, tone }: { text: string | null; tone: 'detail' | 'eyebrow' | 'soft' }) {
  if (text === null || text === '') return null;
  return (
    <div className={`wall-${tone}`} dir="auto">
      {text}
    </div>
  );
}

/** "Back at 10:45": kept true for as long as it stands, also while the timer waits. */
export function Return({ dial, word }: { dial: Dial; word: string }) {
  const { look } = useWall();
  const box = useRef<HTMLDivElement>(null);
  const { clock } = look;
  const draw = useCallback(
    (reading: Reading) => {
      const text = returnTime(reading, clock) ?? '';
      if (box.current !== null && box.current.textContent !== text) box.current.textContent = text;
      return reading.state === 'done' ? null : 1000;
    },
    [clock],
  );
  useDial(dial, 'eased', draw);
  return (
    <div className="wall-return">
      <div className="wall-return-word" dir="auto">
        {word}
      </div>
      <div className="wall-return-time" dir="auto" ref={box} />
    </div>
  );
}
