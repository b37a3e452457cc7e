import { useEffect } from 'react';
import type { SoundOutput } from '../../../shared/session/state/settings';
import { useLocal, useMirrorDispatch, useView } from '../mirror/hooks';
import { foundOutputs } from '../mirror/store';
import { findOutput, plugged } from './outputs';

/** How often a chosen output is looked for, in milliseconds. */
const lookEveryMs = 2000;

/** Keeps an eye on the sound outputs while it matters: one is chosen, or may be just now. */
export function useOutputWatch(): void {
  const dispatch = useMirrorDispatch();
  const chosen = useView(({ settings }) => settings.sound.device !== null);
  const choosing = useLocal(({ place }) => place.screen === 'settings');
  const watching = chosen || choosing;
  useEffect(() => {
    const { mediaDevices } = navigator;
    if (!watching || mediaDevices === undefined) return;
    let over = false;
    const look = async (): Promise<void> => {
      const outputs = await plugged();
      if (!over && outputs !== null) dispatch(foundOutputs(outputs));
    };
    void look();
    mediaDevices.addEventListener('devicechange', look);
    // On Linux a new card is told of, a cable or a sound server's own outputs are not.
    const again = setInterval(look, lookEveryMs);
    return () => {
      over = true;
      mediaDevices.removeEventListener('devicechange', look);
      clearInterval(again);
    };
  }, [dispatch, watching]);
}

/** The sound outputs that are plugged in, as far as anybody has looked. */
export const useOutputs = (): readonly SoundOutput[] | null => useLocal(({ outputs }) => outputs);

interface Missed {
  /** What the system called it. */
  readonly output: string;
  /** Whether there is another one to take over. */
  readonly replaced: boolean;
}

/** The chosen output when it is unplugged and missed, or null. */
export function useOutputMissed(): Missed | null {
  const outputs = useOutputs();
  const { on, volume, device } = useView(({ settings }) => settings.sound);
  if (!on || volume === 0 || device === null || outputs === null || findOutput(outputs, device) !== null) return null;
  return { output: device.label, replaced: outputs.length > 0 };
}
