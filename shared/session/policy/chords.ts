/** A key as a window or the system tells of it. `mod` is Ctrl, or Command on a Mac; `other` is whichever of the two is not. */
export interface Press {
  /** The sign it writes in the layout that is chosen ("b", "ç", "Enter"). */
  readonly key: string;
  /** Where it lies, named by what is there on a US keyboard ("KeyB", "Period"). */
  readonly code: string;
  readonly mod: boolean;
  readonly other: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** AltGr writes signs of its own: where such a key lies says nothing. */
  readonly altGr: boolean;
}

const named: Readonly<Record<string, string>> = { ' ': 'space' };

/** What lies where a sign of the table is on a US keyboard: alone, and with Shift. */
const lying: Readonly<Record<string, readonly [plain: string, shifted?: string]>> = {
  Period: ['.'],
  Comma: [','],
  Slash: ['/', '?'],
  Minus: ['-'],
  Equal: ['=', '+'],
};

/** The letter, digit or sign on a US keyboard where this key lies, or null. */
function usSign({ code, shift }: Press): { readonly key: string; readonly shift: boolean } | null {
  const key = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).find(Boolean)?.toLowerCase();
  if (key !== undefined) return { key, shift };
  const [plain, shifted] = lying[code] ?? [];
  if (plain === undefined) return null;
  return shift && shifted !== undefined ? { key: shifted, shift: false } : { key: plain, shift };
}

const written = ({ mod, other, alt }: Press, key: string, shift: boolean): string =>
  [mod ? 'mod+' : '', other ? 'other+' : '', alt ? 'alt+' : '', shift ? 'shift+' : '', key].join('');

/** The chord of the sign a key writes: "b", "shift+e", "mod+k". Signs such as "?" carry no shift. */
export function ownChord(press: Press): string {
  const key = named[press.key] ?? press.key.toLowerCase();
  const sign = [...key].length === 1 && !/[a-z]/.test(key);
  return written(press, key, press.shift && !sign);
}

/**
 * The chord a press is taken for, one of those `means` knows, or null. A sign that means something itself is that; only one that
 * does not is taken by where its key lies, so that clickers, which know places alone, are heard in every layout. With Ctrl a Latin
 * letter is only itself: it is how a shortcut is known.
 */
export function chordMeant(press: Press, means: (chord: string) => boolean): string | null {
  const own = ownChord(press);
  if (means(own)) return own;
  const latin = /^[a-z]$/i.test(press.key);
  const us = press.altGr || (latin && press.mod) ? null : usSign(press);
  const lies = us === null ? null : written(press, us.key, us.shift);
  return lies !== null && means(lies) ? lies : null;
}
