import type { SoundOutput } from '../../../shared/session/state/settings';
import { within } from './within';

/** How Chromium calls whatever output the system uses just now. */
export const systemOutput = '';

const standIns = ['', 'default', 'communications'];
const longest = 200;
const answerMs = 1000;

/** The outputs that are plugged in now, none at all included; null when the system does not say. */
export async function plugged(): Promise<readonly SoundOutput[] | null> {
  // Not there in a page that is not secure; a sound server that hangs never answers.
  const all = await within(answerMs, navigator.mediaDevices?.enumerateDevices() ?? Promise.resolve(null));
  if (all === null) return null;
  const outputs = all.filter(({ kind }) => kind === 'audiooutput');
  const named = outputs.filter(({ deviceId, label }) => !standIns.includes(deviceId) && label !== '');
  if (outputs.length > 0 && named.length === 0) return null;
  return named.map(({ deviceId, label }) => ({ id: deviceId, label: label.slice(0, longest) }));
}

/** The chosen output among those there are: itself, else, after a restart, the one of its name. */
export function findOutput(outputs: readonly SoundOutput[], chosen: SoundOutput): SoundOutput | null {
  return outputs.find(({ id }) => id === chosen.id) ?? outputs.find(({ label }) => label === chosen.label) ?? null;
}
