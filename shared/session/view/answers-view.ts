import { z } from 'zod';
import { askNames, type PageAnswer } from '../../couple/page/page-asks';
import { type AnswerFault, answerFaults, pageAnswerSchema } from '../../couple/page/read-answers';
import { type AnswerStanding, answerStandings, comesIn, standingOf } from '../../couple/page/take-in';
import { type Side, sides } from '../../room/wall';
import { type AnswersBack, besideOf } from '../state/answers-back';
import type { Session } from '../state/session';

/** Why a file is not taken in: nothing can be read of it, no page here has its code, or it lies here twice. */
export const backFaults = [...answerFaults, 'unknown-code', 'reading', 'twice'] as const;
export type BackFault = AnswerFault | 'unknown-code' | 'reading' | 'twice';

/** An answer as it would be taken in; what is not is without a word of it. */
interface AnswerView extends Pick<PageAnswer, 'ask' | 'on'> {
  readonly standing: AnswerStanding;
  readonly answer: PageAnswer | null;
}

/** A file that came back, as it is looked at. */
export interface AnswersBackView {
  readonly name: string;
  readonly fault: BackFault | null;
  /** Whose page it is, and its code; null where that is not known. */
  readonly whose: { readonly id: string; readonly side: Side; readonly code: string } | null;
  readonly answers: readonly AnswerView[];
}

const faulty = (name: string, fault: BackFault): AnswersBackView => ({ name, fault, whose: null, answers: [] });

function backView(session: Session, { name, read, on }: AnswersBack, before: readonly AnswersBack[]) {
  if (!read.ok) return faulty(name, read.fault);
  const text = JSON.stringify(read.file);
  if (before.some((one) => one.read.ok && JSON.stringify(one.read.file) === text)) return faulty(name, 'twice');
  const found = besideOf(session, read.file.code, on);
  if (found === null) {
    const all = session.retreat?.couples ?? [];
    return faulty(name, all.every(({ id }) => session.practices[id] !== undefined) ? 'unknown-code' : 'reading');
  }
  const { id, beside } = found;
  return {
    name,
    fault: null,
    whose: { id, side: beside.page.side, code: read.file.code },
    answers: read.file.answers.map((answer): AnswerView => {
      const standing = standingOf(beside, answer);
      return { ask: answer.ask, on: answer.on, standing, answer: comesIn(standing) ? answer : null };
    }),
  };
}

export function answersBackView(session: Session): readonly AnswersBackView[] {
  const { answersBack, takeHome } = session;
  if (takeHome.shown === null || answersBack.length === 0) return none;
  return answersBack.map((back, at) => backView(session, back, answersBack.slice(0, at)));
}

const none: readonly AnswersBackView[] = [];

export const answersBackSchema: z.ZodType<readonly AnswersBackView[]> = z.array(
  z.strictObject({
    name: z.string(),
    fault: z.enum(backFaults).nullable(),
    whose: z.strictObject({ id: z.string(), side: z.enum(sides), code: z.string() }).nullable(),
    answers: z.array(
      z.strictObject({
        ask: z.enum(askNames),
        on: z.string(),
        standing: z.enum(answerStandings),
        answer: pageAnswerSchema.nullable(),
      }),
    ),
  }),
);
