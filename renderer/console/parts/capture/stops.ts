/**
 * The stops of the keyboard in a form: its fields, each once, and what is pressed where one would have typed. Tab goes from one to the
 * next, and so does Enter in a field of one line.
 */
const stops = '[data-stop], [data-stop-in] button';

export const stopsIn = (form: Element): HTMLElement[] => [...form.querySelectorAll<HTMLElement>(stops)];

const answered = '[data-stop]:not([data-stop=words], [data-consent])';

/**
 * Where the keyboard comes to a form: to the first field of whoever is asked first, past their consents, which a space would change;
 * to the first stop where no field is open to them.
 */
export const firstStop = (form: Element): HTMLElement | undefined =>
  form.querySelector('[data-owner]')?.querySelector<HTMLElement>(answered) ?? stopsIn(form)[0];

/** Where the keyboard stands among the stops; -1 for elsewhere, as beside a field. Options share the one stop of their group. */
export function stopAt(form: Element, target: Element): number {
  const all: readonly Element[] = stopsIn(form);
  const own = all.indexOf(target);
  if (own !== -1 || !target.matches('[data-option]')) return own;
  const group = target.closest('fieldset');
  return all.findIndex((stop) => group?.contains(stop) === true);
}

/** Whether Enter goes on from here: in what is pressed it presses, and in several lines it begins another. */
export const goesOnByEnter = (target: Element): boolean =>
  target.closest('[data-stop=line], [data-option]') !== null && target.closest('[data-stop=lines]') === null;
