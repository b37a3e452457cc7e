import type { ListedHelpLine } from '../../exercise/help-line';
import { dateAfter } from '../../room/calendar-day';
import type { AnswerView } from '../audience';
import type { ClauseView } from '../charter/charter-view';
import { type ClauseKindName, clauseKindNames } from '../charter/clause-kinds';
import { readsAloud, type Said } from '../charter/reads-aloud';
import type { PracticeEntryView } from '../practice/practice-view';
import { inFigures, inWords } from './practised';
import type { Item, Part, Section } from './summary';
import type { SummaryWords } from './summary-words';
import type { SectionId } from './version';

export const lookBackDays = ['day30', 'day60'] as const;
export type LookBack = (typeof lookBackDays)[number];

/** What may stand in a summary, once all that may not is taken out. */
export interface Readable {
  readonly clauses: readonly ClauseView[];
  readonly answers: readonly AnswerView[];
  readonly practised: readonly PracticeEntryView[];
  /** Whose pages of their own are in it, or null. */
  readonly own: 'A' | 'B' | null;
  /** Thirty and sixty days after the retreat, on which a couple looks back. */
  readonly lookBacks: Readonly<Record<LookBack, string>>;
  readonly helpLines: readonly ListedHelpLine[];
}

type Groups = Section['groups'];

/** Where each kind of clause is read once it is in force; those that are not stand among the drafts. */
export const sectionOfKind: Readonly<Record<ClauseKindName, SectionId>> = {
  vision: 'agreed',
  priorities: 'agreed',
  principle: 'agreed',
  protection: 'agreed',
  agreement: 'agreed',
  'enforcement-cue': 'agreed',
  signal: 'card',
  timeout: 'card',
  'landing-phrases': 'card',
  'hello-and-goodbye': 'rituals',
  'third-parties': 'agreed',
  'storm-plan': 'plans',
  'near-far-rule': 'rituals',
  'daily-check-in': 'rituals',
  'weekly-review': 'rituals',
  'slip-plan': 'plans',
};

/** The exercise whose days stand among the days to come. */
export const takeHomePlan = 'take-home-plan';

/** The item that tells the days to come. */
export const daysAhead = 'days-ahead';

/** Items that stand in every summary, whatever the couple did. */
export const forAll: ReadonlySet<string> = new Set([daysAhead, 'help-when', 'help-lines']);

const paragraphs = (lines: readonly string[]): Part[] => lines.map((text) => ({ kind: 'paragraph', text }));

const ungrouped = (items: readonly Item[]): Groups => (items.length === 0 ? [] : [{ title: null, items: [...items] }]);

function clauseItem(clause: ClauseView, { clauses }: Readable, words: SummaryWords): Item {
  const said = new Map<string, Said>(clauses.map(({ id, now }) => [id, now]));
  return {
    id: clause.id,
    title: words.kind(clause.now.saying.kind),
    about: clause.inForce ? null : words.say('draft'),
    parts: paragraphs(readsAloud(clause.now, words.speech, said)),
  };
}

const inOrder = (clauses: readonly ClauseView[]): readonly ClauseView[] =>
  clauseKindNames.flatMap((kind) => clauses.filter(({ now }) => now.saying.kind === kind));

const clausesOf =
  (section: SectionId) =>
  (readable: Readable, words: SummaryWords): Groups =>
    ungrouped(
      inOrder(readable.clauses)
        .filter(({ inForce, now }) => inForce && sectionOfKind[now.saying.kind] === section)
        .map((clause) => clauseItem(clause, readable, words)),
    );

/** An answer in a few words of its own. */
function partsOf({ value }: AnswerView, words: SummaryWords): Part[] {
  switch (value?.kind) {
    case undefined:
      return [];
    case 'text':
      return paragraphs([value.text]);
    case 'long-text':
      return paragraphs(value.text.split('\n').filter((line) => line.trim() !== ''));
    case 'list':
      return [{ kind: 'list', items: value.lines.filter((line) => line.trim() !== '') }];
    case 'choice':
      return [{ kind: 'list', items: value.chosen }];
    case 'date':
      return paragraphs([words.date(value.date)]);
    case 'tally':
      return paragraphs([String(value.count)]);
    case 'scale':
      return paragraphs([words.say('scale', { points: value.points })]);
  }
}

/** Whose it is; of what nobody else may read, that. */
function aboutOf({ owner, reader }: AnswerView, named: boolean, words: SummaryWords): string | null {
  if (reader === 'only-i') return words.say('onlyYou');
  return named && (owner === 'A' || owner === 'B') ? words.speech.name(owner) : null;
}

/** Answers under the exercise they were given in, in the order in which the exercises were first written in. */
function byExercise(answers: readonly AnswerView[], named: boolean, words: SummaryWords): Groups {
  const exercises = [...new Set(answers.map(({ exercise }) => exercise))];
  return exercises.map((exercise) => ({
    title: words.exercise(exercise),
    items: answers
      .filter((answer) => answer.exercise === exercise)
      .map((answer) => ({
        id: answer.id,
        title: answer.asked,
        about: aboutOf(answer, named, words),
        parts: partsOf(answer, words),
      })),
  }));
}

/** The days a couple set itself: those of its plan, and those on which a clause is looked at again. */
export const daysSet = ({ answers, clauses }: Readable) => ({
  plan: answers.flatMap(({ id, exercise, value, asked }) =>
    exercise === takeHomePlan && value?.kind === 'date' ? [{ on: value.date, id, asked }] : [],
  ),
  reviews: clauses.flatMap(({ id, review, now }) => (review === null ? [] : [{ on: review, id, of: now.saying.kind }])),
});

interface DayAhead {
  readonly on: string;
  readonly what: string;
  /** The same within a sentence. */
  readonly short: string;
}

/** What the couple set itself, when each clause is looked at again, and day 30 and day 60: in their order. */
function daysAheadOf(readable: Readable, words: SummaryWords): readonly DayAhead[] {
  const { plan, reviews } = daysSet(readable);
  const dated = plan.map(({ on, asked }): DayAhead => ({ on, what: asked, short: asked }));
  const reviewed = [...new Set(reviews.map(({ on }) => on))].map((day): DayAhead => {
    const kinds = new Set(reviews.filter(({ on }) => on === day).map(({ of }) => words.kind(of)));
    const short = words.speech.list([...kinds]);
    return { on: day, what: words.say('review', { what: short }), short };
  });
  const looks = lookBackDays.map((day): DayAhead => {
    const what = words.say(day);
    return { on: readable.lookBacks[day], what, short: what };
  });
  return [...dated, ...reviewed, ...looks].sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

/** So long a couple looks ahead; then it looks back, and decides anew. */
export const daysTold = 60;

/** The first day at home. */
export const homeOf = ({ lookBacks }: Readable): string => dateAfter(lookBacks.day60, 1 - daysTold);

/** The days to come within the sixty; what is set for another day, in a line. */
function ahead(readable: Readable, words: SummaryWords): Groups {
  const { answers } = readable;
  const plan = answers.filter(({ exercise }) => exercise === takeHomePlan);
  const all = daysAheadOf(readable, words);
  const [home, last] = [homeOf(readable), readable.lookBacks.day60];
  const days = all.filter(({ on }) => on >= home && on <= last);
  const line = (key: 'earlier' | 'later', others: readonly DayAhead[]): readonly string[] => {
    const told = others.map(({ on, short }) => words.say('laterDay', { date: words.date(on), what: short }));
    return told.length === 0 ? [] : [words.say(key, { days: words.speech.list(told) })];
  };
  const others = [
    ...line(
      'earlier',
      all.filter(({ on }) => on < home),
    ),
    ...line(
      'later',
      all.filter(({ on }) => on > last),
    ),
  ];
  const written = byExercise(
    plan.filter(({ value }) => value?.kind !== 'date'),
    true,
    words,
  );
  const table: Item[] =
    days.length === 0
      ? []
      : [
          {
            id: daysAhead,
            title: words.say('aheadTable'),
            about: null,
            parts: [
              {
                kind: 'table',
                caption: words.say('aheadTable'),
                head: [words.say('when'), words.say('what')],
                rows: days.map(({ on, what }) => [words.date(on), what]),
              },
              ...paragraphs(others),
            ],
          },
        ];
  return [...written.map(({ items }) => ({ title: null, items })), ...ungrouped(table)];
}

/** Every section, with what stands in it; one in which nothing does is left out. */
export const sections: Readonly<Record<SectionId, (readable: Readable, words: SummaryWords) => Groups>> = {
  card: clausesOf('card'),
  agreed: clausesOf('agreed'),
  drafts: (readable, words) =>
    ungrouped(
      inOrder(readable.clauses)
        .filter(({ inForce }) => !inForce)
        .map((clause) => clauseItem(clause, readable, words)),
    ),
  rituals: clausesOf('rituals'),
  plans: clausesOf('plans'),
  practised: ({ answers, practised, own }, words) => [
    ...byExercise(
      answers.filter(({ exercise, owner }) => exercise !== takeHomePlan && owner !== own),
      true,
      words,
    ),
    ...inWords(practised, (owner) => owner !== own, true, words),
  ],
  charts: ({ practised }, words) => inFigures(practised, words),
  own: ({ answers, practised, own }, words) =>
    own === null
      ? []
      : [
          ...byExercise(
            answers.filter(({ exercise, owner }) => exercise !== takeHomePlan && owner === own),
            false,
            words,
          ),
          ...inWords(practised, (owner) => owner === own, false, words),
        ],
  ahead,
  help: ({ helpLines, own }, words) =>
    ungrouped([
      {
        id: 'help-when',
        title: words.say('helpWhenTitle'),
        about: null,
        parts: [{ kind: 'list', items: [...words.helpWhen] }],
      },
      {
        id: 'help-lines',
        title: words.say('helpLinesTitle'),
        about: null,
        parts: helpLines
          .filter(({ alone }) => own !== null || !alone)
          .map(({ name, number, note }) => ({
            kind: 'paragraph',
            text: words.say('helpLine', { name, number, note }),
          })),
      },
    ]),
};
