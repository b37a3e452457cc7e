import type { ListedHelpLine } from '../../exercise/help-line';

/**
 * The help card's lines as they ship, for the United States; a facilitator edits them for the place (S22). They stand on
 * the wall for everyone at once, so that nobody is singled out; who helps against violence is on paper for one alone (S20).
 */
export const helpLines: readonly ListedHelpLine[] = [
  { name: 'Emergency', number: '911', note: 'If anyone is in danger right now.', alone: false },
  {
    name: 'Crisis and suicide lifeline',
    number: '988',
    note: 'Call or text, day and night, in any kind of distress.',
    alone: false,
  },
  {
    name: 'Partner violence helpline',
    number: '1-800-799-7233',
    note: 'Afraid of someone close? Call alone, from a safe phone.',
    alone: true,
  },
];
