import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, it, vi } from 'vitest';
import { AnswerLines } from '../../renderer/console/couples/answer-lines';
import { timelineOf } from '../../renderer/console/couples/timeline';
import type { AnswerView } from '../../shared/couple/audience';

beforeAll(async () => void (await i18next.use(initReactI18next).init({ lng: 'en', resources: {} })));

const answers = Array.from(
  { length: 200 },
  (_, n): AnswerView => ({
    id: `a${n}`,
    retreat: 'r',
    at: n,
    exercise: `e${n % 7}`,
    field: `f${n}`,
    owner: 'A',
    value: { kind: 'text', text: `said ${n}` },
    asked: 'What helps',
    reader: 'facilitator',
    closed: null,
  }),
);

it('writes two hundred answers with one translator', () => {
  const translator = vi.spyOn(i18next, 'getFixedT');
  const html = renderToStaticMarkup(<AnswerLines answers={answers} nameOf={() => 'Ada'} hidden={false} />);
  expect(html.match(/said \d+/g)).toHaveLength(200);
  expect(translator).toHaveBeenCalledTimes(1);
});

it('looks through the words of a record only for a search', () => {
  const titleOf = vi.fn(() => 'Harbour');
  expect(timelineOf(answers, ' ', titleOf)[0]?.entries).toHaveLength(7);
  expect(titleOf).not.toHaveBeenCalled();
  expect(timelineOf(answers, 'said 199', titleOf)[0]?.entries).toHaveLength(1);
  expect(titleOf).toHaveBeenCalledTimes(200);
});

// Else opening a long record lays out hundreds of lines that nobody sees yet.
it('lays out what was written in an exercise once it comes into sight', () => {
  const sheet = readFileSync(`${import.meta.dirname}/../../renderer/console/couples/couple-page.module.css`, 'utf8');
  const [entry] = sheet.match(/^\.entry \{[^}]*\}/m) ?? [];
  expect(entry).toContain('content-visibility: auto;');
  expect(entry).toContain('contain-intrinsic-size: auto ');
});
