import { answerLimits } from '../../shared/couple/page/answer-file';
import { type AskName, askedItems, bidsDays, domains, type PageAnswer } from '../../shared/couple/page/page-asks';

export type ScoreAsk = Extract<AskName, `day-${string}`>;
type Item = (typeof askedItems)[number];
type Domain = (typeof domains)[number];

/** What stands in the page, as it was typed. */
export interface Written {
  /** The first day of the week. */
  first: string;
  bids: Record<string, { noticed: string; answered: string }>;
  checkIn: { on: string } & Record<Domain, string>;
  /** By ask and item; `on`: the day it was said. */
  scores: Record<string, { readonly on: string; readonly score: number }>;
}

export const mostBids = 999;

const dayMs = 24 * 60 * 60 * 1000;

/** A day so many days after another, both written 2026-03-07. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The day it is here. */
export function today(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Before anything is written: right after the retreat the week to come, later the one that was. */
export const nothingWritten = (dayOne: string, on: string): Written => {
  const last = dayAfter(on, 1 - bidsDays);
  return {
    first: last < dayOne ? dayOne : last,
    bids: {},
    checkIn: { on, decisions: '', conflict: '', outsiders: '', hardMoments: '' },
    scores: {},
  };
};

export const weekOf = (first: string): readonly string[] =>
  Array.from({ length: bidsDays }, (_, day) => dayAfter(first, day));

export const scoreKey = (ask: ScoreAsk, item: Item): string => `${ask}/${item}`;

/** What is wrong with a field, told by the page at that field. */
export type Wrong =
  | { readonly what: 'number'; readonly day: string; readonly count: 'noticed' | 'answered' }
  | { readonly what: 'day'; readonly of: 'first' | 'check-in' };

const count = (typed: string): number | null => {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
};

const isDay = (day: string, on: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && day <= on;

export type Read =
  | { readonly ok: true; readonly answers: readonly PageAnswer[] }
  | { readonly ok: false; readonly wrong: Wrong };

const wrong = (what: Wrong): Read => ({ ok: false, wrong: what });

/** What is written, as answers to what the page asks; or the first thing in it that cannot be sent. */
export function answersIn({ first, bids, checkIn, scores }: Written, asks: readonly AskName[], on: string): Read {
  const answers: PageAnswer[] = [];
  for (const ask of asks) {
    if (ask === 'bids') {
      for (const day of /^\d{4}-\d{2}-\d{2}$/.test(first) ? weekOf(first) : []) {
        const typed = bids[day] ?? { noticed: '', answered: '' };
        if (`${typed.noticed}${typed.answered}`.trim() === '') continue;
        const [noticed, answered] = [count(typed.noticed), count(typed.answered)];
        if (noticed === null) return wrong({ what: 'number', day, count: 'noticed' });
        if (answered === null) return wrong({ what: 'number', day, count: 'answered' });
        if (day > on) return wrong({ what: 'day', of: 'first' });
        answers.push({ ask, on: day, content: { noticed, answered } });
      }
    } else if (ask === 'check-in') {
      const { on: day, ...texts } = checkIn;
      if (domains.every((domain) => texts[domain].trim() === '')) continue;
      if (!isDay(day, on)) return wrong({ what: 'day', of: 'check-in' });
      const cut = domains.map((domain) => [domain, texts[domain].slice(0, answerLimits.text)]);
      answers.push({ ask, on: day, content: Object.fromEntries(cut) });
    } else {
      for (const item of askedItems) {
        const said = scores[scoreKey(ask, item)];
        if (said === undefined) continue;
        answers.push({ ask, on: said.on, content: { moment: 'follow-up', item, name: '', score: said.score } });
      }
    }
  }
  return { ok: true, answers };
}
