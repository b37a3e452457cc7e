/** The words of the console's settings screen. */
export const settings = { title: 'Settings' } as const;
