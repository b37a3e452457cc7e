import { gate } from '../../electron/ipc/gate';
import { emptyCharter } from '../../shared/couple/charter/charter';
import { type CoupleRecord, emptyRecord } from '../../shared/couple/record';
import { currentDay } from '../../shared/retreat/retreat';
import type { RoomView } from '../../shared/room/room-view';
import { roomViewSchema } from '../../shared/room/room-view-schema';
import { type Command, type CommandType, commandSchema, commandTypes } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { aContext, act, aDisplay, aRetreat, aSession, askerOf, asking, brought, restored } from '../make';
import { charterIds, markedCharter, markedPhrases, markedReview, markedRule, markedWin } from './charters';
import { holdsMarker, markedNote, markedRecord, markedRoster, marker } from './couples';
import { markedPractice, onePerAsk, onePerNoting, practiceIds } from './practices';
import { samples } from './samples';

/** The named, public sources of text for the wall (design.md section 3). Any other text of a command counts as a couple's. */
const publicText: ReadonlySet<string> = new Set([
  'retreat/create title',
  'retreat/rename title',
  'drill/timer title',
  'day/insert title',
  'day/title title',
  'day/restore item.title',
  'stage/message text',
  'settings/change patch.language',
  'settings/change patch.helpLines[].name',
  'settings/change patch.helpLines[].number',
  'settings/change patch.helpLines[].note',
]);

const words = 'A public line';

function idsFor(session: Session, type: CommandType): readonly string[] {
  const day = session.retreat === null ? undefined : currentDay(session.retreat);
  const couple = session.retreat?.couples[0]?.id;
  const items = [day?.items[3]?.id, day?.items[0]?.id, day?.items.at(-1)?.id];
  const known = [...items, couple, day?.id, session.retreat?.id, session.shelf[0]?.id, 'timeout-rehearsal', 'evening'];
  const ofCouple = type.startsWith('couple/') || type.startsWith('roster/');
  return (ofCouple ? [couple, ...known] : known).filter((id) => id !== undefined);
}

/** A field of one line that each partner is asked for. */
export const place = { exercise: 'right-to-pass', field: 'room-needs' };

/** What the ids in a command about a record stand for. */
function recordIds({ retreat, records }: Session): Readonly<Record<string, readonly string[]>> {
  const couple = retreat?.couples[0]?.id ?? 'nobody';
  const answer = records[couple]?.record.answers.find(({ reader, owner }) => reader === 'facilitator' && owner === 'A');
  return {
    id: [couple],
    'copy.id': [couple],
    'copies[].id': [couple],
    to: [retreat?.couples[1]?.id ?? 'nobody'],
    'sheets[]': [couple],
    'whole[]': [couple],
    retreat: [retreat?.id ?? 'none'],
    exercise: [place.exercise],
    'printout.exercise': [place.exercise],
    'printouts[].exercise': [place.exercise],
    field: [place.field],
    answer: [answer?.id ?? 'none'],
  };
}

/** Every command of a type that its schema allows, with a couple's own words marked. */
export function commandsOf(type: CommandType, session: Session): Command[] {
  const schema = commandSchema.options.find((option) => option.shape.type.value === type);
  if (schema === undefined) throw new Error(`no schema for ${type}`);
  const ids = idsFor(session, type);
  const values = samples(schema, {
    text: (path) => (publicText.has(`${type} ${path}`) ? words : marker),
    ids: (path) => {
      // What is put back into a day is no longer in it.
      if (path === 'item.id') return ['gone'];
      if (path === 'couples[].was' || path === 'was') return session.returning.map(({ id }) => id);
      if (type.startsWith('handover/') && path in charterIds) return charterIds[path] ?? ids;
      if (type.startsWith('charter/')) return charterIds[path] ?? recordIds(session)[path] ?? ids;
      if (/^(practice|answers)\//.test(type)) {
        return practiceIds[path] ?? recordIds(session)[path.replace('entry.', '')] ?? ids;
      }
      return /^(record|take-home|printouts|print|handover)/.test(type) ? (recordIds(session)[path] ?? ids) : ids;
    },
  });
  const commands = values.flatMap((value) => {
    const parsed = commandSchema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
  return onePerAsk(onePerNoting(onePerKind(commands)));
}

/** Of what is put back into a charter, one of each kind: what else it carries is not looked at by anything. */
function onePerKind(commands: readonly Command[]): Command[] {
  const seen = new Set<string>();
  return commands.filter((command) => {
    if (command.type !== 'charter/restore') return true;
    const known = seen.has(command.clause.kind);
    seen.add(command.clause.kind);
    return !known;
  });
}

/** What of a record was written at this retreat. */
function ofHere(record: CoupleRecord, retreat: string): CoupleRecord {
  const here = <E extends { readonly retreat: string }>(entries: readonly E[]): E[] =>
    entries.filter((entry) => entry.retreat === retreat);
  const { consents, answers, marks, handed } = record;
  return { ...record, consents: here(consents), answers: here(answers), marks: here(marks), handed: here(handed) };
}

/** Sessions in which every command means something, all of them with marked couples. */
export function scenes(): Readonly<Record<string, Session>> {
  const couples = markedRoster();
  const retreat = { ...aRetreat(), couples };
  const notes = Object.fromEntries(couples.map(({ id }) => [id, markedNote()]));
  const line = { id: retreat.id, title: retreat.title, program: retreat.program, shared: 0, touchedAt: 0, demo: false };
  const shelf = [{ ...line, firstDate: '2026-03-07', lastDate: '2026-03-07', couples: couples.length }];
  // Two of the marked names were here before.
  const before = { id: 'returning', A: marker, B: marker, newer: false, retreats: [] };
  const returning = [before];
  const opened = reduce(asking(aSession(null, { shelf, returning })), brought(retreat, notes), aContext());
  const first = couples[0]?.id ?? '';
  const other = couples[1]?.id ?? '';
  const shown = act(opened, { type: 'records/show', sheets: [first], whole: [first, other] }, 1);
  const marked = markedRecord(first, retreat.id, place);
  const record = {
    ...marked,
    answers: [...marked.answers, ...[markedRule, markedPhrases, markedReview, markedWin].map((of) => of(retreat.id))],
  };
  const consents = marked.consents.map((act) => ({ ...act, id: `${act.id}-other` }));
  // The other one said yes to all of it and has no word yet: what was theirs can be moved there.
  const empty = { ...emptyRecord(other), consents };
  const both = act(shown, { type: 'library/record-read', record: empty, closed: null }, 2);
  const recorded = act(both, { type: 'library/record-read', record, closed: null }, 2);
  const charter = markedCharter(first, retreat.id);
  const chartered = act(recorded, { type: 'library/charter-read', charter, closed: null }, 3);
  const practice = markedPractice(first, retreat.id);
  const read = act(chartered, { type: 'library/practice-read', practice, closed: null }, 3);
  const displays = [
    aDisplay(),
    aDisplay({ id: '2', label: 'Projector', console: false, meetsConsole: false, primary: false }),
  ];
  const quiet = { ...read, screens: { ...opened.screens, displays } };
  const wallOf = (show: 'welcome' | 'plan' | 'closing') => act(quiet, { type: 'stage/show', show }, 5);
  const put = act(quiet, { type: 'day/go', id: currentDay(retreat)?.items[3]?.id ?? '' }, 10);
  const running = act(put, { type: 'stage/start' }, 20);
  const drilled = act(quiet, { type: 'drill/project', exercise: 'timeout-rehearsal' }, 10);
  const turn = drilled.live.stage.playing?.steps.findIndex(({ speaker }) => speaker === 'A') ?? 0;
  const atTurn = act(act(drilled, { type: 'stage/jump', index: turn }, 20), { type: 'stage/start' }, 30);
  const asleep = act(running, { type: 'power/suspend' }, 5_000);
  const held = act(running, { type: 'stage/hold', on: true }, 2_000);
  const recovery = {
    retreat: { id: retreat.id, title: retreat.title },
    title: '',
    step: null,
    remainingMs: 1,
    lastSeen: 1,
  };
  const couple = first;
  const edited = act(quiet, { type: 'couple/status', id: couple, status: 'passed' }, 10);
  const note = { document: 'note', id: couple } as const;
  const typing: Command = { type: 'draft/keep', of: note, field: 'note', text: `${marker} typed` };
  const withPin = act(running, { type: 'pin/known', set: true }, 25);
  const to = { id: first, retreat: retreat.id, side: 'A', exercise: place.exercise } as const;
  const given = act(withPin, { type: 'handover/begin', ...to }, 30);
  const handed = act(given, { type: 'handover/marked', ok: true }, 31);
  const looking = act(
    act(handed, { type: 'take-home/placed', place: '/files' }, 32),
    { type: 'handover/own', on: true },
    33,
  );
  const theirs = act(looking, { type: 'handover/printers', printers: [{ name: marker, title: marker }] }, 33);
  const prints = act(theirs, { type: 'handover/print', printer: marker, paper: 'A4' }, 34);
  const takes = act(theirs, { type: 'handover/make', form: 'pages', paper: 'A4' }, 34, 'taken');
  const locked = act(takes, { type: 'handover/own-phrase', id: 'taken', phrase: marker }, 35);
  const file = { state: 'made', fault: null, file: 'seat-01/seat-01-A-own.pdf' } as const;
  const taken = act(locked, { type: 'handover/own-file', id: 'taken', is: file }, 36);
  const placed = act(quiet, { type: 'take-home/placed', place: '/files' }, 30);
  const choosing = act(placed, { type: 'take-home/show', on: true }, 31);
  const copies = [{ id: first, version: 'joint' as const, formats: ['pdf' as const] }];
  const making = act(choosing, { type: 'take-home/make', copies, paper: 'A4', encrypted: true }, 32);
  const stopped = act(making, { type: 'take-home/stop' }, 33);
  const phrased = act(stopped, { type: 'take-home/phrase', copy: { id: first, version: 'joint' }, phrase: marker }, 34);
  const printouts = [{ name: 'consent-form', exercise: null } as const];
  const printing = act(placed, { type: 'printouts/make', printouts, paper: 'A4' }, 31);
  const back = act(running, { type: 'couple/timeout-end', id: couple }, 40);
  return {
    'nothing on stage': quiet,
    welcome: wallOf('welcome'),
    'the plan of the day': wallOf('plan'),
    closing: wallOf('closing'),
    'ready to start': put,
    running,
    'second step': act(running, { type: 'stage/next' }, 3_000),
    paused: act(running, { type: 'stage/pause' }, 4_000),
    held,
    frozen: act(running, { type: 'stage/freeze', on: true }, 2_000),
    blank: act(running, { type: 'stage/blank', on: true }, 2_000),
    help: act(running, { type: 'stage/help', on: true }, 2_000),
    'a turn': atTurn,
    'a longer turn': act(atTurn, { type: 'stage/adjust', ms: 60_000 }, 2_000),
    'a drill ready to start': drilled,
    'back from sleep': act(asleep, { type: 'power/resume' }, 9_000),
    'a run to go on with': act(quiet, { type: 'recovery/found', recovery }, 10),
    restored: act(asking(quiet), restored(running.live, aContext(9_000).now.live), 10),
    'files can be made': choosing,
    'files are being made': making,
    'files were left': stopped,
    'pass-phrases are shown': phrased,
    'pages for the room are made': printing,
    'pages for the room were left': act(printing, { type: 'printouts/stop' }, 32),
    'a copy goes to the printer': act(choosing, { type: 'print/copies', copies, paper: 'A4' }, 32),
    'after an edit': edited,
    'after an undo': act(edited, { type: 'edit/undo', couple: null }, 20),
    'a note taken back': act(act(quiet, typing, 10), { type: 'edit/undo', couple }, 20),
    'a note that is typed': act(running, typing, 10),
    'a PIN is chosen': withPin,
    'the laptop with a partner who looks at their own copy': theirs,
    'a partner is shown what it opens with': taken,
    'a partner prints their own copy': prints,
    'back from a private timeout': back,
    'a private timeout': act(back, { type: 'couple/timeout', id: couple, minutes: 20 }, 50),
    'two to be parted': { ...quiet, charters: { [first]: { charter: { ...charter, writings: [] }, closed: null } } },
    'two to be joined': {
      ...quiet,
      returning: [{ ...before, A: couples[0]?.A.name ?? '', B: couples[0]?.B.name ?? '' }],
      records: { ...quiet.records, [first]: { record: ofHere(record, retreat.id), closed: null } },
      charters: { [first]: { charter: emptyCharter(first), closed: null } },
    },
    'a message': act(running, { type: 'stage/message', text: words }, 2_000),
  };
}

/** What the room would be sent for a session. */
export type Projection = (session: Session) => RoomView;

export interface Walk {
  /** Commands that were carried out at least once. */
  readonly carriedOut: ReadonlySet<CommandType>;
  /** Where a couple's marker came through to the room. */
  readonly leaks: readonly string[];
  /** Where the gate had to refuse a view. */
  readonly refused: readonly string[];
}

/** Runs every command from every scene (or just one) and looks at each view the room would be sent, then and hours later. */
export function walk(project: Projection, only: string | null = null): Walk {
  const carriedOut = new Set<CommandType>();
  const leaks: string[] = [];
  const refused: string[] = [];

  function look(session: Session, where: string): void {
    const pass = gate(roomViewSchema, () => refused.push(where));
    if (holdsMarker(pass(project(session)) ?? null)) leaks.push(where);
  }

  for (const [name, scene] of Object.entries(scenes())) {
    if (only !== null && name !== only) continue;
    look(scene, name);
    for (const type of commandTypes) {
      for (const command of commandsOf(type, scene)) {
        const context = { ...aContext(9_500, 'made'), asker: askerOf(type) };
        if (refusal(scene, command, context) !== null) continue;
        carriedOut.add(type);
        const after = reduce(scene, command, context);
        look(after, `${name}: ${type}`);
        look(reduce(after, { type: 'time/tick' }, aContext(9_000_000, 'tick')), `${name}: ${type}, later`);
      }
    }
  }
  return { carriedOut, leaks, refused };
}
