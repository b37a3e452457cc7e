/** Ready-made messages to the room. */
export const presets = ['two', 'sit', 'slow', 'water', 'back', 'quiet', 'ask'] as const;
