import { longestTimeoutS, shortestTimeoutS } from '../../room/timer-limits';
import { type Side, sides } from '../../room/wall';
import { ended } from '../ended';
import { type ClauseField, choice, clauseId, type Each, each, line, list, minutes, sentence } from './clause-fields';
import { always, type ClauseKind, clauseKind, never } from './clause-kind';
import { holdsClockTime } from './clock-time';
import { goOn, type SentenceKey, type Speech } from './speech';

/** What a couple's culture is made of. */
export const facets = [
  'meaning',
  'purpose',
  'vision',
  'culture',
  'ethics',
  'values',
  'dreams',
  'goals',
  'aspirations',
  'restricted-behaviours',
] as const;
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** A day at the most (S16). */
export const latestReturns = ['same-day', 'noon-next-day', 'within-24-hours'] as const;

export const shortestTimeout = shortestTimeoutS / 60;
export const longestTimeout = longestTimeoutS / 60;
export const shortestCheckIn = 2;

const optional = { optional: true } as const;

/** A sentence that goes on with what was written; none where nothing was. */
const said = (speech: Speech, key: SentenceKey, text: string): string[] =>
  text === '' ? [] : [goOn(speech.say(key), text)];
/** A sentence around what was written; none where nothing was. */
const around = (speech: Speech, key: SentenceKey, text: string): string[] =>
  text === '' ? [] : [ended(speech.say(key, { text }))];
const listed = (speech: Speech, key: SentenceKey, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [speech.say(key, { items: speech.list(items) })];

/** A sentence for each partner who has something there. */
function ofEach<T extends string | readonly string[]>(
  both: Each<T>,
  sentenceOf: (side: Side, value: T) => string,
): string[] {
  return sides.filter((side) => both[side].length > 0).map((side) => sentenceOf(side, both[side]));
}
const listedOfEach = (speech: Speech, key: SentenceKey, both: Each<readonly string[]>): string[] =>
  ofEach(both, (side, items) => speech.say(key, { name: speech.name(side), items: speech.list(items) }));
const saidOfEach = (speech: Speech, key: SentenceKey, both: Each<string>): string[] =>
  ofEach(both, (side, text) => ended(speech.say(key, { name: speech.name(side), text })));

/** Every kind of clause, once. */
export const clauseKinds = {
  vision: clauseKind({
    fields: { facet: choice(facets), text: sentence() },
    binds: ({ facet }) => facet === 'restricted-behaviours',
    reads: ({ facet, text }, speech) =>
      text === '' ? [] : [speech.say('vision', { facet: speech.option(facet), text: ended(text) })],
  }),
  priorities: clauseKind({
    fields: { order: list() },
    binds: never,
    reads: ({ order }, speech) => listed(speech, 'priorities', order),
  }),
  principle: clauseKind({
    fields: { text: sentence() },
    binds: never,
    reads: ({ text }) => (text === '' ? [] : [ended(text)]),
  }),
  protection: clauseKind({
    fields: { text: sentence() },
    binds: always,
    reads: ({ text }, speech) => around(speech, 'protection', text),
  }),
  agreement: clauseKind({
    fields: { text: sentence() },
    binds: always,
    // What begins with a capital is a sentence of its own; else it goes on from "We".
    reads: ({ text }, speech) => (/^\p{Lu}/u.test(text) ? [ended(text)] : said(speech, 'agreement', text)),
  }),
  'enforcement-cue': clauseKind({
    fields: { guards: clauseId(), cue: line(), reply: line() },
    binds: always,
    reads: ({ guards, cue, reply }, speech) => {
      const guarded = guards === null ? null : speech.clause(guards);
      return [
        ...around(speech, 'cue', cue),
        ...around(speech, 'reply', reply),
        ...(guarded === null ? [] : [speech.say('guarded', { text: guarded })]),
      ];
    },
  }),
  signal: clauseKind({
    fields: { word: line(optional), gesture: line(optional), emoji: line(optional), meaning: sentence() },
    binds: always,
    // A sign in any one of the three forms is one.
    flaws: ({ word, gesture, emoji }) =>
      word === '' && gesture === '' && emoji === '' ? [{ code: 'missing', field: 'gesture' }] : [],
    reads: ({ word, gesture, emoji, meaning }, speech) => [
      ...around(speech, 'signalWord', word),
      ...around(speech, 'signalGesture', gesture),
      ...around(speech, 'signalEmoji', emoji),
      ...said(speech, 'signalMeaning', meaning),
    ],
  }),
  /** Either may call it, always: who does is no part of it (S17). */
  timeout: clauseKind({
    fields: {
      how: sentence(),
      length: minutes(shortestTimeout),
      soothes: each(list(optional)),
      stirs: each(list(optional)),
      returnSentence: sentence(),
      places: sentence(optional),
      extension: line(optional),
      latest: choice(latestReturns),
    },
    binds: always,
    forbids: ({ length }) => {
      if (length < shortestTimeout) return 'timeout-too-short';
      return length > longestTimeout ? 'timeout-too-long' : null;
    },
    flaws: ({ returnSentence }) =>
      returnSentence === '' || holdsClockTime(returnSentence)
        ? []
        : [{ code: 'no-clock-time', field: 'returnSentence' }],
    reads: ({ how, length, soothes, stirs, returnSentence, places, extension, latest }, speech) => [
      speech.say('timeoutEither'),
      ...around(speech, 'timeoutHow', how),
      speech.say('timeoutLength', { length: speech.minutes(length) }),
      ...listedOfEach(speech, 'timeoutSoothes', soothes),
      ...listedOfEach(speech, 'timeoutStirs', stirs),
      ...around(speech, 'timeoutReturn', returnSentence),
      ...around(speech, 'timeoutPlaces', places),
      ...around(speech, 'timeoutExtension', extension),
      speech.say('timeoutLatest', { latest: speech.option(latest) }),
    ],
  }),
  /** By who likes to hear them. */
  'landing-phrases': clauseKind({
    fields: { phrases: each(list()) },
    binds: never,
    reads: ({ phrases }, speech) =>
      ofEach(phrases, (side, lines) =>
        speech.say('landing', { name: speech.name(side), items: speech.list(lines.map((text) => `“${text}”`)) }),
      ),
  }),
  'hello-and-goodbye': clauseKind({
    fields: { hello: sentence(), goodbye: sentence(), bedAndMorning: sentence(optional), fromAfar: sentence(optional) },
    binds: never,
    reads: ({ hello, goodbye, bedAndMorning, fromAfar }, speech) => [
      ...around(speech, 'hello', hello),
      ...around(speech, 'goodbye', goodbye),
      ...around(speech, 'bedAndMorning', bedAndMorning),
      ...around(speech, 'fromAfar', fromAfar),
    ],
  }),
  'third-parties': clauseKind({
    fields: {
      supports: each(list(optional)),
      tugs: each(list(optional)),
      checkFirst: list(),
      betweenUs: list(optional),
      sentence: sentence(),
    },
    binds: always,
    reads: ({ supports, tugs, checkFirst, betweenUs, sentence: text }, speech) => [
      ...listedOfEach(speech, 'supports', supports),
      ...listedOfEach(speech, 'tugs', tugs),
      ...listed(speech, 'checkFirst', checkFirst),
      ...listed(speech, 'betweenUs', betweenUs),
      ...around(speech, 'toOthers', text),
      speech.say('helpNeverWaits'),
    ],
    closed: ({ checkFirst, betweenUs }) => [...checkFirst, ...betweenUs],
  }),
  'storm-plan': clauseKind({
    fields: { storm: line(), firstStep: sentence(), whoDecides: sentence() },
    binds: always,
    reads: ({ storm, firstStep, whoDecides }, speech) => [
      ...around(speech, 'storm', storm),
      ...said(speech, 'stormFirst', firstStep),
      ...around(speech, 'stormDecides', whoDecides),
    ],
  }),
  'near-far-rule': clauseKind({
    fields: { rule: sentence() },
    binds: always,
    reads: ({ rule }, speech) => around(speech, 'nearFar', rule),
  }),
  'daily-check-in': clauseKind({
    fields: { time: line(), place: line(), reminder: line(optional), length: minutes(shortestCheckIn) },
    binds: never,
    forbids: ({ length }) => (length < shortestCheckIn ? 'check-in-too-short' : null),
    reads: ({ time, place, reminder, length }, speech) => [
      ...(time === '' && place === ''
        ? []
        : [
            speech.say('checkIn', {
              when: speech.list([time, place].filter((part) => part !== '')),
              length: speech.minutes(length),
            }),
          ]),
      ...around(speech, 'checkInReminder', reminder),
    ],
  }),
  'weekly-review': clauseKind({
    fields: { weekday: choice(weekdays), time: line() },
    binds: never,
    reads: ({ weekday, time }, speech) =>
      time === '' ? [] : [speech.say('review', { weekday: speech.option(weekday), text: time })],
  }),
  'slip-plan': clauseKind({
    fields: {
      slips: each(line(optional)),
      earlySigns: each(line(optional)),
      firstStep: sentence(),
      kindSentence: sentence(),
    },
    binds: never,
    reads: ({ slips, earlySigns, firstStep, kindSentence }, speech) => [
      ...saidOfEach(speech, 'slip', slips),
      ...saidOfEach(speech, 'slipSign', earlySigns),
      ...said(speech, 'slipFirst', firstStep),
      ...around(speech, 'slipSentence', kindSentence),
    ],
  }),
} as const;

export type ClauseKindName = keyof typeof clauseKinds;
export const clauseKindNames = Object.keys(clauseKinds) as ClauseKindName[];

/** What a clause of a kind says, by its fields. */
export type ContentOf<K extends ClauseKindName> = (typeof clauseKinds)[K] extends ClauseKind<infer C> ? C : never;

/** A kind together with what a clause of it says. */
export type Saying = { [K in ClauseKindName]: { readonly kind: K; readonly content: ContentOf<K> } }[ClauseKindName];

/** The kind of what is said, typed for any: the table above guarantees the match. */
export const kindOf = ({ kind }: Pick<Saying, 'kind'>): ClauseKind<Saying['content']> =>
  clauseKinds[kind] as unknown as ClauseKind<Saying['content']>;

/** The fields of a kind by name, typed for any. */
export const fieldsOf = (kind: ClauseKindName): Readonly<Record<string, ClauseField<unknown>>> =>
  clauseKinds[kind].fields as unknown as Readonly<Record<string, ClauseField<unknown>>>;
