import { highestScale } from '../answer-caps';
import { ended } from '../ended';
import { choice, choices, count, date, line, ofMeasure, openChoice, score, sentence, yesNo } from './practice-fields';
import { type PracticeKind, practiceKind } from './practice-kind';
import type { PracticeSentence, PracticeSpeech } from './practice-speech';

/** Where in the body something is felt, and as what. */
export const places = [
  'head',
  'jaw',
  'throat',
  'chest',
  'stomach',
  'shoulders',
  'hands',
  'legs',
  'heat',
  'cold',
  'numb',
  'other',
] as const;
export const moves = ['pursue', 'withdraw', 'attack', 'freeze'] as const;
export const wishes = ['ear', 'arms', 'ideas'] as const;
export const moments = ['before', 'after', 'follow-up'] as const;
/** What our own items ask, 0 to 10 and unvalidated; `other`: a scale of somebody else's, by its score alone. */
export const items = ['felt-security', 'heard', 'repair', 'useful', 'distress', 'other'] as const;

const said = (speech: PracticeSpeech, key: PracticeSentence, text: string): string[] =>
  text === '' ? [] : [ended(speech.say(key, { text }))];
const listed = (speech: PracticeSpeech, key: PracticeSentence, chosen: readonly string[]): string[] =>
  chosen.length === 0 ? [] : [speech.say(key, { items: speech.list(chosen.map(speech.option)) })];
const alone = (text: string): string[] => (text === '' ? [] : [ended(text)]);
/** A part of a sentence: what ends it in the writing does not end it here. */
const part = (text: string): string => text.replace(/[\s.!?…]+$/u, '');

/** What a check-in looks at, a sentence each. */
const checkIn = ['decisions', 'conflict', 'outsiders', 'hardMoments'] as const;
const checkedIn = (content: Readonly<Record<(typeof checkIn)[number], string>>, speech: PracticeSpeech): string[] =>
  checkIn.flatMap((domain) => said(speech, domain, content[domain]));

/** Every kind of practice, once. */
export const practiceKinds = {
  journal: practiceKind({
    whose: 'each',
    fields: {
      trigger: sentence(),
      body: choices(places),
      move: openChoice(moves),
      echo: sentence(),
      intensity: score(highestScale),
    },
    reads: ({ trigger, body, move, echo, intensity }, speech) => [
      ...said(speech, 'trigger', trigger),
      ...listed(speech, 'body', body),
      ...(move === null ? [] : [speech.say('move', { move: speech.option(move) })]),
      ...said(speech, 'echo', echo),
      ...(intensity === null ? [] : [speech.say('intensity', { score: speech.number(intensity) })]),
    ],
  }),
  /** One sentence about oneself, to which the listener has no turn to reply. */
  disclosure: practiceKind({
    whose: 'each',
    fields: { trigger: line(), body: choices(places), impulse: line(), earlyPattern: line() },
    reads: ({ trigger, body, impulse, earlyPattern }, speech) => {
      const slot = (key: PracticeSentence, text: string): string[] =>
        text === '' ? [] : [speech.say(key, { text: part(text) })];
      const slots = [
        ...slot('disclosureTrigger', trigger),
        ...slot('disclosureBody', body.length === 0 ? '' : speech.list(body.map(speech.option))),
        ...slot('disclosureImpulse', impulse),
        ...slot('disclosurePattern', earlyPattern),
      ];
      slots.push(speech.say(slots.length === 0 ? 'notAskingAlone' : 'notAsking'));
      return [speech.say('disclosure', { slots: slots.join(', ') })];
    },
  }),
  repair: practiceKind({
    whose: 'joint',
    fields: {
      hurt: sentence(),
      part: sentence(),
      matters: sentence(),
      // What nobody said yet is not said for them.
      received: choice(['not-yet', 'received']),
      need: sentence(),
    },
    wants: ['hurt', 'part', 'matters'],
    reads: ({ hurt, part: own, matters, received, need }, speech) => [
      ...said(speech, 'hurt', hurt),
      ...said(speech, 'part', own),
      ...said(speech, 'matters', matters),
      ...(received === 'received'
        ? [speech.say('received')]
        : need === ''
          ? [speech.say('notYet')]
          : said(speech, 'notYetNeed', need)),
    ],
  }),
  /** What one noticed of a day, and answered of it. */
  bids: practiceKind({
    whose: 'each',
    fields: { noticed: count(), answered: count() },
    reads: ({ noticed, answered }, speech) => [
      speech.say('bids', { noticed: speech.number(noticed), answered: speech.number(answered) }),
    ],
  }),
  wish: practiceKind({
    whose: 'each',
    fields: { what: choice(wishes), text: line() },
    reads: ({ what, text }, speech) => [
      speech.say('wish', { what: speech.option(what) }),
      ...said(speech, 'wishText', text),
    ],
  }),
  goal: practiceKind({
    whose: 'each',
    fields: { text: sentence(), by: date() },
    wants: ['text'],
    reads: ({ text, by }, speech) => [
      ...alone(text),
      ...(by === null ? [] : [speech.say('goalBy', { day: speech.day(by) })]),
    ],
  }),
  pledge: practiceKind({ whose: 'each', fields: { text: sentence() }, reads: ({ text }) => alone(text) }),
  win: practiceKind({ whose: 'joint', fields: { text: sentence() }, reads: ({ text }) => alone(text) }),
  slip: practiceKind({
    whose: 'joint',
    fields: { text: sentence(), kind: sentence() },
    wants: ['text'],
    reads: ({ text, kind }, speech) => [...alone(text), ...said(speech, 'kindResponse', kind)],
  }),
  'check-in': practiceKind({
    whose: 'joint',
    fields: { decisions: sentence(), conflict: sentence(), outsiders: sentence(), hardMoments: sentence() },
    reads: checkedIn,
  }),
  /** The same by one of them alone, as on the page that comes back from home. */
  'own-check-in': practiceKind({
    whose: 'each',
    fields: { decisions: sentence(), conflict: sentence(), outsiders: sentence(), hardMoments: sentence() },
    reads: checkedIn,
  }),
  review: practiceKind({
    whose: 'joint',
    fields: { works: sentence(), adjust: sentence(), win: sentence(), slip: sentence() },
    reads: ({ works, adjust, win, slip }, speech) => [
      ...said(speech, 'works', works),
      ...said(speech, 'adjust', adjust),
      ...said(speech, 'win', win),
      ...said(speech, 'slip', slip),
    ],
  }),
  /** Whether both were back when they said. Who called it has no place here (S17). */
  timeout: practiceKind({
    whose: 'joint',
    fields: { kept: yesNo(), note: sentence() },
    reads: ({ kept, note }, speech) => [speech.say(kept ? 'kept' : 'notKept'), ...alone(note)],
  }),
  measure: practiceKind({
    whose: 'each',
    fields: {
      moment: ofMeasure(choice(moments)),
      item: ofMeasure(choice(items)),
      name: ofMeasure(line()),
      score: score(null),
    },
    wants: ['score'],
    forbids: ({ item, name, score: points }) => {
      if (item === 'other') return name === '' ? 'scale-unnamed' : null;
      const own = points !== null && Number.isInteger(points) && points >= 0 && points <= highestScale;
      return own ? null : 'score-out-of-range';
    },
    reads: ({ moment, item, name, score: points }, speech) => {
      if (points === null) return [];
      const values = { moment: speech.option(moment), score: speech.number(points) };
      return item === 'other'
        ? [speech.say('measureNamed', { ...values, name })]
        : [speech.say('measure', { ...values, item: speech.option(item) })];
    },
  }),
} as const;

export type PracticeKindName = keyof typeof practiceKinds;
export const practiceKindNames = Object.keys(practiceKinds) as PracticeKindName[];

/** What an entry of a kind says, by its fields. */
export type PracticeContentOf<K extends PracticeKindName> =
  (typeof practiceKinds)[K] extends PracticeKind<infer C> ? C : never;

/** A kind together with what an entry of it says. */
export type Noting = {
  [K in PracticeKindName]: { readonly kind: K; readonly content: PracticeContentOf<K> };
}[PracticeKindName];

/** The kind of what is noted, typed for any: the table above guarantees the match. */
export const practiceKindOf = ({ kind }: Pick<Noting, 'kind'>): PracticeKind<Noting['content']> =>
  practiceKinds[kind] as unknown as PracticeKind<Noting['content']>;
