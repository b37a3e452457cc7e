import type { Cue } from '../../../shared/room/wall';
import type { Settings } from '../../../shared/session/settings';

type Sound = Settings['sound'];

/** A bell's partials: how far above its note, how loud, how long it rings in seconds. */
const partials = [
  { ratio: 1, level: 0.6, seconds: 2.6 },
  { ratio: 2.76, level: 0.16, seconds: 1.4 },
] as const;

const note: Readonly<Record<Exclude<Cue, 'none'>, { readonly hertz: number; readonly level: number }>> = {
  chime: { hertz: 528, level: 1 },
  soft: { hertz: 396, level: 0.45 },
};

let context: AudioContext | null = null;
let device: string | null = null;

/** Sends the sound to the chosen output; when it is gone, to the system's own. */
async function route(audio: AudioContext, wanted: string | null): Promise<void> {
  if (wanted === device) return;
  try {
    await (audio as AudioContext & { setSinkId: (id: string) => Promise<void> }).setSinkId(wanted ?? '');
    device = wanted;
  } catch {
    device = null;
  }
}

/** Rings once, gently, at the volume and on the output the settings name. Silent when they say so. */
export async function ring(cue: Cue, { on, volume, device: wanted }: Sound): Promise<void> {
  if (!on || cue === 'none' || volume === 0) return;
  context ??= new AudioContext();
  const audio = context;
  if (audio.state === 'suspended') await audio.resume();
  await route(audio, wanted);
  const { hertz, level } = note[cue];
  const at = audio.currentTime + 0.02;
  for (const partial of partials) {
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.frequency.value = hertz * partial.ratio;
    gain.gain.setValueAtTime(0, at);
    // A soft attack: nobody should start at it.
    gain.gain.linearRampToValueAtTime(volume * level * partial.level, at + 0.04);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + partial.seconds);
    tone.connect(gain).connect(audio.destination);
    tone.start(at);
    tone.stop(at + partial.seconds);
  }
}
