import { randomBytes } from 'node:crypto';
import type { ProtocolResponse } from 'electron';
import { cardPolicy, headers } from './content-security-policy';
import { host } from './origins';

/** A page without a script: one line on the ground colour. For telling displays apart, and when the room page keeps failing. */
export interface Card {
  readonly text: string;
  readonly ground: string;
  readonly ink: string;
}

const cards = new Map<string, Card>();

/** Whether an address is that of a card. */
export const isCard = (url: string): boolean => url.startsWith(`room://${host}/card/`);

/** The address of a card on the room's own protocol. The same name shows the latest card. */
export function cardAddress(name: string, card: Card): string {
  cards.set(`/card/${name}`, card);
  return `room://${host}/card/${name}`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** The card at a path, or null when there is none. */
export function cardAt(path: string): ProtocolResponse | null {
  const card = cards.get(path);
  if (card === undefined) return null;
  const { text, ground, ink } = card;
  const nonce = randomBytes(16).toString('base64');
  const style =
    'html{height:100%;cursor:none}body{margin:0;height:100%;display:grid;place-items:center;font:500 14vmin/1.2 Georgia,serif;' +
    `background:${ground};color:${ink}}`;
  const html = `<!doctype html><meta charset="utf-8"><title>Holdfast</title><style nonce="${nonce}">${style}</style><p>${escaped(text)}</p>`;
  return { data: Buffer.from(html), headers: headers('text/html; charset=utf-8', cardPolicy(nonce)) };
}
