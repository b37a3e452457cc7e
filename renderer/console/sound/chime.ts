import type { Cue } from '../../../shared/room/wall-constants';
import type { Settings } from '../../../shared/session/state/settings';
import { type Bell, strike } from './bell';
import { findOutput, plugged, systemOutput } from './outputs';
import { within } from './within';

/** What Chromium can do and TypeScript does not know yet. */
interface Options extends AudioContextOptions {
  readonly sinkId: string;
}

const openMs = 1500;
/** Longer than any bell rings: an output that stands still by then has failed. */
const bellMs = 5000;
/** A bell that broke off after so many seconds has been heard. */
const heardSeconds = 1;

/** Cues so close together are one bell: several would only be louder, and two at once clip. */
const togetherMs = 500;

/** When the last bell that was heard was struck. */
let struckAt = Number.NEGATIVE_INFINITY;

/**
 * Rings once, gently, at the volume and on the output the settings name, or on the system's own while that one is gone.
 * Silent when they say so. False when nothing can have been heard.
 */
export async function ring(cue: Cue, { on, volume, device }: Settings['sound']): Promise<boolean> {
  if (!on || cue === 'none' || volume === 0) return true;
  const there = await plugged();
  // Chromium would play to nobody, call that done, and go on doing so for seconds after an output has come.
  if (there?.length === 0) return false;
  const chosen = device === null ? null : findOutput(there ?? [], device);
  // The system's own is asked twice: at first it may still be the one that has just gone.
  const outputs = [...(chosen === null ? [] : [chosen.id]), systemOutput, systemOutput];
  for (const output of outputs) if (await ringOn(output, { cue, volume })) return true;
  return false;
}

/** Whether the bell was heard there. */
async function ringOn(output: string, bell: Bell): Promise<boolean> {
  // A new one for each bell: between bells it costs nothing, and no sleep and no pulled cable leaves a broken one.
  // A bell may come a moment late; it must not crackle on a busy laptop.
  const options: Options = { sinkId: output, latencyHint: 'playback' };
  const audio = new AudioContext(options);
  try {
    const broken = new Promise<false>((resolve) => audio.addEventListener('error', () => resolve(false)));
    if ((await within(openMs, Promise.race([running(audio), broken]))) !== true) return false;
    if (performance.now() - struckAt < togetherMs) return true;
    struckAt = performance.now();
    const rangOut = await within(bellMs, Promise.race([strike(audio, bell).then(() => true), broken]));
    if (rangOut === true || audio.currentTime > heardSeconds) return true;
    struckAt = Number.NEGATIVE_INFINITY;
    return false;
  } finally {
    void audio.close();
  }
}

function running(audio: AudioContext): Promise<true> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (audio.state === 'running') resolve(true);
    };
    audio.addEventListener('statechange', look);
    look();
  });
}
