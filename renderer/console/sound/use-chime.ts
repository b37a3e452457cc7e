import { useEffect, useRef } from 'react';
import { useView } from '../mirror/hooks';
import { ring } from './chime';

/** Rings when a new cue reaches the room; the one that was there when the page opened has been heard already. */
export function useChime(): void {
  const cue = useView(({ room }) => room.cue);
  const sound = useView(({ settings }) => settings.sound);
  const heard = useRef(cue?.id ?? 0);
  useEffect(() => {
    if (cue === null || cue.id === heard.current) return;
    heard.current = cue.id;
    void ring(cue.cue, sound);
  }, [cue, sound]);
}
