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
  /** The largest step from one sample to the next: a click is steeper than any wave. */
  readonly steepest: number;
}

/** Below this it is silence: 60 dB under full scale. */
export const silence = 0.001;
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
  let peak = 0;
  let square = 0;
  let steepest = 0;
  for (let n = 0; n < sound.length; n++) {
    const sample = sound[n] ?? 0;
    peak = Math.max(peak, Math.abs(sample));
    square += sample * sample;
    if (n > 0) steepest = Math.max(steepest, Math.abs(sample - (sound[n - 1] ?? 0)));
  }
  return {
    at: from / rate,
    seconds: sound.length / rate,
    peak,
    loudness: Math.sqrt(square / sound.length),
    attack: sound.findIndex((sample) => Math.abs(sample) >= peak * 0.9) / rate,
    steepest,
  };
}
