import { createHash } from 'node:crypto';
import { script, style } from 'virtual:page-parts';
import { type CodedPage, pageDataId } from '../../shared/couple/page/page-document';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Nothing inside ends the element it stands in. */
const inScript = (data: unknown): string =>
  JSON.stringify(data).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Only the one script and the one style in it run, and none of them reaches anything outside (S5). */
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page as the one file it is. */
export const pageHtml = (page: CodedPage): string => `<!doctype html>
<html lang="${escaped(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${escaped(page.words.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(page.words.title)}</h1>
<p>${escaped(page.words.scriptNeeded)}</p>
</main>
<script type="application/json" id="${pageDataId}">${inScript(page)}</script>
<script>${script}</script>
</body>
</html>
`;
