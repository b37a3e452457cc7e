// The two bundled families. Every page that shows a Stage gets them from here, so that both set the same letters.
import '../fonts.css';

/** What the page must have loaded before text can be measured. */
export const faces = ['400 16px "Fraunces Variable"', '400 16px "Source Sans 3 Variable"'] as const;

/** What a first message in another language would need, by a letter of each file: loaded right after those, so that no line jumps. */
export const furtherFaces = [
  ['400 16px "Fraunces Beyond"', 'łế'],
  ['400 16px "Source Sans 3 Beyond"', 'łế'],
] as const;
