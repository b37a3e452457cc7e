// The two bundled families. Every page that shows a Stage gets them from here, so that both set the same letters.
import '../fonts.css';

/** What the page must have loaded before text can be measured. */
export const faces = ['400 16px "Fraunces Variable"', '400 16px "Source Sans 3 Variable"'] as const;
