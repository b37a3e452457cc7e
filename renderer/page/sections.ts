import { answerLimits } from '../../shared/couple/page/answer-file';
import { type AskName, askedItems, domains } from '../../shared/couple/page/page-asks';
import type { PageDocument } from '../../shared/couple/page/page-document';
import { element } from './element';
import type { Speech } from './speech';
import { mostBids, type ScoreAsk, scoreKey, today, type Written, weekOf } from './written';

/** What a section is drawn with. */
export interface Desk {
  readonly page: PageDocument;
  readonly speech: Speech;
  readonly written: Written;
  /** Something was written, or chosen. */
  readonly changed: () => void;
}

export const fieldId = {
  first: 'first-day',
  checkIn: 'check-in-day',
  count: (day: string, count: 'noticed' | 'answered') => `${count}-${day}`,
} as const;

const highest = 10;

function section(ask: AskName, title: string, intro: string, ...inside: readonly Node[]): HTMLElement {
  const heading = element('h2', { id: `${ask}-title` }, title);
  return element(
    'section',
    { 'aria-labelledby': heading.id, 'data-ask': ask },
    heading,
    element('p', { class: 'soft' }, intro),
    ...inside,
  );
}

const dayField = (id: string, label: string, value: string, hear: (day: string) => void): HTMLElement => {
  const input = element('input', { type: 'date', id, value });
  input.addEventListener('change', () => hear(input.value));
  return element('p', { class: 'field' }, element('label', { for: id }, label), input);
};

function bids({ speech: { say, day, shortDay }, written, changed }: Desk): HTMLElement {
  const rows = element('tbody');
  const hint = element('p', { class: 'hint', role: 'status' });
  const told = () => {
    const odd = weekOf(written.first).find((on) => {
      const { noticed = '', answered = '' } = written.bids[on] ?? {};
      return answered !== '' && Number(answered) > Number(noticed);
    });
    hint.textContent = odd === undefined ? '' : say('moreAnswered', { day: day(odd) });
  };
  const countField = (on: string, count: 'noticed' | 'answered'): HTMLElement => {
    const input = element('input', {
      type: 'number',
      inputmode: 'numeric',
      min: 0,
      max: mostBids,
      step: 1,
      id: fieldId.count(on, count),
      'aria-label': say(`${count}On`, { day: day(on) }),
      value: written.bids[on]?.[count] ?? '',
      // Nobody has noticed anything tomorrow.
      disabled: on > today(),
    });
    input.addEventListener('input', () => {
      const before = written.bids[on] ?? { noticed: '', answered: '' };
      // What is no number has no value, and is not nothing.
      written.bids[on] = { ...before, [count]: input.validity.badInput ? '?' : input.value };
      changed();
    });
    input.addEventListener('change', told);
    return element('td', {}, input);
  };
  const draw = () => {
    const days = /^\d{4}-\d{2}-\d{2}$/.test(written.first) ? weekOf(written.first) : [];
    rows.replaceChildren(
      ...days.map((on) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, shortDay(on)),
          countField(on, 'noticed'),
          countField(on, 'answered'),
        ),
      ),
    );
  };
  draw();
  const first = dayField(fieldId.first, say('firstDay'), written.first, (chosen) => {
    written.first = chosen;
    draw();
    changed();
  });
  const head = (['day', 'noticed', 'answered'] as const).map((key) => element('th', { scope: 'col' }, say(key)));
  const table = element(
    'table',
    { 'aria-labelledby': 'bids-title' },
    element('thead', {}, element('tr', {}, ...head)),
    rows,
  );
  return section('bids', say('bids'), say('bidsIntro'), first, table, hint);
}

function checkIn({ speech: { say }, written, changed }: Desk): HTMLElement {
  const texts = domains.map((domain) => {
    const text = element('textarea', { id: domain, rows: 2, maxlength: answerLimits.text });
    text.value = written.checkIn[domain];
    text.addEventListener('input', () => {
      written.checkIn[domain] = text.value;
      changed();
    });
    return element('p', { class: 'field' }, element('label', { for: domain }, say(domain)), text);
  });
  const day = dayField(fieldId.checkIn, say('checkInDay'), written.checkIn.on, (on) => {
    written.checkIn.on = on;
    changed();
  });
  return section('check-in', say('check-in'), say('checkInIntro'), day, ...texts);
}

const scores =
  (ask: ScoreAsk) =>
  ({ page, speech: { say, day }, written, changed }: Desk): HTMLElement => {
    const one = (item: (typeof askedItems)[number]): HTMLElement => {
      const name = scoreKey(ask, item);
      const choice = (score: number | null): HTMLElement => {
        const input = element('input', {
          type: 'radio',
          name,
          checked: (written.scores[name]?.score ?? null) === score,
        });
        input.addEventListener('change', () => {
          if (score === null) delete written.scores[name];
          else written.scores[name] = { on: today(), score };
          changed();
        });
        const label = score === null ? say('noScore') : String(score);
        return element('label', { class: score === null ? 'score none' : 'score' }, input, element('span', {}, label));
      };
      const points = Array.from({ length: highest + 1 }, (_, score) => choice(score));
      const ends = element(
        'span',
        { class: 'ends', 'aria-hidden': 'true' },
        element('span', {}, `0 ${say('low')}`),
        element('span', {}, `${highest} ${say('high')}`),
      );
      return element(
        'fieldset',
        {},
        element('legend', {}, say(item)),
        ends,
        element('span', { class: 'scores' }, ...points, choice(null)),
      );
    };
    return section(ask, say(ask), say('scoresIntro', { day: day(page.days[ask]) }), ...askedItems.map(one));
  };

/** How each thing a page asks is drawn. */
export const sections: Readonly<Record<AskName, (desk: Desk) => HTMLElement>> = {
  bids,
  'check-in': checkIn,
  'day-30': scores('day-30'),
  'day-60': scores('day-60'),
};
