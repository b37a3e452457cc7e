import { describe, expect, it } from 'vitest';
import { commandTypes } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { roomView, upNext } from '../../shared/session/view/wall-view';
import { aBook, aContext, askerOf } from '../make';
import { markedCharter, writtenInCharters } from './charters';
import { holdsMarker, marked, markedNote, markedRecord, markedRoster, marker, otherRoster } from './couples';
import { markedPractice, writtenInPractices } from './practices';
import { commandsOf, type Projection, place, scenes, walk } from './walk';

const room: Projection = (session) => roomView(session, aBook);
/** What is laid out in advance in the room's page; where nothing comes, what is on. */
const coming: Projection = (session) => upNext(session, aBook) ?? room(session);
const sent: readonly (readonly [string, Projection])[] = [
  ['what is on', room],
  ['what comes', coming],
];
const withTitle = (session: Session, title: string) => ({
  ...room(session),
  scene: { kind: 'welcome' as const, title, line: '' },
});

describe('S1: the room never shows a couple', () => {
  it('fills every text and id of a couple', () => {
    markedRoster();
    markedNote();
    markedRecord('c1', 'r1', place);
    const ofRoster = ['A.name', 'B.name', 'id', 'leftOn', 'note', 'retreat'];
    const ofRecord = [...marked].filter((path) => !ofRoster.includes(path));
    markedCharter('c1', 'r1');
    expect(ofRoster.filter((path) => !marked.has(path))).toEqual([]);
    expect(ofRecord.sort()).toMatchInlineSnapshot(`
      [
        "answers[].asked",
        "answers[].device",
        "answers[].exercise",
        "answers[].field",
        "answers[].id",
        "answers[].retreat",
        "answers[].value.chosen[]",
        "answers[].value.lines[]",
        "answers[].value.text",
        "archived.device",
        "asked",
        "consents[].device",
        "consents[].id",
        "consents[].retreat",
        "device",
        "exercise",
        "field",
        "handed[].device",
        "handed[].id",
        "handed[].retreat",
        "marks[].device",
        "marks[].exercise",
        "marks[].id",
        "marks[].retreat",
        "removed[].id",
        "value.chosen[]",
        "value.lines[]",
        "value.text",
      ]
    `);
    expect(writtenInCharters().filter((path) => !marked.has(path))).toEqual([]);
    markedPractice('c1', 'r1');
    expect(writtenInPractices().filter((path) => !marked.has(path))).toEqual([]);
  });

  it.each(sent)(
    'finds no marker in %s, whatever is asked for and whatever is on stage',
    (_, projection) => {
      const { carriedOut, leaks, refused } = walk(projection);
      expect(leaks).toEqual([]);
      expect(refused).toEqual([]);
      expect(commandTypes.filter((type) => !carriedOut.has(type))).toEqual([]);
    },
    120_000,
  );

  it.each<readonly [string, Projection]>([
    ['a name in a title', (session) => withTitle(session, session.retreat?.couples[0]?.A.name ?? '')],
    [
      'a note in the message',
      (session) => ({ ...room(session), message: Object.values(session.notes)[0]?.slice(0, 60) ?? null }),
    ],
    [
      'an answer in the message',
      (session) => {
        const value = Object.values(session.records)[0]?.record.answers[0]?.value;
        return { ...room(session), message: value?.kind === 'text' ? value.text.slice(0, 60) : null };
      },
    ],
    [
      'a win in the message',
      (session) => {
        const win = Object.values(session.practices)[0]?.practice.entries.find(({ kind }) => kind === 'win');
        return { ...room(session), message: win?.kind === 'win' ? win.content.text.slice(0, 60) : null };
      },
    ],
    ['an id in a line', (session) => withTitle(session, `Seat of ${session.retreat?.couples.at(-1)?.id ?? ''}`)],
    [
      'a seat in a number',
      (session) => ({ ...room(session), cue: { id: session.retreat?.couples[0]?.seat ?? 0, cue: 'none', words: '' } }),
    ],
    ['a seat in words', (session) => withTitle(session, `Table ${session.retreat?.couples[0]?.seat ?? ''}`)],
  ])('turns red when %s is planted', (_, leaky) => {
    expect(walk(leaky, 'running').leaks).not.toEqual([]);
  });

  it('turns red when a couple is planted beside what the room may know', () => {
    const leaky: Projection = (session) => Object.assign(room(session), { couple: session.retreat?.couples[0] });
    expect(walk(leaky, 'running').refused).not.toEqual([]);
  });

  it.each(sent)('keeps %s the same whoever sits in the room', (_, projection) => {
    for (const [name, scene] of Object.entries(scenes())) {
      const others = scene.retreat === null ? null : { ...scene.retreat, couples: otherRoster() };
      expect(projection({ ...scene, retreat: others, notes: {}, records: {}, practices: {} }), name).toEqual(
        projection(scene),
      );
    }
  });

  it.each(sent)('S14: passing, sitting out, names and notes leave %s as it is', (_, projection) => {
    const private_ = commandTypes.filter((type) => /^(couple|roster|records?|practice|handover)\//.test(type));
    expect(private_.length).toBeGreaterThan(5);
    for (const [name, scene] of Object.entries(scenes())) {
      for (const command of private_.flatMap((type) => commandsOf(type, scene))) {
        const context = { ...aContext(9_500, 'made'), asker: askerOf(command.type) };
        if (refusal(scene, command, context) !== null) continue;
        expect(projection(reduce(scene, command, context)), `${name}: ${command.type}`).toEqual(projection(scene));
      }
    }
  });

  it('knows a marker when it sees one', () => {
    expect(holdsMarker({ deep: [{ [marker]: 1 }] })).toBe(true);
    expect(holdsMarker({ deep: ['plain', 12_987, '9:08'] })).toBe(false);
  });
});
