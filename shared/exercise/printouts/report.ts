import type { Leaf, PrintedPart } from './pages';
import type { PrintoutWords, Seated } from './printout-words';

/** From when to when, as clocks read; null where that is not known. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What became of a line of the plan. */
export interface Led {
  readonly title: string;
  readonly isExercise: boolean;
  readonly planned: Span | null;
  readonly actual: Span | null;
  readonly plannedMinutes: number;
  readonly actualMinutes: number | null;
}

/** A retreat as its report tells it: times, public titles and seats. There is no name in it, and nothing anyone wrote. */
export interface Report {
  readonly title: string;
  readonly days: readonly {
    readonly date: string;
    readonly led: readonly Led[];
    /** Minutes it ended later than planned (negative: earlier); null while it has not ended. */
    readonly over: number | null;
  }[];
  /** Who was here, by seat: how the couple took part, and which partners came. */
  readonly seats: readonly {
    readonly seat: number;
    readonly seated: Seated;
    readonly A: boolean;
    readonly B: boolean;
  }[];
}

const spanText = (span: Span | null, words: PrintoutWords): string =>
  span === null ? words.say('notLed') : words.say('span', { from: span.from, to: span.to });

const table = (id: string, caption: string, head: readonly string[], rows: readonly (readonly string[])[]) => ({
  title: null,
  items: [
    {
      id,
      title: '',
      about: null,
      parts: [{ kind: 'table', caption, head: [...head], rows: rows.map((row) => [...row]) } satisfies PrintedPart],
    },
  ],
});

function endOf(over: number | null, { say }: PrintoutWords): string {
  if (over === null) return say('notEnded');
  if (over === 0) return say('endedOnTime');
  return say(over > 0 ? 'endedLate' : 'endedEarly', { minutes: Math.abs(over) });
}

/** What was planned against what happened, which exercises were led, and who was here by seat; for whoever led it. */
export function reportLeaves({ title, days, seats }: Report, words: PrintoutWords): Leaf[] {
  const { say, date, seated } = words;
  const exercises = days.flatMap(({ led }) => led).filter(({ isExercise, actual }) => isExercise && actual !== null);
  const minutes = (count: number | null): string => (count === null ? say('unknown') : say('minutes', { count }));
  return [
    {
      title: say('reportTitle'),
      lines: [title, say('reportLine')],
      sections: [
        ...days.map((day, at) => ({
          id: `day-${at}`,
          title: date(day.date),
          intro: endOf(day.over, words),
          groups: [
            table(
              `plan-${at}`,
              date(day.date),
              [say('what'), say('planned'), say('actual')],
              day.led.map((line) => [
                line.title,
                line.planned === null ? say('leftOut') : spanText(line.planned, words),
                spanText(line.actual, words),
              ]),
            ),
          ],
        })),
        ...(exercises.length === 0
          ? []
          : [
              {
                id: 'exercises',
                title: say('exercisesTitle'),
                intro: null,
                groups: [
                  table(
                    'exercises',
                    say('exercisesTitle'),
                    [say('what'), say('planned'), say('actual')],
                    exercises.map((line) => [line.title, minutes(line.plannedMinutes), minutes(line.actualMinutes)]),
                  ),
                ],
              },
            ]),
        ...(seats.length === 0
          ? []
          : [
              {
                id: 'seats',
                title: say('seatsTitle'),
                intro: say('seatsIntro'),
                groups: [
                  table(
                    'seats',
                    say('seatsTitle'),
                    [say('seat'), 'A', 'B', say('seatedAs')],
                    seats.map((one) => [
                      String(one.seat),
                      say(one.A ? 'here' : 'notHere'),
                      say(one.B ? 'here' : 'notHere'),
                      seated[one.seated],
                    ]),
                  ),
                ],
              },
            ]),
      ],
      closing: [],
    },
  ];
}
