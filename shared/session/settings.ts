import { z } from 'zod';
import { helpLineSchema } from '../room/room-view';
import { wallCaps } from '../room/wall';

/** How the facilitator likes it. Nothing here belongs to a couple. */
export const settingsSchema = z.strictObject({
  language: z.string().max(20),
  theme: z.enum(['system', 'light', 'dark']),
  palette: z.enum(['paper', 'dusk']),
  digits: z.enum(['none', 'minutes', 'seconds']),
  motion: z.enum(['full', 'reduced']),
  blankColour: z.enum(['ground', 'black']),
  hour12: z.boolean(),
  sound: z.strictObject({
    on: z.boolean(),
    volume: z.number().min(0).max(1),
    /** Output device id as the console page knows it, or null for the system's own. */
    device: z.string().max(200).nullable(),
  }),
  /** The room's display by identity, never by coordinates. */
  display: z
    .strictObject({ id: z.string().max(40), label: z.string().max(120), width: z.number(), height: z.number(), internal: z.boolean() })
    .nullable(),
  /** Local crisis lines, or null for the language's own (S22). */
  helpLines: z.array(helpLineSchema).max(wallCaps.helpLines).nullable(),
});
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

/** Settings a person changes one at a time: each change is a whole value. */
export const settingsPatchSchema = settingsSchema.omit({ display: true }).partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
