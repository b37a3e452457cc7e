import type { z } from 'zod';
import type { settingsPatchSchema, settingsSchema, soundOutputSchema } from './settings-schema';

export type SoundOutput = z.infer<typeof soundOutputSchema>;

export type Settings = z.infer<typeof settingsSchema>;
export type DisplayIdentity = NonNullable<Settings['display']>;

export const defaultSettings: Settings = {
  language: 'en',
  theme: 'system',
  palette: 'paper',
  digits: 'minutes',
  motion: 'full',
  blankColour: 'ground',
  hour12: false,
  sound: { on: true, volume: 0.6, device: null },
  display: null,
  helpLines: null,
};

export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
