import { describe, expect, test } from 'vitest';
import type { Find, Met } from '../../renderer/console/keys/finds/find';
import { findGroupIds, findsOf } from '../../renderer/console/keys/finds/finds';
import { shelvesIn } from '../../renderer/console/mirror/content';
import { loadLanguage } from '../../shared/content/language';
import { translator } from '../../shared/content/translator';
import { type CommandType, commandTypes } from '../../shared/session/commands/commands';
import type { Session } from '../../shared/session/state/session';
import { defaultSettings } from '../../shared/session/state/settings';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, act, aDisplay, aNow, aRetreat, aSession } from '../make';

await loadLanguage('en');
await loadLanguage('en-XA');

function found(session: Session, language = 'en'): readonly Find[] {
  const met: Met = {
    view: consoleView(session, aBook),
    now: aNow(10),
    screen: 'run',
    t: translator(language).getFixedT(language, 'shell'),
    content: shelvesIn(language),
    coupleOf: ({ A, B }) => `${A.name} & ${B.name}`,
    displayOf: ({ label }) => label,
  };
  return findGroupIds.flatMap((group) => findsOf(group, met));
}

const lines = (finds: readonly Find[]): string[] => finds.map(({ label }) => label);
const commandsOf = (finds: readonly Find[]): CommandType[] =>
  finds.flatMap(({ does }) =>
    'command' in does ? [does.command.type] : 'ask' in does && does.yes ? [does.yes.type] : [],
  );

const weekend = aRetreat('weekend');
const idle = aSession(weekend);
const led = act(act(idle, { type: 'day/next' }, 0), { type: 'stage/start' }, 5);

/** In the middle of a day, with everything there is to answer. */
const asked: Session = {
  ...act(led, { type: 'couple/timeout', id: weekend.couples[0]?.id ?? '', minutes: 20 }, 6),
  shelf: [
    {
      id: 'r2',
      title: 'Harbour',
      program: 'evening',
      firstDate: '2026-03-07',
      lastDate: '2026-03-07',
      couples: 2,
      shared: 0,
      touchedAt: 0,
      demo: false,
    },
  ],
  recovery: { retreat: null, title: 'Spring', step: null, remainingMs: null, lastSeen: 0 },
  notice: { id: 1, code: 'unknown', values: {} },
  undoLists: {
    retreat: {
      back: [{ document: { document: 'retreat', id: 'r1' }, command: { type: 'retreat/rename', title: 'Before' } }],
      again: [],
    },
  },
  choice: { kind: 'step', index: 1 },
  screens: {
    ...led.screens,
    displays: [aDisplay(), aDisplay({ id: '2', label: 'Projector', console: false })],
    room: { ...led.screens.room, state: 'full' },
  },
  live: {
    ...led.live,
    veiled: true,
    away: { since: 0, ms: 60_000, wasRunning: true },
    stage: {
      ...led.live.stage,
      message: 'Tea',
      playing: led.live.stage.playing && {
        ...led.live.stage.playing,
        offer: { to: 'B', ms: 60_000, step: 1, made: false },
      },
    },
  },
};

describe('what the palette finds', () => {
  test('every command that needs no typing', () => {
    // What `stage/run` becomes when it arrives needs no line of its own.
    const runs: readonly CommandType[] = ['stage/start', 'stage/pause', 'stage/resume'];
    // These ask for words, a number or a time first; most have a line that opens their question.
    const typed: readonly CommandType[] = [
      'retreat/create',
      'retreat/rename',
      'retreat/delete',
      'roster/add',
      'roster/rename',
      'roster/seat',
      'roster/remove',
      'roster/part',
      'roster/join',
      'couple/note',
      'couple/delete',
      'charter/add',
      'charter/edit',
      'charter/tick',
      'charter/consent',
      'charter/confirm-help',
      'charter/review',
      'charter/remove',
      'charter/write',
      'charter/discard',
      'charter/save',
      'charter/restore',
      'charter/draft',
      'charter/delete',
      'practice/add',
      'practice/note',
      'practice/change',
      'practice/remove',
      'practice/restore',
      'practice/reader',
      'record/answer',
      'record/consent',
      'record/archive',
      'record/mark',
      'record/reader',
      'record/delete',
      'record/move',
      'couple/swap',
      // Its question asks for the side and the exercise; all else of it is asked by the page a partner holds.
      'handover/begin',
      'handover/answer',
      'handover/reader',
      'handover/consent',
      'handover/tick',
      'handover/agree',
      'handover/draft',
      'handover/own',
      'handover/leave-out',
      'handover/make',
      'handover/print',
      'handover/put-away',
      'handover/pass',
      'handover/done',
      'take-home/review',
      'take-home/leave-out',
      'take-home/make',
      'take-home/put-away',
      'take-home/stop',
      'take-home/again',
      'take-home/again-one',
      'take-home/name',
      // What came back from home is brought by a hand.
      'answers/look',
      'answers/put-away',
      'answers/take-in',
      'answers/take-out',
      'printouts/make',
      'printouts/stop',
      'printouts/again',
      // What is printed is chosen by a hand.
      'print/copies',
      'print/printouts',
      'print/stop',
      // The console asks for what it draws.
      'records/show',
      'take-home/show',
      'printouts/show',
      'draft/keep',
      'drill/timer',
      'day/minutes',
      'day/title',
      'day/date',
      // Only ever an inverse.
      'day/restore',
      'roster/attendance',
      // Nothing on screen asks for it yet.
      'edit/redo',
    ];
    const paused = act(led, { type: 'stage/pause' }, 6);
    const ready = act(idle, { type: 'day/next' }, 0);
    const reached = new Set([idle, ready, led, paused, asked].flatMap((session) => commandsOf(found(session))));
    expect(commandTypes.filter((type) => ![...typed, ...runs].includes(type) && !reached.has(type))).toEqual([]);
  });

  test('the questions that Home, Prepare and Run ask', () => {
    const questions = new Set(found(asked).flatMap(({ does }) => ('ask' in does ? [does.ask] : [])));
    const all = ['room', 'keys', 'about', 'end', 'end-day', 'start', 'drill', 'add', 'else', 'minutes', 'insert'];
    expect(
      [...all, 'hand-over', 'remove-couple', 'delete-retreat'].filter((ask) => !questions.has(ask as never)),
    ).toEqual([]);
  });

  test('no two lines are one, and none is without words', () => {
    const finds = found(asked);
    const ids = finds.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(lines(finds).filter((label) => label.trim() === '' || /\{\{|\w\.\w/.test(label))).toEqual([]);
  });

  test('each status of each couple, by name', () => {
    const named = lines(found(idle));
    for (const status of ['present', 'late', 'paused', 'passed', 'left'])
      expect(named).toContain(`Cleo & Dee: ${status}`);
  });

  test('how long ago it began', () => {
    expect(lines(found(led))).toEqual(
      expect.arrayContaining(['We began a minute ago', 'We began 2 minutes ago', 'We began 5 minutes ago']),
    );
    expect(lines(found(idle))).not.toContain('We began 2 minutes ago');
  });

  test('settings, but not what they are already', () => {
    const named = lines(found(idle));
    expect(named).toContain('Palette of the wall: dusk');
    expect(named).not.toContain('Palette of the wall: paper');
    expect(named).toContain('Sound off');
    const { sound } = defaultSettings;
    const quiet = aSession(weekend, { settings: { ...defaultSettings, sound: { ...sound, on: false } } });
    expect(lines(found(quiet))).toEqual(expect.arrayContaining(['Sound on']));
    expect(lines(found(quiet))).not.toContain('Ring the chime once');
  });

  test('in another language every line is marked', () => {
    const { language: _, ...rest } = defaultSettings;
    const session = { ...asked, settings: { ...rest, language: 'en-XA' } };
    const plain = lines(found(session, 'en-XA')).filter((label) => !label.includes('‹'));
    expect(plain).toEqual(['Ada & Bo', 'Cleo & Dee', 'Harbour']);
  });
});
