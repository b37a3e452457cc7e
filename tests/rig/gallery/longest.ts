import { content } from '../../../shared/content/en/content';
import { room as words } from '../../../shared/content/en/interface/room';
import type { HelpLine, PlanRow, RoomView } from '../../../shared/room/room-view';
import { clockForm, timeText } from '../../../shared/room/time-of-day';
import { helpCaps, wallCaps } from '../../../shared/room/wall-constants';
import { billboard } from '../../../shared/session/commands/billboard';
import { defaultSettings } from '../../../shared/session/state/settings';
import { aBook, aRetreat, aSession } from '../../make';
import { galleryViews } from './views';

/** So many letters of something; it ends with a letter, so that none of the length is lost. */
const fill = (text: string, length: number): string =>
  `${text.repeat(Math.ceil(length / text.length)).slice(0, length - 1)}n`;

/** Ordinary words, the widest letters in words, and one word of nothing else. */
export const kinds = {
  plain: (length: number) => fill('Somewhere quiet for the long talk between us both ', length),
  wide: (length: number) => fill('MEMORY WORKROOM WOMEN ', length),
  unbroken: (length: number) => 'W'.repeat(length),
} as const;
export type Kind = keyof typeof kinds;

const view = (name: string): RoomView => {
  const found = galleryViews[name];
  if (found === undefined) throw new Error(`no view ${name}`);
  return found;
};

const helpCard = (lines: HelpLine[]): RoomView => ({
  ...view('help'),
  cover: {
    kind: 'help',
    title: words.helpTitle,
    sentence: words.help,
    lines,
  },
});

/** A help card of so many of the longest lines; each has a number of its own. */
function longLines(count: number, kind: Kind, caps: Record<'name' | 'number' | 'note', number> = helpCaps): RoomView {
  return helpCard(
    Array.from({ length: count }, (_, n) => ({
      name: kinds[kind](caps.name),
      number: `1-800-799-7233 ext ${n}`.padEnd(caps.number, '8'),
      note: kinds[kind](caps.note),
    })),
  );
}

const oldCaps = { name: wallCaps.title, number: 40, note: wallCaps.detail };

function plan(rows: readonly PlanRow[]): RoomView {
  return { ...view('plan-6'), scene: { kind: 'plan', title: 'Our day', rows: [...rows], turned: 0 } };
}

/** A program's first day as the wall shows it, with its fourth row on now. */
function planOf(program: string, hour12: boolean): RoomView {
  const session = { ...aSession(aRetreat(program)), settings: { ...defaultSettings, hour12 } };
  const { plan: rows, look } = billboard(session, aBook);
  const state = (n: number): PlanRow['state'] => (n < 3 ? 'done' : n === 3 ? 'now' : 'to-come');
  return { ...plan(rows.map((row, n) => ({ ...row, state: state(n) }))), look };
}

const rowsOf = (title: string): PlanRow[] =>
  Array.from({ length: 14 }, (_, n) => ({ at: `${n + 8}:00`, title, state: n === 5 ? 'now' : 'to-come' }));

/** A scene whose title, and thought where it says the same, is as long as a facilitator can make it. */
function titled(name: string, title: string): RoomView {
  const { scene, ...rest } = view(name);
  if (scene.kind === 'break' || scene.kind === 'timer' || scene.kind === 'timeout') {
    return { ...rest, scene: { ...scene, title, thought: title, detail: null } };
  }
  if (scene.kind !== 'welcome') throw new Error(`${name} has no title of the facilitator's`);
  return { ...rest, scene: { ...scene, title } };
}

const each = <T>(make: (kind: Kind) => readonly (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries((Object.keys(kinds) as Kind[]).flatMap(make));

/** Scenes with a title of the facilitator's own, at its cap. */
export const longTitles: Readonly<Record<string, RoomView>> = each((kind) =>
  ['welcome', 'break', 'timer-countdown', 'timer-count-up', 'timeout'].map((name) => [
    `${name}-${kind}`,
    titled(name, kinds[kind](wallCaps.title)),
  ]),
);

/** Plans with the longest titles. */
export const longPlans: Readonly<Record<string, RoomView>> = each((kind) => [
  [`plan-${kind}`, plan(rowsOf(kinds[kind](wallCaps.title)))],
]);

/** The most pictures any of these days takes. */
const mostTurns = 40;

/** A day of so many items, a time of its own each, once for each turn of its pictures. */
function dayOf(count: number, titles: readonly string[], hour12: boolean): RoomView[] {
  const clock = clockForm(content.clock, hour12);
  const rows = Array.from({ length: count }, (_, n): PlanRow => {
    const at = timeText(8 + Math.floor((n * 7) / 60), (n * 7) % 60, clock);
    const state = n < count / 3 ? 'done' : n < count / 3 + 1 ? 'now' : 'to-come';
    return { at, title: titles[n % titles.length] ?? '', state };
  });
  return Array.from({ length: mostTurns }, (_, turned): RoomView => {
    const { look } = view('plan-6');
    return { ...view('plan-6'), look: { ...look, clock }, scene: { kind: 'plan', title: 'Our day', rows, turned } };
  });
}

const usualTitles = ['Arrival breath', 'Break', 'Two-minute check-in', 'Behaviour before feeling', 'Timeout rehearsal'];

const longDayTurns: Readonly<Record<string, readonly RoomView[]>> = {
  'day-14': dayOf(14, usualTitles, false),
  'day-26': dayOf(26, usualTitles, false),
  'day-26-12h': dayOf(26, usualTitles, true),
  'day-60-12h': dayOf(60, [...usualTitles, kinds.plain(wallCaps.title)], true),
  'day-26-long': dayOf(26, [kinds.plain(wallCaps.title)], true),
  'day-120': dayOf(120, usualTitles, false),
};

/** By day, the names of its views, one a turn. */
export const longDays: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(longDayTurns).map(([name, turns]) => [name, turns.map((_, turned) => `${name}-${turned}`)]),
);

const longDayViews: Readonly<Record<string, RoomView>> = Object.fromEntries(
  Object.entries(longDayTurns).flatMap(([name, turns]) =>
    turns.map((one, turned) => [`${name}-${turned}`, one] as const),
  ),
);

/** The days of the programs, by program and clock. */
export const programPlans: Readonly<Record<string, RoomView>> = Object.fromEntries(
  ['evening', 'halfday', 'oneday'].flatMap((program) => [
    [`plan-${program}`, planOf(program, false)],
    [`plan-${program}-12h`, planOf(program, true)],
  ]),
);

/** Help cards that must stand whole at any size. */
export const wholeHelp: Readonly<Record<string, RoomView>> = {
  'help-home': helpCard([...content.helpLines]),
  ...Object.fromEntries([1, 2, 3, 4].map((count) => [`help-${count}`, longLines(count, 'plain')])),
  'help-6-short': helpCard(
    (
      [
        ['Emergency', '112', 'In danger now'],
        ['Crisis and suicide lifeline', '988', 'Call or text'],
        ['Partner violence helpline', '1-800-799-7233', 'From a safe phone'],
        ['Poison centre', '020 7188 7188', ''],
        ['Our night nurse', '0171 555 0142', 'Until eight'],
        ['The house, reception', '9', 'At any hour'],
      ] as const
    ).map(([name, number, note]) => ({ name, number, note })),
  ),
};

/** Help cards of permitted lines, of which at least every name and number must stand, at a size that is read. */
export const fullHelp: Readonly<Record<string, RoomView>> = {
  'help-5': longLines(5, 'plain'),
  'help-6': longLines(6, 'plain'),
  'help-4-wide': longLines(4, 'wide'),
  'help-6-wide': longLines(6, 'wide'),
};

/** Help cards that hold more than may be written now: nothing may be cut off, whatever size that takes. */
export const oldHelp: Readonly<Record<string, RoomView>> = {
  'help-6-unbroken': longLines(6, 'unbroken'),
  'help-old': longLines(8, 'plain', oldCaps),
  'help-old-unbroken': longLines(8, 'unbroken', oldCaps),
};

export const longestViews: Readonly<Record<string, RoomView>> = {
  ...longTitles,
  ...longPlans,
  ...programPlans,
  ...longDayViews,
  ...wholeHelp,
  ...fullHelp,
  ...oldHelp,
};
