import { oneLine } from '../../shared/room/one-line';

/** Signs that may begin or end something wherever they stand, in any kind of Markdown. */
const signs = /[\\`*_{}[\]<>|~&$^#=@]/g;
/** What begins a list, a line across or a heading, when it is the first of its line. */
const firsts = /^([-+:])/;
const numbers = /^(\d+)([.)])/;
/** What makes an address of what follows, even without brackets. */
const schemes = /:(?=\/\/)|(?<=mailto|xmpp):/gi;
const hosts = /(?<=www)\./gi;

/** A text as one line of Markdown that says it as it is, and nothing else. */
export const escaped = (text: string): string =>
  oneLine(text)
    .replace(signs, '\\$&')
    .replace(firsts, '\\$1')
    .replace(numbers, '$1\\$2')
    .replace(schemes, '\\$&')
    .replace(hosts, '\\$&');
