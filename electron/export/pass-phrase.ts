import { randomInt } from 'node:crypto';

/** Letters and digits of which none is taken for another, on paper or read aloud in small letters. */
const signs = 'abcdefghjkmnpqrstvwxyz23456789';
const groups = 4;
const groupLength = 4;

/** What a file opens with: nobody chose it, and about 78 bits of it are chance. It is the same in every language. */
export const newPhrase = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => signs[randomInt(signs.length)]).join(''),
  ).join('-');
