import { expect, it } from 'vitest';
import { commandTypes } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import { emptySession, type Session } from '../../shared/session/state/session';
import { type ConsoleView, consoleView } from '../../shared/session/view/console-view';
import { consoleViewSchemas } from '../../shared/session/view/console-view-schema';
import { aBook, aContext } from '../make';
import { commandsOf, scenes } from '../privacy/walk';

const slices = Object.keys(consoleViewSchemas) as (keyof ConsoleView)[];

/** Slices that would be refused; those of `before` were looked at. */
function refused(session: Session, before: ConsoleView | null = null): string[] {
  const view = consoleView(session, aBook);
  expect(Object.keys(view).sort()).toEqual(slices.toSorted());
  return slices.filter(
    (name) => view[name] !== before?.[name] && !consoleViewSchemas[name].safeParse(view[name]).success,
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
}, 120_000);
