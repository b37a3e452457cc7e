import type { Exercise } from '../../../exercise/exercise';

export const arrivalBreath: Exercise = {
  id: 'arrival-breath',
  code: 'A2',
  module: 'arrive',
  title: 'Arrival breath',
  purpose: 'Bodies settle before words begin.',
  ideas: ['practice'],
  before:
    'Lower the light a little, and close the door to the corridor. Sit down yourself: the room will breathe as you do. Nobody needs to sit near their partner for this.',
  watch:
    'Raised shoulders, fast chests, eyes darting: say once to everyone that breathing along is optional. Never correct one person’s breath.',
  tears:
    'Slowing down can bring up what speed kept away. Let quiet tears run; they pass more often than not. For anyone trembling or gasping: eyes open, look round the room, name five things, breathe however it comes. A helper can walk with them; the help card is two clicks away.',
  safety:
    'No holding of the breath. Light-headed means breathe smaller or stop. Eyes may stay open. Feet on the floor or looking round the room are just as good.',
  ifShort: 'Begin at the breathing and stop after nine breaths.',
  steps: [
    {
      name: 'Settle',
      part: 'silent',
      move: null,
      timer: { kind: 'single', seconds: 30 },
      short: 0,
      advance: 'auto',
      cue: 'none',
      thought: 'Let the chair carry you',
      detail: 'Eyes open or closed, whichever is kinder.',
      say: 'Let the chair do the work. Eyes open or closed. There is nothing to get right for the next few minutes.',
    },
    {
      name: 'Breathe with the circle',
      part: 'silent',
      move: null,
      timer: { kind: 'pacer', inSeconds: 4, outSeconds: 6, cycles: 18 },
      short: 90,
      advance: 'auto',
      cue: 'soft',
      thought: 'Breathe with the circle',
      detail: 'Or breathe your own way, or feel your feet.',
      say: 'The circle grows as you breathe in and shrinks as you breathe out, with no holding anywhere. If it is too slow for you, let it go and breathe your own way. Feeling your feet, or looking quietly round the room, works as well.',
      watch: 'After this, silence. If you talk, people breathe to your sentences.',
    },
    {
      name: 'Notice',
      part: 'silent',
      move: null,
      timer: { kind: 'single', seconds: 30 },
      short: 0,
      advance: 'wait',
      cue: 'chime',
      thought: 'Notice one thing that has changed',
      detail: 'Or that nothing has. Both are fine.',
      say: 'Before we go on, notice one thing that is different from three minutes ago. Warmer hands, a slower thought, or nothing at all. All of it counts as arriving.',
    },
  ],
  capture: [],
};
