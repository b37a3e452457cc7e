import { describe, expect, it } from 'vitest';
import { liveDocumentOf } from '../../electron/persistence/crash-recovery';
import { type Command, commandTypes } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import { documentKinds } from '../../shared/session/documents/documents';
import type { Session } from '../../shared/session/state/session';
import { aContext, aNow, askerOf } from '../make';
import { holdsMarker } from './couples';
import { commandsOf, scenes } from './walk';

/** The documents that are never sealed, as a session is kept in them. */
const unsealed: Readonly<Record<string, (session: Session) => unknown>> = {
  settings: ({ settings }) => settings,
  live: (session) => liveDocumentOf(session, aNow()),
};

/** What a person sets names the machine's own displays and sounds, and help lines: no couple is among what it can be made of. */
const names = ({ patch }: Extract<Command, { type: 'settings/change' }>): boolean => holdsMarker(patch);

/** Where a couple would stand in a document, after every command in every scene. */
function leaks(document: (session: Session) => unknown): string[] {
  const found: string[] = [];
  const look = (session: Session, where: string): void => {
    if (holdsMarker(document(session))) found.push(where);
  };
  for (const [name, scene] of Object.entries(scenes())) {
    look(scene, name);
    for (const type of commandTypes) {
      for (const command of commandsOf(type, scene).filter((each) => each.type !== 'settings/change' || !names(each))) {
        const context = { ...aContext(9_500, 'made'), asker: askerOf(type) };
        if (refusal(scene, command, context) === null) look(reduce(scene, command, context), `${name}: ${type}`);
      }
    }
  }
  return found;
}

describe('the documents that are never sealed', () => {
  it('are all that stand alone in the library', () => {
    const alone = Object.values(documentKinds).filter(({ folder }) => folder === null);
    expect(alone.map(({ name }) => name).sort()).toEqual(Object.keys(unsealed).sort());
  });

  it.each(Object.entries(unsealed))(
    'hold no couple’s word and no couple’s id, whatever is asked for: %s',
    (_name, document) => {
      expect(leaks(document)).toEqual([]);
    },
    60_000,
  );

  it('turn red when a couple is planted in one', () => {
    expect(leaks((session) => ({ ...liveDocumentOf(session, aNow()), roster: session.retreat?.couples }))).not.toEqual(
      [],
    );
  });
});
