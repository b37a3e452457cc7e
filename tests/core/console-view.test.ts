import { expect, it } from 'vitest';
import { commandTypes } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import { emptySession, type Session } from '../../shared/session/state/session';
import { changedEntries, slicesByEntry } from '../../shared/session/view/console-changes';
import { type ConsoleView, consoleView } from '../../shared/session/view/console-view';
import { consoleViewSchemas } from '../../shared/session/view/console-view-schema';
import { aBook, aContext } from '../make';
import { commandsOf, scenes } from '../privacy/walk';

const slices = Object.keys(consoleViewSchemas) as (keyof ConsoleView)[];

type Entries = Readonly<Record<string, unknown>>;
const byEntry = new Set<string>(slicesByEntry);

/** What of a slice was not looked at before: in one with an entry for each couple, those that changed. */
function unseen(name: keyof ConsoleView, view: ConsoleView, before: ConsoleView | null): unknown {
  if (before === null || !byEntry.has(name)) return view[name];
  const entries = Object.entries(changedEntries(before[name] as Entries, view[name] as Entries) ?? {});
  return Object.fromEntries(entries.filter(([, entry]) => entry !== null));
}

/** Slices that would be refused; those of `before` were looked at. */
function refused(session: Session, before: ConsoleView | null = null): string[] {
  const view = consoleView(session, aBook);
  expect(Object.keys(view).sort()).toEqual(slices.toSorted());
  return slices.filter(
    (name) => view[name] !== before?.[name] && !consoleViewSchemas[name].safeParse(unseen(name, view, before)).success,
  );
}

it('lets through everything the console has to know, whatever is asked for and whatever is on', () => {
  expect(refused(emptySession)).toEqual([]);
  const [first] = Object.keys(scenes());
  for (const [name, scene] of Object.entries(scenes())) {
    expect(refused(scene), name).toEqual([]);
    const before = consoleView(scene, aBook);
    for (const type of commandTypes) {
      // What is on stage changes nothing in a charter, nor does a charter in what is on.
      if (type.startsWith('charter/') && name !== first) continue;
      for (const command of commandsOf(type, scene)) {
        const context = aContext(9_500, 'made');
        if (refusal(scene, command, context) !== null) continue;
        expect(refused(reduce(scene, command, context), before), `${name}: ${type}`).toEqual([]);
      }
    }
  }
}, 240_000);
