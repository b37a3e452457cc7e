import { writeAnswers } from '../../shared/couple/page/answer-file';
import type { CodedPage } from '../../shared/couple/page/page-document';
import { element } from './element';
import { fieldId } from './sections';
import type { Speech } from './speech';
import { answersIn, mostBids, today, type Written, type Wrong } from './written';

/** What ends the page: who will read it, "Done", and the file that makes. */
export function done(page: CodedPage, { say, day }: Speech, written: () => Written): HTMLElement {
  const status = element('p', { role: 'status', class: 'status' });
  const made = element('div', { class: 'made' });
  let address: string | null = null;

  function tell({ ...wrong }: Wrong): void {
    const isNumber = wrong.what === 'number';
    const id = isNumber
      ? fieldId.count(wrong.day, wrong.count)
      : wrong.of === 'first'
        ? fieldId.first
        : fieldId.checkIn;
    status.textContent = isNumber
      ? say('notANumber', { field: say(`${wrong.count}On`, { day: day(wrong.day) }), most: mostBids })
      : say('notADay', { field: say(wrong.of === 'first' ? 'firstDay' : 'checkInDay') });
    const field = document.getElementById(id);
    field?.setAttribute('aria-invalid', 'true');
    field?.focus();
  }

  function make(): void {
    for (const field of document.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
    made.replaceChildren();
    const on = today();
    const read = answersIn(written(), page.asks, on);
    if (!read.ok) {
      tell(read.wrong);
      return;
    }
    if (read.answers.length === 0) {
      status.textContent = say('nothingYet');
      return;
    }
    const text = writeAnswers({ code: page.code, answers: read.answers });
    const file = `answers-${on}.json`;
    if (address !== null) URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = element('a', { href: address, download: file, class: 'button quiet' }, say('again'));
    made.append(element('p', {}, link), otherWay(text));
    status.textContent =
      read.answers.length === 1 ? say('madeOne', { file }) : say('madeMore', { file, count: read.answers.length });
    link.click();
  }

  function otherWay(text: string): HTMLElement {
    const about = element('p', { id: 'other-way', class: 'soft' }, say('otherWayAbout'));
    const area = element('textarea', { readonly: true, rows: 4, 'aria-labelledby': 'other-way' });
    area.value = text;
    const copy = element('button', { type: 'button', class: 'button quiet' }, say('copy'));
    copy.addEventListener('click', () => {
      area.select();
      // The newer way is for pages that come from a server.
      if (document.execCommand('copy')) status.textContent = say('copied');
    });
    return element('details', {}, element('summary', {}, say('otherWay')), about, area, element('p', {}, copy));
  }

  const button = element('button', { type: 'button', class: 'button' }, say('done'));
  button.addEventListener('click', make);
  return element(
    'div',
    { class: 'done' },
    element('p', { class: 'readers' }, say('readers')),
    element('p', { class: 'soft', id: 'done-about' }, say('doneAbout')),
    element('p', {}, button),
    status,
    made,
  );
}
