import type { Page } from '@playwright/test';

/** What may stand unmarked: the brand, A and B, exercise codes, names of keys, and lengths of time. */
const always = /\bHoldfast\b|\b[A-H]\d\b|\bCtrl\b|\bPage (Up|Down)\b|\b[A-Z]\b/gu;
/** Dates and "yesterday" are written by the system in the language's own way. */
const dates = /^(\w{3}, )?\w{3} \d{1,2}, \d{4}$|^(today|now|yesterday)$/u;

/** What is left of a text once its marked parts are gone, nested ones included. */
function outside(text: string): string {
  let depth = 0;
  let rest = '';
  for (const letter of text) {
    if (letter === '‹') depth += 1;
    else if (letter === '›') depth -= 1;
    else if (depth === 0) rest += letter;
  }
  return rest;
}

/** The texts that hold words outside the pseudo-locale's marks; `typed` are the words a person wrote. */
export function unmarked(texts: readonly string[], typed: readonly string[] = []): string[] {
  return texts.filter((text) => {
    const rest = typed.reduce((left, word) => left.replaceAll(word, ''), outside(text)).trim();
    return !dates.test(rest) && /\p{L}/u.test(rest.replace(always, ''));
  });
}

/** Every string of a page that someone can see or have read to them. */
export function stringsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const attributes = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'title',
      'placeholder',
      'alt',
    ];
    const found: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Text) found.push(node.data.trim());
      if (node instanceof Element) {
        if (['SCRIPT', 'STYLE'].includes(node.tagName)) return;
        // What is hidden from a screen reader has no name that anyone hears.
        const silent = node.closest('[aria-hidden=true]') !== null;
        for (const name of attributes) if (!silent || name === 'title') found.push(node.getAttribute(name) ?? '');
      }
      for (const child of node.childNodes) walk(child);
    };
    walk(document.body);
    return [...new Set(found)].filter((text) => text !== '');
  });
}
