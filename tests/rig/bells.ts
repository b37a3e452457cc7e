/** One sound, from its strike until it has died away. */
export interface Bell {
  /** Seconds from the start of the recording. */
  readonly at: number;
  readonly seconds: number;
  /** The largest sample; 1 is full scale. */
  readonly peak: number;
  /** Seconds from the first sound to nine tenths of the peak. */
  readonly attack: number;
  /** The largest sample of its first five milliseconds. */
  readonly onset: number;
  /** Whether it was heard without a gap while it was loudest; only then do the figures say how loud it was. */
  readonly whole: boolean;
}

/** Below this it is silence: 60 dB under full scale. */
export const silence = 0.001;
const windowSeconds = 0.01;
/** A bell only fades. What is so much louder again than a moment ago was struck anew. */
const struckAgain = 1.5;
const momentWindows = 5;
/** Sounding windows in which a bell may still grow. */
const growingWindows = 15;
/** A bell has died away when it was this faint, and then silent for so long. */
const faint = 0.02;
const silentWindows = 25;
const onsetSeconds = 0.005;
const loudestSeconds = 0.2;
/** No wave stays at nothing for so long. */
const holeSeconds = 0.003;

/**
 * The bells in a recording, oldest first, without the one that still sounds. A busy machine leaves gaps in what is
 * recorded, so that silence alone neither ends a bell nor begins one.
 */
export function bellsIn(samples: Float32Array, rate: number): readonly Bell[] {
  const size = windowSeconds * rate;
  const bells: Bell[] = [];
  /** The levels of the windows of one bell that are not silent. */
  let levels: number[] = [];
  let from = 0;
  let to = 0;
  const end = (): void => {
    if (levels.length > 0) bells.push(bellOf(samples.subarray(from, to), from, rate));
    levels = [];
  };
  for (let start = 0; start + size <= samples.length; start += size) {
    const window = samples.subarray(start, start + size);
    const level = peakOf(window);
    if (level <= silence) {
      const diedAway = (levels.at(-1) ?? 0) < Math.max(...levels) * faint;
      if (diedAway && start - to > silentWindows * size) end();
      continue;
    }
    const before = Math.max(...levels.slice(-momentWindows));
    if (levels.length > growingWindows && level > before * struckAgain) end();
    if (levels.length === 0) from = start + window.findIndex((sample) => Math.abs(sample) > silence);
    levels.push(level);
    to = start + window.findLastIndex((sample) => Math.abs(sample) > silence) + 1;
  }
  return bells;
}

function bellOf(sound: Float32Array, from: number, rate: number): Bell {
  const peak = peakOf(sound);
  return {
    at: from / rate,
    seconds: sound.length / rate,
    peak,
    attack: sound.findIndex((sample) => Math.abs(sample) >= peak * 0.9) / rate,
    onset: peakOf(sound.subarray(0, onsetSeconds * rate)),
    whole: !hasHole(sound.subarray(0, loudestSeconds * rate), holeSeconds * rate),
  };
}

const peakOf = (samples: Float32Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

function hasHole(sound: Float32Array, length: number): boolean {
  let still = 0;
  return sound.some((sample) => {
    still = Math.abs(sample) > silence / 10 ? 0 : still + 1;
    return still >= length;
  });
}
