import fc from 'fast-check';
import { expect, it } from 'vitest';
import { surfaces } from '../../electron/surfaces/surfaces';
import { requester } from '../../shared/room/request';
import type { Command } from '../../shared/session/commands/commands';
import type { Answer } from '../../shared/session/protocol/refusal-code';
import { viewUpdates } from '../../shared/session/protocol/view-updates';
import { type ConsoleChanges, withChanges } from '../../shared/session/view/console-changes';
import { type ConsoleView, consoleView } from '../../shared/session/view/console-view';
import { type Core, startCore } from './core';
import { inMemoryWire } from './in-memory-wire';

const { channels } = surfaces.console;

/** A console's page as its preload and its mirror make it. */
function openPage(core: Core, document = 'page') {
  const page = core.console();
  const request = requester(page.line, channels.answer, document);
  const updates = viewUpdates<ConsoleView, ConsoleChanges>(page.line, channels);
  let view: ConsoleView | null = null;
  updates.onChange((changed) => {
    if (view === null) throw new Error('a change came before the view');
    view = withChanges(view, changed);
  });
  return {
    page,
    mirrored: () => view,
    askView: async () => {
      view = await updates.ask();
    },
    command: (command: Command) => request<Answer>(channels.command, command),
  };
}

const commands: readonly Command[] = [
  { type: 'drill/project', exercise: 'timeout-rehearsal' },
  { type: 'stage/start' },
  { type: 'stage/next' },
  { type: 'stage/hold', on: null },
  { type: 'stage/blank', on: null },
  { type: 'stage/end' },
  { type: 'stage/undo', actions: 1 },
  { type: 'draft/keep', of: { document: 'live' }, field: 'message', text: 'Wat' },
  { type: 'retreat/demo' },
  { type: 'console/discreet', on: null },
];

it('has every change by the answer it belongs to, whatever is asked and happens in between', async () => {
  const step = fc.record({ command: fc.constantFrom(...commands), ms: fc.nat(400_000), moved: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const core = startCore();
      const desk = openPage(core);
      await desk.askView();
      for (const { command, ms, moved } of steps) {
        core.pass(ms);
        core.store.report({ type: 'time/tick' });
        if (moved) core.store.report({ type: 'saving/changed', saving: { folder: `/${ms}` } });
        const id = core.store.session().retreat?.couples[0]?.id;
        const noted: readonly Command[] = id === undefined ? [] : [{ type: 'couple/note', id, text: `at ${ms}` }];
        const removed: readonly Command[] = id === undefined || moved ? [] : [{ type: 'roster/remove', id }];
        for (const about of [...noted, ...removed]) await desk.command(about);
        const answer = desk.command(command);
        core.store.report({ type: 'saving/changed', saving: { reason: String(ms) } });
        await answer;
        const { session, book } = core.store;
        expect(desk.mirrored()).toEqual(structuredClone(consoleView(session(), book())));
      }
    }),
    { numRuns: 60 },
  );
});

it('drops a change the whole view has in it, and hands on those that follow', async () => {
  const { line, wire } = inMemoryWire();
  wire.hear('ask', () => undefined);
  const updates = viewUpdates<{ readonly a: number }, { readonly a: number }>(line, {
    askView: 'ask',
    view: 'view',
    changes: 'changes',
  });
  const heard: unknown[] = [];
  updates.onChange((changed) => heard.push(changed));
  wire.tell('changes', { a: 1 });
  const view = updates.ask();
  wire.tell('changes', { a: 2 });
  wire.tell('view', { a: 2 });
  wire.tell('changes', { a: 3 });
  expect(await view).toEqual({ a: 2 });
  expect(heard).toEqual([{ a: 3 }]);
});

it('is not answered for the page before it', async () => {
  const core = startCore();
  let finish = (_: string): void => undefined;
  const late = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const page = core.console({ place: () => late });
  const before = requester(page.line, channels.answer, 'page one');
  void before(channels.place, 'stop');
  const after = requester(page.line, channels.answer, 'page two');
  const answer = after(channels.command, { type: 'drill/project', exercise: 'timeout-rehearsal' });
  finish('of page one');
  expect(await answer).toEqual({ ok: true });
});
