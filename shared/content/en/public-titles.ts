import type { PublicTitles } from '../../exercise/program';

/** What stands on the wall and in the plan for what has no exercise, no talk and no title of its own. */
export const publicTitles: PublicTitles = {
  break: 'Break',
  breaks: { lunch: 'Lunch' },
  buffer: 'Room to breathe',
  timer: 'Timer',
  timeout: 'Timeout',
  demo: 'A demo evening',
};
