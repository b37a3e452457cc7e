import { content } from '../shared/content/en/content';
import { type Charter, clauseIn, emptyCharter } from '../shared/couple/charter/charter';
import { applyEdit } from '../shared/couple/charter/charter-edit';
import { isBound, sixTests } from '../shared/couple/charter/clause';
import type { Saying } from '../shared/couple/charter/clause-kinds';
import type { CharterEdit } from '../shared/couple/charter/edit-rule';
import type { Consents } from '../shared/couple/consent';
import { emptyPractice, type PracticeEntry } from '../shared/couple/practice/practice';
import { type CoupleRecord, emptyRecord, withAnswer } from '../shared/couple/record';
import type { Source } from '../shared/couple/summary/choose';
import { sides } from '../shared/room/wall';
import { around, stampAt } from './charter-kit';
import { aDevice } from './make';
import { anEntry, journal, win } from './practice-kit';
import { allYes, aSource, takenBack } from './summary-kit';

const { helpLines } = content;

interface Written {
  readonly exercise: string;
  readonly field: string;
  readonly asked: string;
  readonly text: string;
}

const plan = { exercise: 'take-home-plan', field: 'plan', asked: 'Our plan' } as const;
const glad = { exercise: 'take-home-plan', field: 'glad-that', asked: 'I am glad that …' } as const;

/** A plan of the two, what each is glad of, and what else was written together. */
function wrote(consents: Consents, ours: string, more: readonly Written[] = []): CoupleRecord {
  const joint = [{ ...plan, text: ours }, ...more].reduce(
    (record, { asked, text, ...of }, n) =>
      withAnswer(
        record,
        { ...of, retreat: 'r1', owner: 'joint' },
        { value: { kind: 'long-text', text }, asked, reader: 'facilitator' },
        { id: n === 0 ? 'plan' : `more-${n}`, at: 1, device: aDevice },
      ),
    emptyRecord('c1'),
  );
  const each = sides.reduce(
    (record, owner, n) =>
      withAnswer(
        record,
        { exercise: glad.exercise, field: glad.field, retreat: 'r1', owner },
        { value: { kind: 'text', text: `glad, says ${owner}` }, asked: glad.asked, reader: 'facilitator' },
        { id: `glad-${owner}`, at: 2 + n, device: aDevice },
      ),
    joint,
  );
  return { ...each, consents: [...consents] };
}

/** Clauses both said yes to, and after them drafts. */
function agreed(sayings: readonly Saying[], drafts: readonly Saying[] = []): Charter {
  const facts = around(allYes);
  const at = { id: 'c1', retreat: 'r1' } as const;
  let edits = 0;
  const made = (charter: Charter, edit: CharterEdit): Charter => {
    edits += 1;
    return applyEdit(charter, edit, stampAt(edits), facts);
  };
  const added = (charter: Charter, saying: Saying): { readonly charter: Charter; readonly clause: string } => {
    const next = made(charter, {
      ...at,
      type: 'charter/add',
      saying,
      carriedBy: 'both',
      review: edits % 3 === 0 ? '2026-04-20' : null,
      captured: null,
    });
    return { charter: next, clause: next.clauses.at(-1)?.id ?? '' };
  };
  const inForce = sayings.reduce((before, saying) => {
    const { charter, clause } = added(before, saying);
    const found = clauseIn(charter, clause);
    if (found === undefined) throw new Error('a clause that was added is there');
    const said = { ...at, clause, wording: found.wordings.at(-1)?.id ?? '' } as const;
    const edits: readonly CharterEdit[] = sides.flatMap((side) => [
      ...(isBound(found) ? sixTests : []).map(
        (test): CharterEdit => ({ ...said, type: 'charter/tick', side, test, ticked: true }),
      ),
      { ...said, type: 'charter/consent', side, given: true, paper: '2026-03-07' },
    ]);
    return edits.reduce(made, charter);
  }, emptyCharter('c1'));
  return drafts.reduce((charter, saying) => added(charter, saying).charter, inForce);
}

const cardSayings: readonly Saying[] = [
  {
    kind: 'signal',
    content: {
      word: 'Lantern',
      gesture: 'an open hand on the table',
      emoji: '🏮',
      meaning: 'stop, breathe out, and sit down',
    },
  },
  {
    kind: 'timeout',
    content: {
      how: 'an open hand; the other nods',
      length: 40,
      soothes: { A: ['a walk', 'warm water'], B: ['music'] },
      stirs: { A: ['old messages'], B: [] },
      returnSentence: 'I need a pause. I will come back at …',
      places: 'A to the garden, B stays with the dog',
      extension: 'twenty minutes more',
      latest: 'noon-next-day',
    },
  },
  { kind: 'landing-phrases', content: { phrases: { A: ['I am here'], B: ['Take your time', 'We are okay'] } } },
];

const sayings: readonly Saying[] = [
  ...cardSayings,
  { kind: 'vision', content: { facet: 'dreams', text: 'A house by the sea with a table for ten' } },
  { kind: 'priorities', content: { order: ['the two of us', 'the children', 'work'] } },
  { kind: 'principle', content: { text: 'We tell the truth, kindly' } },
  { kind: 'protection', content: { text: 'nobody raises a hand' } },
  { kind: 'agreement', content: { text: 'put phones away after nine' } },
  {
    kind: 'third-parties',
    content: {
      supports: { A: ['Kim'], B: ['the choir'] },
      tugs: { A: [], B: ['work mail'] },
      checkFirst: ['weekends', 'big spending'],
      betweenUs: ['money'],
      sentence: 'Let me check at home',
    },
  },
  {
    kind: 'hello-and-goodbye',
    content: { hello: 'ten seconds, bags down', goodbye: 'a kiss at the door', bedAndMorning: '', fromAfar: 'a photo' },
  },
  { kind: 'near-far-rule', content: { rule: 'we say when we are back' } },
  {
    kind: 'daily-check-in',
    content: { time: 'after dinner', place: 'on the sofa', reminder: 'the kettle', length: 5 },
  },
  { kind: 'weekly-review', content: { weekday: 'sunday', time: 'at six' } },
  {
    kind: 'storm-plan',
    content: { storm: 'the full month', firstStep: 'cancel one evening', whoDecides: 'B the calendar, A the money' },
  },
  {
    kind: 'slip-plan',
    content: {
      slips: { A: 'a sharp voice', B: 'silence' },
      earlySigns: { A: 'my jaw', B: '' },
      firstStep: 'sit down',
      kindSentence: 'There it is again. Once more?',
    },
  },
];

const drafts: readonly Saying[] = [{ kind: 'agreement', content: { text: 'rest on Sundays' } }];

const noted: readonly PracticeEntry[] = [
  ...sides.flatMap((side) => [
    anEntry(journal(`a door, to ${side}`, 6), side, { id: `j${side}`, reader: 'facilitator' }),
    anEntry({ kind: 'goal', content: { text: 'to say it early', by: '2026-05-01' } }, side, {
      id: `g${side}`,
      reader: 'partner',
    }),
    anEntry({ kind: 'bids', content: { noticed: 5, answered: 4 } }, side, { id: `b${side}`, reader: 'facilitator' }),
    anEntry({ kind: 'measure', content: { moment: 'after', item: 'felt-security', name: '', score: 7 } }, side, {
      id: `m${side}`,
      reader: 'partner',
    }),
    anEntry(journal(`kept by ${side}`), side, { id: `k${side}`, reader: 'only-i' }),
  ]),
  anEntry(win('we came back'), 'joint', { id: 'win' }),
  anEntry({ kind: 'timeout', content: { kept: true, note: '' } }, 'joint', { id: 'timeout' }),
];

const days = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => new Date(Date.UTC(2026, 0, 10 + n)).toISOString().slice(0, 10));

/** Forty days of it: more than a chart draws, and a table over several pages. */
const notedLong: readonly PracticeEntry[] = days(40).flatMap((on, n) => [
  ...sides.flatMap((side) => [
    anEntry({ kind: 'bids', content: { noticed: 3 + ((n * 7) % 9), answered: 2 + ((n * 5) % 4) } }, side, {
      id: `b${side}${n}`,
      reader: 'partner',
      on,
    }),
    anEntry(
      {
        kind: 'measure',
        content: { moment: n === 0 ? 'before' : 'follow-up', item: 'felt-security', name: '', score: (n * 3) % 11 },
      },
      side,
      { id: `m${side}${n}`, reader: 'partner', on },
    ),
  ]),
  anEntry({ kind: 'timeout', content: { kept: n % 3 !== 0, note: '' } }, 'joint', { id: `t${n}`, on }),
  ...(n % 4 === 0
    ? [
        anEntry(
          {
            kind: 'repair',
            content: {
              hurt: 'You waited with the lamp on',
              part: 'I said seven and came at nine',
              matters: 'We matter more than the clock',
              received: n % 8 === 0 ? 'received' : 'not-yet',
              need: '',
            },
          },
          'joint',
          { id: `r${n}`, on },
        ),
      ]
    : []),
]);

/** As long as an answer may be, in paragraphs of all lengths, with letters of many scripts. */
const longText = (() => {
  const sentence =
    'We wrote this by the window while the rain went on, Łukasz 李 علي 👩‍👩‍👧, and read it to each other. ';
  const all = Array.from({ length: 260 }, (_, n) => `${n}. ${sentence}${n % 7 === 6 ? '\n' : ''}`).join('');
  return all.slice(0, 20_000).trimEnd();
})();

const manySayings: readonly Saying[] = [
  ...sayings,
  ...Array.from({ length: 15 }, (_, n): Saying => {
    const text = `keep promise number ${n + 1}${', and say so when we cannot, early and kindly'.repeat(1 + (n % 3))}`;
    return { kind: 'agreement', content: { text } };
  }),
];

const someLine = (n: number): Written => ({
  exercise: 'trigger-map',
  field: `field-${n}`,
  asked: `What we saw, part ${n + 1}`,
  text: 'Line by line, as it was said.\n'.repeat(1 + (n % 5)).trimEnd(),
});

const practice = { ...emptyPractice('c1'), entries: noted };
const ours = 'Sundays after tea:\nhalf an hour.';

/** Couples that were made up, as what they take home is made from: of those the first three it is set down word for word. */
export const madeUpCouples = {
  full: aSource(wrote(allYes, ours), { charter: agreed(sayings, drafts), practice, helpLines }),
  sparse: aSource(
    { ...emptyRecord('c1'), consents: [...allYes] },
    { practice: { ...emptyPractice('c1'), entries: noted.filter(({ id }) => id === 'win') }, helpLines },
  ),
  withdrew: aSource(wrote(takenBack(allYes, 'B', 'record'), ours), {
    charter: agreed(sayings, drafts),
    practice,
    helpLines,
  }),
  /** As much as there may be of each. */
  long: aSource(
    wrote(
      allYes,
      longText,
      Array.from({ length: 30 }, (_, n) => someLine(n)),
    ),
    {
      charter: agreed(manySayings, drafts),
      practice: { ...emptyPractice('c1'), entries: [...noted, ...notedLong] },
      helpLines,
    },
  ),
} satisfies Readonly<Record<string, Source>>;
