/** The words of the console's home screen. */
export const home = { title: 'Home' } as const;
