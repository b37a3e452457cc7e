import { shell } from 'electron';

/** All that Holdfast asks other programs to open by an address: fixed ones, in which nothing of anybody stands. */
const addresses = { mail: 'mailto:' } as const;

/** Answers whether a program took it. */
export const openOutside = (what: keyof typeof addresses): Promise<boolean> =>
  shell.openExternal(addresses[what]).then(
    () => true,
    () => false,
  );
