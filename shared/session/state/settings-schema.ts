import { z } from 'zod';
import { oneLine } from '../../room/one-line';
import { helpLineSchema } from '../../room/room-view-schema';
import { wallCaps } from '../../room/wall-constants';

/** A sound output as the console page knows it. */
export const soundOutputSchema = z.strictObject({
  /** Good until the app closes: the page gets other ids every time. Tells two outputs of one name apart. */
  id: z.string().max(200),
  /** What the system calls it, which is how it is known again. */
  label: z.string().max(200),
});

/** A help line as it is listed in Settings. */
export const listedLineSchema = helpLineSchema.extend({
  /** It stands in nothing that is made for two (S20). */
  alone: z.boolean(),
});

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
    /** The chosen output, plugged in or not, or null for the system's own. Only a person changes it. */
    device: soundOutputSchema.nullable(),
  }),
  /** The room's display by identity, never by coordinates. */
  display: z
    .strictObject({
      id: z.string().max(40),
      label: z.string().max(120),
      width: z.number(),
      height: z.number(),
      internal: z.boolean(),
    })
    .nullable(),
  /** Local crisis lines, or null for the language's own (S22). */
  helpLines: z.array(listedLineSchema).max(wallCaps.helpLines).nullable(),
});

const { language, theme, palette, digits, motion, blankColour, hour12, sound } = settingsSchema.shape;

const line = z.string().overwrite(oneLine);
/** A crisis line as a person writes it: it goes on the wall, so every part is one clean line. */
const writtenLineSchema = z.strictObject({
  name: line.max(wallCaps.title),
  number: line.max(40),
  note: line.max(wallCaps.detail),
  alone: z.boolean(),
});

/** What a person changes, each as a whole value. The display is chosen by opening the room on it. */
export const settingsPatchSchema = z.strictObject({
  language: language.exactOptional(),
  theme: theme.exactOptional(),
  palette: palette.exactOptional(),
  digits: digits.exactOptional(),
  motion: motion.exactOptional(),
  blankColour: blankColour.exactOptional(),
  hour12: hour12.exactOptional(),
  sound: sound.exactOptional(),
  helpLines: z.array(writtenLineSchema).max(wallCaps.helpLines).nullable().exactOptional(),
});
