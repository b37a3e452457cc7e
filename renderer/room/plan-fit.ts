import type { PlanRow } from '../../shared/room/room-view';
import { apply, overflows, type Setting, scales, tooWide } from './fit';
import { type Column, picturesOf, rowNow, shownPicture } from './plan-pictures';

/** More rows than this stand in two columns. */
const mostInOneColumn = 6;

/**
 * Sets the plan of the day: in as few pictures as the smallest letters allow, and then as large as so many pictures hold. All rows are
 * laid out once for each size that is tried, and none is ever left out.
 */
export function setPlan(root: HTMLElement, rows: readonly PlanRow[], turned: number): boolean {
  const box = root.querySelector<HTMLElement>('.wall-plan');
  const list = root.querySelector<HTMLElement>('.wall-plan-rows');
  const inner = list?.parentElement;
  const count = root.querySelector<HTMLElement>('.wall-plan-count');
  if (box == null || list == null || inner == null || count === null) return true;
  const elements = [...list.children].filter((row) => row instanceof HTMLElement);
  const now = rowNow(rows);

  function measure(setting: Setting) {
    apply(root, setting);
    for (const row of elements) {
      row.hidden = false;
      row.dataset.break = 'false';
    }
    const columns = getComputedStyle(list as Element).columnCount === '2' ? 2 : 1;
    const capacity =
      (box as HTMLElement).clientHeight - ((inner as HTMLElement).offsetHeight - (list as HTMLElement).offsetHeight);
    const wide = elements.some((row) => [...row.querySelectorAll<HTMLElement>('[data-cell]')].some(tooWide));
    return {
      pictures: picturesOf(
        elements.map((row) => row.offsetHeight),
        capacity,
        columns,
      ),
      wide,
    };
  }

  function show(pictures: readonly (readonly Column[])[]): boolean {
    const at = shownPicture(pictures, now, turned);
    const columns = pictures[at] ?? [];
    const [from, to] = [columns[0]?.from ?? 0, columns.at(-1)?.to ?? 0];
    elements.forEach((row, index) => {
      row.hidden = index < from || index >= to;
      row.dataset.break = String(columns.slice(1).some((column) => column.from === index));
    });
    (count as HTMLElement).textContent = pictures.length > 1 ? `${at + 1} / ${pictures.length}` : '';
    return !overflows(box as HTMLElement);
  }

  const small = scales.at(-1) ?? 1;
  for (const wrap of ['words', 'anywhere'] as const) {
    for (const dense of rows.length > mostInOneColumn ? [true] : [false, true]) {
      const fewest = measure({ scale: small, wrap, dense });
      if (fewest.wide || (!dense && fewest.pictures.length > 1)) continue;
      for (const scale of scales) {
        const { pictures, wide } = measure({ scale, wrap, dense });
        if (!wide && pictures.length <= fewest.pictures.length && show(pictures)) return true;
      }
    }
  }
  return false;
}
