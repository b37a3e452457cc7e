import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pageHtml } from '../../electron/export/page-html';
import { type PageWords, pageDataId, pageWordKeys } from '../../shared/couple/page/page-document';
import { aBook } from '../make';
import { aCode, aCodedPage } from '../page-kit';

const inside = (html: string, open: RegExp, close: string): readonly string[] =>
  [...html.matchAll(new RegExp(open.source, 'g'))].map(({ index, 0: tag }) => {
    const from = index + tag.length;
    return html.slice(from, html.indexOf(close, from));
  });
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const dataIn = (html: string): unknown =>
  JSON.parse(inside(html, new RegExp(`<script type="application/json" id="${pageDataId}">`), '</script>')[0] ?? '');

describe('the page that comes back', () => {
  it('runs one script and one style, named by their sums, and reaches nothing', () => {
    const html = pageHtml(aCodedPage());
    const [script, ...others] = inside(html, /<script>/, '</script>');
    const [style, ...more] = inside(html, /<style>/, '</style>');
    expect([others, more]).toEqual([[], []]);
    const [policy = ''] = /(?<=Content-Security-Policy" content=")[^"]+/.exec(html) ?? [];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(script ?? '')}`,
      `style-src ${hashOf(style ?? '')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).not.toMatch(
      /https?:|\burl\(|@import|\bsrc=|\bhref="|\bon\w+="|fetch\(|XMLHttpRequest|sendBeacon|eval\(/,
    );
    expect(html.length).toBeLessThan(60_000);
  });

  it('says all that it asks in the words of the language, and none of its own', () => {
    const html = pageHtml(aCodedPage());
    expect(dataIn(html)).toEqual(aCodedPage());
    expect(Object.keys(aBook.page).sort()).toEqual([...pageWordKeys].sort());
    const sentences = inside(html, /<script>/, '</script>')[0]?.match(/["'`][A-Z][a-z]+ [a-z][^"'`]{3,}["'`]/g);
    expect(sentences ?? []).toEqual([]);
  });

  it('holds its code, and of the two people nothing', () => {
    const html = pageHtml(aCodedPage());
    expect(html.split(aCode)).toHaveLength(2);
    expect(Object.keys(aCodedPage()).sort()).toEqual(['asks', 'code', 'days', 'helpLines', 'language', 'words']);
  });

  it.each([
    '</script><script>alert(1)</script>',
    '<!-- <script>',
    '"><img src=x onerror=alert(1)>',
    '\u2028 & {{day}}',
  ])('holds %j as the text it is', (hostile) => {
    const words: PageWords = { ...aBook.page, title: hostile, scriptNeeded: hostile };
    const page = aCodedPage({ language: 'en', words, helpLines: [{ name: hostile, number: hostile, note: hostile }] });
    const html = pageHtml(page);
    expect(dataIn(html)).toEqual(page);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain('<img');
    expect(html.match(/<!--/g)).toBeNull();
  });
});
