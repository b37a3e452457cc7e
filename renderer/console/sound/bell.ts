import type { Cue } from '../../../shared/room/wall-constants';

export interface Bell {
  readonly cue: Exclude<Cue, 'none'>;
  /** 0 to 1. */
  readonly volume: number;
}

/** A bell's partials: how far above its note, how loud, how long it rings in seconds. */
const partials = [
  { ratio: 1, level: 0.6, seconds: 2.6 },
  { ratio: 2.76, level: 0.16, seconds: 1.4 },
] as const;

const note: Readonly<Record<Bell['cue'], { readonly hertz: number; readonly level: number }>> = {
  chime: { hertz: 528, level: 1 },
  soft: { hertz: 396, level: 0.45 },
};

const attackSeconds = 0.04;

/** Strikes a bell, gently; settles when it has rung out. */
export async function strike(audio: AudioContext, { cue, volume }: Bell): Promise<void> {
  const { hertz, level } = note[cue];
  const at = audio.currentTime + 0.02;
  const tones = partials.map((partial) => {
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.frequency.value = hertz * partial.ratio;
    gain.gain.setValueAtTime(0, at);
    // A soft attack: nobody should start at it.
    gain.gain.linearRampToValueAtTime(volume * level * partial.level, at + attackSeconds);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + partial.seconds);
    tone.connect(gain).connect(audio.destination);
    tone.start(at);
    tone.stop(at + partial.seconds);
    return new Promise((resolve) => tone.addEventListener('ended', resolve));
  });
  await Promise.all(tones);
}
