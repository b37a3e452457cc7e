const ends = /[.!?…。！？]["”’»)]?$/u;

/** A text that ends like a sentence. */
export const ended = (text: string): string => (text === '' || ends.test(text) ? text : `${text}.`);
