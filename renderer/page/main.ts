import './page.css';
import { type CodedPage, pageDataId } from '../../shared/couple/page/page-document';
import { done } from './done';
import { element } from './element';
import { keptBy } from './kept';
import { sections } from './sections';
import { speechOf } from './speech';
import { nothingWritten, today } from './written';

const data = document.getElementById(pageDataId)?.textContent ?? '';
const page = JSON.parse(data) as CodedPage;
const speech = speechOf(page);
const { say } = speech;
const kept = keptBy(page.code);
const before = kept.read();
const written = before ?? nothingWritten(page.days.first, today());

const keeping = element('input', {
  type: 'checkbox',
  id: 'keep',
  'aria-describedby': 'keep-about',
  checked: before !== null,
});
const keepAbout = element('p', { id: 'keep-about', class: 'soft', role: 'status' }, say('keepAbout'));

function changed(): void {
  if (!keeping.checked) return;
  if (kept.write(written)) return;
  keeping.checked = false;
  keepAbout.textContent = say('keepFailed');
}

keeping.addEventListener('change', () => {
  if (keeping.checked) changed();
  else kept.forget();
});

const main = element(
  'main',
  {},
  element(
    'header',
    {},
    element('h1', {}, say('title')),
    element('p', {}, say('lead')),
    element('p', { class: 'soft' }, say('alone')),
    element('p', { class: 'keep' }, keeping, element('label', { for: 'keep' }, say('keep'))),
    keepAbout,
  ),
  ...page.asks.map((ask) => sections[ask]({ page, speech, written, changed })),
  done(page, speech, () => written),
  element(
    'footer',
    {},
    element('h2', {}, say('helpTitle')),
    element(
      'ul',
      {},
      ...page.helpLines.map(({ name, number, note }) =>
        element('li', {}, element('b', {}, name), ` ${number}`, ...(note === '' ? [] : [` ${note}`])),
      ),
    ),
    element('p', {}, say('educational')),
  ),
);
document.body.replaceChildren(main);
