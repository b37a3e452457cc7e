import { beforeAll, describe, expect, it, test } from 'vitest';
import { words } from '../../shared/content/en/interface/interface';
import { loadLanguage } from '../../shared/content/language';
import { speechOf } from '../../shared/content/speech';
import { translator } from '../../shared/content/translator';
import { sixTests } from '../../shared/couple/charter/clause';
import {
  type ClauseKindName,
  type ContentOf,
  clauseKindNames,
  clauseKinds,
  fieldsOf,
  kindOf,
  type Saying,
} from '../../shared/couple/charter/clause-kinds';
import { sayingSchema } from '../../shared/couple/charter/clause-schema';
import { readsAloud, type Said } from '../../shared/couple/charter/reads-aloud';
import { goOn, sentenceKeys } from '../../shared/couple/charter/speech';
import { textsIn } from '../texts-in';

const filled: { readonly [K in ClauseKindName]: ContentOf<K> } = {
  vision: { facet: 'dreams', text: 'A house by the sea' },
  priorities: { order: ['the two of us', 'the children', 'work'] },
  principle: { text: 'We tell the truth, kindly' },
  protection: { text: 'nobody raises a hand' },
  agreement: { text: 'put phones away after nine' },
  'enforcement-cue': { guards: 'guarded', cue: 'our list?', reply: 'right, coming' },
  signal: { word: 'lighthouse', gesture: 'a palm on the chest', emoji: '🌊', meaning: 'We both stop and breathe' },
  timeout: {
    how: 'palm on the chest; the other nods',
    length: 90,
    soothes: { A: ['a walk', 'warm water'], B: ['music'] },
    stirs: { A: ['old messages'], B: [] },
    returnSentence: 'I need a pause. I will come back at …',
    places: 'A to the garden, B stays with the dog',
    extension: 'twenty minutes more',
    latest: 'noon-next-day',
  },
  'landing-phrases': { phrases: { A: ['I am here'], B: ['Take your time', 'We are okay'] } },
  'hello-and-goodbye': {
    hello: 'ten seconds, bags down',
    goodbye: 'a kiss at the door',
    bedAndMorning: 'one good thing',
    fromAfar: 'a photo',
  },
  'third-parties': {
    supports: { A: ['Kim'], B: ['the choir'] },
    tugs: { A: [], B: ['work mail'] },
    checkFirst: ['weekends', 'big spending'],
    betweenUs: ['money'],
    sentence: 'Let me check at home',
  },
  'storm-plan': { storm: 'the full month', firstStep: 'cancel one evening', whoDecides: 'B the calendar, A the money' },
  'near-far-rule': { rule: 'we say when we are back' },
  'daily-check-in': { time: 'after dinner', place: 'on the sofa', reminder: 'the kettle', length: 2 },
  'weekly-review': { weekday: 'sunday', time: 'at six' },
  'slip-plan': {
    slips: { A: 'a sharp voice', B: 'silence' },
    earlySigns: { A: 'my jaw', B: '' },
    firstStep: 'sit down',
    kindSentence: 'There it is again. Once more?',
  },
};

const sayings = clauseKindNames.map((kind) => ({ kind, content: filled[kind] }) as Saying);
const said = (saying: Saying): Said => ({ saying, carriedBy: 'both' });
const charter = new Map([['guarded', said({ kind: 'agreement', content: { text: 'We rest on Sundays' } })]]);

let read: (one: Said) => readonly string[] = () => [];
beforeAll(async () => {
  await loadLanguage('en');
  const speech = speechOf(translator('en'), { A: 'Ada', B: 'Bo' });
  read = (one) => readsAloud(one, speech, charter);
});

describe('every kind of clause', () => {
  test.each(sayings.map((saying) => [saying.kind, saying] as const))(
    '%s is whole: words, schema, reading',
    (kind, saying) => {
      expect(Object.keys(words.charter.fields[kind])).toEqual(Object.keys(fieldsOf(kind)));
      expect(words.charter.kinds[kind]).not.toBe('');
      expect(sayingSchema.parse(saying)).toEqual(saying);
      expect(kindOf(saying).flaws(saying.content)).toEqual([]);
      // What somebody wrote is heard when it is read aloud, all of it.
      const aloud = read(said(saying)).join(' ');
      for (const text of kindOf(saying).texts(saying.content))
        expect(aloud.toLowerCase()).toContain(text.toLowerCase().split(' ').at(-1));
      expect(aloud).not.toMatch(/reads\.|options\.|undefined|\{|\}|\.\./);
    },
  );

  test.each(clauseKindNames)('%s begins blank, as a draft that reads aloud without gaps', (kind) => {
    const blank = { kind, content: clauseKinds[kind].blank } as Saying;
    expect(sayingSchema.safeParse(blank).success).toBe(true);
    expect(kindOf(blank).flaws(blank.content).length).toBeGreaterThan(0);
    expect(read(said(blank)).join(' ')).not.toMatch(/“”|: ?\.|reads\./);
  });

  it('refuses what its kind does not have, and what is none', () => {
    const [first] = sayings;
    expect(sayingSchema.safeParse({ ...first, content: { ...first?.content, more: '' } }).success).toBe(false);
    expect(sayingSchema.safeParse({ kind: 'signal', content: filled.timeout }).success).toBe(false);
    expect(sayingSchema.safeParse({ kind: 'secret', content: {} }).success).toBe(false);
  });

  it('keeps every text as one clean line', () => {
    const kept = sayingSchema.parse({ kind: 'agreement', content: { text: ' \u202eWe\r\nrest\u2028 ' } });
    expect(textsIn(kept)).toContain('We rest');
  });

  it('has a word for every sentence, option and test, and none to spare', () => {
    expect(Object.keys(words.charter.reads).sort()).toEqual([...sentenceKeys].sort());
    const options = clauseKindNames
      .flatMap((kind) => Object.values(fieldsOf(kind)))
      .flatMap(({ editor }) => (editor.kind === 'choice' ? editor.options : []));
    expect(Object.keys(words.charter.options).sort()).toEqual([...new Set(options)].sort());
    expect(Object.keys(words.charter.tests)).toEqual([...sixTests]);
  });

  it('binds what people do, and asks six tests of nothing else', () => {
    const binding = sayings.filter((saying) => kindOf(saying).binds(saying.content)).map(({ kind }) => kind);
    expect(binding).toEqual([
      'protection',
      'agreement',
      'enforcement-cue',
      'signal',
      'timeout',
      'third-parties',
      'storm-plan',
      'near-far-rule',
    ]);
    expect(clauseKinds.vision.binds({ facet: 'restricted-behaviours', text: 'x' })).toBe(true);
  });
});

describe('reading aloud', () => {
  const aloud = <K extends ClauseKindName>(
    kind: K,
    patch: Partial<ContentOf<K>> = {},
    carriedBy: Said['carriedBy'] = 'both',
  ) => read({ saying: { kind, content: Object.assign({}, filled[kind], patch) } as unknown as Saying, carriedBy });

  test.each<readonly [string, () => readonly string[], string]>([
    ['an agreement from its beginning', () => aloud('agreement'), 'We put phones away after nine.'],
    ['one that says "we" itself', () => aloud('agreement', { text: 'we rest' }), 'We rest.'],
    [
      'one that is a sentence of its own',
      () => aloud('agreement', { text: 'Phones rest at night!' }),
      'Phones rest at night!',
    ],
    [
      'a signal',
      () => aloud('signal', { gesture: '' }),
      'Our word is “lighthouse”. The picture we send: 🌊. When one of us does this, we both stop and breathe.',
    ],
    [
      'a cue with what it guards',
      () => aloud('enforcement-cue'),
      'When one of us needs reminding, the cue is “our list?” The reply is “right, coming”. It guards this: We rest on Sundays.',
    ],
    [
      'phrases by who likes to hear them',
      () => aloud('landing-phrases', { phrases: { A: [], B: ['I am here'] } }),
      'When we come back together, Bo likes to hear “I am here”.',
    ],
    [
      'a check-in',
      () => aloud('daily-check-in', { reminder: '' }),
      'Every day we check in for 2 minutes: after dinner and on the sofa.',
    ],
    ['that only one carries it', () => aloud('principle', {}, 'B'), 'We tell the truth, kindly. Only Bo carries this.'],
  ])('%s', (_, reading, sentence) => {
    expect(reading().join(' ')).toBe(sentence);
  });

  test('a timeout says that either may call it, how long it is, and nothing of who did (S17)', () => {
    const paragraphs = aloud('timeout');
    expect(paragraphs[0]).toBe('Either of us may call a timeout, always.');
    expect(paragraphs).toContain('It lasts 1 hour 30 minutes.');
    expect(paragraphs).toContain('Ada comes down with a walk and warm water.');
    expect(paragraphs.some((line) => line.startsWith('Bo stays'))).toBe(false);
    expect(Object.keys(fieldsOf('timeout')).some((name) => /call|who/i.test(name))).toBe(false);
  });

  test('a cue that guards a cue comes to an end', () => {
    const cue = said({ kind: 'enforcement-cue', content: { guards: 'loop', cue: 'a', reply: 'b' } });
    const speech = speechOf(translator('en'), { A: 'Ada', B: 'Bo' });
    expect(readsAloud(cue, speech, new Map([['loop', cue]]))).toHaveLength(2);
  });

  test.each([
    ['When it happens, first we', 'first we sit down', 'When it happens, first we sit down.'],
    ['We', '', 'We.'],
    ['We', 'stop?', 'We stop?'],
  ])('%j goes on with %j', (beginning, written, whole) => {
    expect(goOn(beginning, written)).toBe(whole);
  });
});

describe('S16: how long a timeout lasts', () => {
  test.each([
    [0, 'timeout-too-short'],
    [19, 'timeout-too-short'],
    [20, null],
    [24 * 60, null],
    [24 * 60 + 1, 'timeout-too-long'],
  ])('%i minutes', (length, code) => {
    const content = { ...filled.timeout, length };
    expect(clauseKinds.timeout.forbids(content)).toBe(code);
    expect(clauseKinds.timeout.flaws(content)).toEqual(code === null ? [] : [{ code }]);
  });
});

describe('what is not yet right', () => {
  test.each<readonly [string, () => unknown, unknown]>([
    [
      'a return without a time',
      () => clauseKinds.timeout.flaws({ ...filled.timeout, returnSentence: 'I will come back soon' }),
      [{ code: 'no-clock-time', field: 'returnSentence' }],
    ],
    [
      'a signal in no form',
      () => clauseKinds.signal.flaws({ ...filled.signal, word: '', gesture: '', emoji: '' }),
      [{ code: 'missing', field: 'gesture' }],
    ],
    [
      'a check-in under two minutes',
      () => clauseKinds['daily-check-in'].flaws({ ...filled['daily-check-in'], length: 1 }),
      [{ code: 'check-in-too-short' }],
    ],
    [
      'phrases of neither',
      () => clauseKinds['landing-phrases'].flaws({ phrases: { A: [], B: [] } }),
      [{ code: 'missing', field: 'phrases' }],
    ],
    ['phrases of one alone: nothing', () => clauseKinds['landing-phrases'].flaws({ phrases: { A: ['x'], B: [] } }), []],
  ])('%s', (_, flaws, found) => {
    expect(flaws()).toEqual(found);
  });
});
