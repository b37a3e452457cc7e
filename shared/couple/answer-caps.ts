/** The most an answer holds, in UTF-16 units, lines and counts. */
export const answerCaps = { text: 2_000, 'long-text': 20_000, line: 1_000, lines: 200, tally: 100_000, asked: 1_000 };

export const highestScale = 10;
