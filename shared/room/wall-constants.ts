/** The most the wall ever holds, in UTF-16 units; content is far shorter, these caps stop everything else. */
export const wallCaps = {
  title: 80,
  thought: 160,
  detail: 200,
  message: 140,
  /** Items of a day as well: the wall shows the plan of all of them, in as many pictures as it takes. */
  planRows: 500,
  steps: 80,
  helpLines: 8,
} as const;
/**
 * What a facilitator may write on the help card. Four lines of this length stand whole on the smallest wall; of five or six
 * the names and numbers do, and the console says before it is shown that there is no room for more. The caps above are
 * wider, so that what was kept before still opens.
 */
export const helpCaps = { lines: 6, name: 32, number: 20, note: 60 } as const;
/** The smallest and narrowest wall that everything is set for, in pixels: an old 4:3 projector. */
export const smallestWall = { width: 1024, height: 768 } as const;
/** One thought on the wall at a time: no step shows more words than this. */
export const mostWordsOnWall = 25;

export const speakers = ['facilitator', 'silent', 'A', 'B', 'joint'] as const;
export type Speaker = (typeof speakers)[number];

/** What is heard and softly seen when a step ends. */
export const cues = ['chime', 'soft', 'none'] as const;
export type Cue = (typeof cues)[number];
