/** One sound with silence before and after it. */
export interface Bell {
  /** Seconds from the start of the recording. */
  readonly at: number;
  readonly seconds: number;
  /** The largest sample; 1 is full scale. */
  readonly peak: number;
  /** Root of the mean square over the sound. */
  readonly loudness: number;
  /** Seconds from the first sound to nine tenths of the peak. */
  readonly attack: number;
  /** The largest sample of its first five milliseconds. */
  readonly onset: number;
}

/** Below this it is silence: 60 dB under full scale. */
export const silence = 0.001;
const onsetSeconds = 0.005;
/** A sound that is silent for so long has ended. */
const gapSeconds = 0.25;

/** The sounds in a recording, oldest first. A sound is only one once silence has followed it. */
export function bellsIn(samples: Float32Array, rate: number): readonly Bell[] {
  const bells: Bell[] = [];
  const gap = gapSeconds * rate;
  let from = -1;
  let last = -1;
  for (let n = 0; n < samples.length; n++) {
    if (Math.abs(samples[n] ?? 0) > silence) {
      if (from < 0) from = n;
      last = n;
    } else if (from >= 0 && n - last > gap) {
      bells.push(bellOf(samples.subarray(from, last + 1), from, rate));
      from = -1;
    }
  }
  return bells;
}

function bellOf(sound: Float32Array, from: number, rate: number): Bell {
  const peak = peakOf(sound);
  const power = sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length;
  return {
    at: from / rate,
    seconds: sound.length / rate,
    peak,
    loudness: Math.sqrt(power),
    attack: sound.findIndex((sample) => Math.abs(sample) >= peak * 0.9) / rate,
    onset: peakOf(sound.subarray(0, onsetSeconds * rate)),
  };
}

const peakOf = (samples: Float32Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
