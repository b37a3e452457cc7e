/** What a person does in a step: after one of these, the "A" before it is a partner and not an article. */
const doing = /^(?:and|or|to|then|is|has|had|may|can|says?|speaks?|starts?|begins?|goes|calls?|[a-z]+[^s\W]s)$/;
/** Nouns that end like a verb. */
const things = new Set(['minutes', 'seconds', 'yes']);

/**
 * The places where a text seems to call a partner A or B. In content nobody is: who starts is cast when it is led. An "A"
 * that opens a sentence as an article is left alone.
 */
export function lonelyLetters(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}{])([AB])(?![\p{L}\p{N}])(?:['’]s)?/gu)].flatMap((match) => {
    const before = text.slice(0, match.index);
    const next = /^\s([a-z][\p{L}’'-]*)/u.exec(text.slice(match.index + match[0].length))?.[1];
    const opens = /(?:^|[.?!:…]["”’]?\s|["“‘(])$/u.test(before);
    const article = match[0] === 'A' && opens && next !== undefined && (things.has(next) || !doing.test(next));
    return article ? [] : [text.slice(Math.max(0, match.index - 12), match.index + 16)];
  });
}
