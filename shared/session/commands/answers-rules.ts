import { readAnswers } from '../../couple/page/read-answers';
import {
  type AnswerStanding,
  pageIn,
  standingOf,
  takenIn,
  withAnswers,
  withoutAnswers,
} from '../../couple/page/take-in';
import { dateOf } from '../../retreat/schedule';
import type { Side } from '../../room/wall';
import type { Refusal } from '../protocol/refusal-code';
import { besideOf, mostAnswersBack } from '../state/answers-back';
import type { Session } from '../state/session';
import type { Command } from './commands';
import { type Context, never, type Rules, refuse } from './context';
import { needsPractice, needsRoom, withPractice } from './practice-rules';
import { needsAttendance, needsNothingUnderway } from './record-rules';

type AnswersCommand = Extract<Command, { type: `answers/${string}` }>;

/** Why an answer that stands so is not taken in, or null. */
const refusals: Readonly<Record<AnswerStanding, ((side: Side) => Refusal) | null>> = {
  new: null,
  instead: null,
  taken: null,
  deleted: () => refuse('no-such-entry'),
  private: () => refuse('kept-private'),
  'no-consent': (side) => refuse('consent-missing', { side }),
  'no-such-day': () => refuse('answer-other-day'),
};

const practice = ({ id }: { readonly id: string }) => ({ document: 'practice', id }) as const;

/** The page of a couple is written in, where its retreat and its documents are there. */
function needsPage(session: Session, id: string, code: string, today: string) {
  const found = besideOf(session, code, today);
  if (found === null || found.id !== id) return refuse('unknown-page');
  return (
    needsAttendance(session, id, found.beside.page.retreat) ??
    needsPractice(session, id) ??
    needsNothingUnderway(session, id)
  );
}

const todayIn = ({ now }: Context): string => dateOf(now.wall);

/** What partners answered at home: looked at first, then taken in as the same entries that are noted here (S8, S9). */
export const answersRules: Rules<AnswersCommand['type']> = {
  'answers/look': {
    refuse: ({ answersBack }) =>
      answersBack.length >= mostAnswersBack ? refuse('too-many-answers', { most: mostAnswersBack }) : null,
    apply: (session, { name, text }, context) => ({
      ...session,
      answersBack: [...session.answersBack, { name, read: readAnswers(text), on: todayIn(context) }],
    }),
  },
  'answers/put-away': {
    refuse: never,
    apply: (session) => ({ ...session, answersBack: [] }),
  },
  'answers/take-in': {
    refuse: (session, { id, code, answers }, context) => {
      const refused = needsPage(session, id, code, todayIn(context)) ?? needsRoom(session, id);
      const found = besideOf(session, code, todayIn(context));
      if (refused !== null || found === null) return refused;
      const standings = answers.map((answer) => standingOf(found.beside, answer));
      for (const standing of standings) {
        const why = refusals[standing]?.(found.beside.page.side);
        if (why !== undefined) return why;
      }
      return standings.every((standing) => standing === 'taken') ? refuse('already-taken-in') : null;
    },
    apply: (session, { id, code, answers }, { now, device, id: made }) =>
      withPractice(session, id, (before) => withAnswers(before, code, answers, { id: made, at: now.wall, device })),
    inverse: (session, { id, code, answers }, context) => {
      const before = session.practices[id]?.practice;
      if (before === undefined) return null;
      const taken = takenIn(before, code, answers, context.id);
      return taken.length === 0 ? null : { type: 'answers/take-out', id, code, taken: [...taken] };
    },
    edits: practice,
  },
  'answers/take-out': {
    refuse: (session, { id, code, taken }, context) => {
      const refused = needsPage(session, id, code, todayIn(context));
      if (refused !== null) return refused;
      const entries = session.practices[id]?.practice.entries ?? [];
      const there = entries.filter((entry) => taken.some((one) => one.entry === entry.id));
      if (there.length === 0) return refuse('no-such-entry');
      return there.some(({ reader }) => reader === 'only-i') ? refuse('kept-private') : null;
    },
    apply: (session, { id, code, taken }, { now, device }) =>
      withPractice(session, id, (before) =>
        pageIn(before, code) === undefined ? before : withoutAnswers(before, code, taken, { at: now.wall, device }),
      ),
    inverse: (_, { id, code, taken }) => ({
      type: 'answers/take-in',
      id,
      code,
      answers: taken.map(({ answer }) => answer),
    }),
    edits: practice,
  },
};
