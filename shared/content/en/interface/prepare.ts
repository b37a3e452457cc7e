/** The words of the console's prepare screen. */
export const prepare = { title: 'Prepare' } as const;
