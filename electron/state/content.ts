import { contentIn, loadLanguage } from '../../shared/content/language';
import { printoutWordsOf } from '../../shared/content/printout-words';
import { speechOf } from '../../shared/content/speech';
import { summaryWordsOf } from '../../shared/content/summary-words';
import { translator } from '../../shared/content/translator';
import { type HandoverWords, handoverWordKeys } from '../../shared/couple/handover-view';
import { type PageWords, pageWordKeys } from '../../shared/couple/page/page-document';
import type { RoomWords } from '../../shared/room/room-view';
import type { Book } from '../../shared/session/commands/book';

/** Invented people, for the demo retreat alone. */
const demoCouples: Book['demoCouples'] = [
  { A: 'Ines', B: 'Tomas' },
  { A: 'Noor', B: 'Sam' },
  { A: 'Wren', B: 'Aiko' },
  { A: 'Luca', B: 'Emre' },
  { A: 'Maren', B: 'Odile' },
  { A: 'Kofi', B: 'Jules' },
];

function byId<T extends { readonly id: string }>(all: readonly T[]): (id: string) => T | undefined {
  const found = new Map(all.map((one) => [one.id, one]));
  return (id) => found.get(id);
}

function makeBook(language: string): Book {
  const content = contentIn(language);
  const spoken = translator(language);
  const say = spoken.getFixedT(language, 'room');
  const words: RoomWords = {
    welcomeTitle: say('welcomeTitle'),
    welcome: say('welcome'),
    closingTitle: say('closingTitle'),
    closing: say('closing'),
    planTitle: say('planTitle'),
    holding: say('holding'),
    helpTitle: say('helpTitle'),
    help: say('help'),
    cue: say('cue'),
    cueEarly: say('cueEarly'),
    rest: say('rest'),
    restTurn: say('restTurn'),
    rehearsal: say('rehearsal'),
    breatheIn: say('breatheIn'),
    breatheOut: say('breatheOut'),
    backAt: say('backAt'),
    breakOver: say('breakOver'),
    timeoutOver: say('timeoutOver'),
    underMinute: say('underMinute'),
    testCardTitle: say('testCardTitle'),
    testCard: say('testCard'),
    facilitator: say('facilitator'),
    silent: say('silent'),
    joint: say('joint'),
    floor: (side) => say('floor', { side }),
    listens: (side) => say('listens', { side }),
    position: (kind, n, of) => say(kind === 'rounds' ? 'round' : 'phase', { n, of }),
  };
  const saying = spoken.getFixedT(language, 'handover');
  const handoverWords = Object.fromEntries(handoverWordKeys.map((key) => [key, saying(key)])) as HandoverWords;
  const paging = spoken.getFixedT(language, 'page') as (key: string, options: object) => string;
  // What stands in {{…}} is the page's to fill in.
  const pageWords = Object.fromEntries(
    pageWordKeys.map((key) => [key, paging(key, { skipInterpolation: true })]),
  ) as PageWords;
  const exercise = byId(content.exercises);
  const charter = spoken.getFixedT(language, 'charter');
  const practice = spoken.getFixedT(language, 'practice');
  return {
    language,
    exercise,
    talk: byId(content.talks),
    program: byId(content.programs),
    room: words,
    handover: {
      words: handoverWords,
      hello: (name) => (name === '' ? saying('helloNameless') : saying('hello', { name })),
      position: (n, of) => saying('position', { n, of }),
      kind: (kind) => charter(`kinds.${kind}`),
      practised: (kind) => practice(`kinds.${kind}`),
      test: (test) => charter(`tests.${test}`),
      speech: (names) => speechOf(spoken, names),
    },
    summary: (names) => ({
      ...summaryWordsOf(spoken, names),
      exercise: (id) => exercise(id)?.title ?? null,
    }),
    page: pageWords,
    printouts: printoutWordsOf(spoken),
    titles: content.publicTitles,
    clock: content.clock,
    helpLines: content.helpLines,
    helpWords: content.helpWords,
    demoCouples,
  };
}

/** Everything the session says, in a language, or in the first one where there is no such language. */
export async function bookIn(language: string): Promise<Book> {
  return makeBook(await loadLanguage(language));
}
