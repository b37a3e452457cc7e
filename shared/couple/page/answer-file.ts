import type { PageAnswer } from './page-asks';

/** What somebody answered at home: by the code of their page, and by no name. */
export interface AnswerFile {
  readonly code: string;
  readonly answers: readonly PageAnswer[];
}

/** By this a file says that it is one. */
export const answerMark = 'answers';
export const answerVersion = 1;

export const answerLimits = {
  /** UTF-16 units of a whole file: it fits in one message of a page. */
  file: 65_536,
  answers: 60,
  /** Of one text in it. */
  text: 2_000,
} as const;

/** A sum over what a file says (CRC-32 of its UTF-16 units): what was cut short or bent on its way is told from what was written. */
export function sumOf(code: unknown, answers: unknown): string {
  const text = JSON.stringify([code, answers]);
  let sum = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    sum ^= text.charCodeAt(at);
    for (let bit = 0; bit < 16; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

/** The file, in ASCII alone: no mail on its way takes it for something else. */
export function writeAnswers({ code, answers }: AnswerFile): string {
  const whole = JSON.stringify({
    holdfast: answerMark,
    version: answerVersion,
    code,
    answers,
    sum: sumOf(code, answers),
  });
  return whole.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
