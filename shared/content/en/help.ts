import type { HelpLine } from '../../room/room-view';

export interface HelpCard {
  readonly title: string;
  readonly sentence: string;
  /** Defaults for the United States; a facilitator edits them for the place (S22). */
  readonly lines: readonly HelpLine[];
}

/** The help card as it ships: on the wall for everyone at once, so that nobody is singled out (S20, S22). */
export const helpCard: HelpCard = {
  title: 'Help, for each of you',
  sentence: 'You can call alone, at any hour, and you need nobody’s permission.',
  lines: [
    { name: 'Emergency', number: '911', note: 'If anyone is in danger right now.' },
    {
      name: 'Crisis and suicide lifeline',
      number: '988',
      note: 'Call or text, day and night, in any kind of distress.',
    },
    {
      name: 'Partner violence helpline',
      number: '1-800-799-7233',
      note: 'Afraid of someone close? Call alone, from a safe phone.',
    },
  ],
};
