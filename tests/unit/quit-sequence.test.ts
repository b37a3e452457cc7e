import { describe, expect, it } from 'vitest';
import { quitting, type Why } from '../../electron/app/quit-sequence';
import type { SaveStatus } from '../../electron/library/store/save-status';
import { until } from './library-kit';

const saved: SaveStatus = { state: 'saved', reason: null, since: 0, unsaved: [] };

/** An app as Electron drives it: quitting closes its window, then ends it, unless one of the two is held back. */
function anApp(given: {
  why?: Why | null;
  barred?: boolean;
  answer?: Promise<boolean>;
  save?: () => Promise<SaveStatus | null>;
  patienceMs?: number;
}) {
  const app = {
    why: given.why ?? null,
    window: true,
    ended: false,
    asked: [] as Why[],
    closedRun: [] as boolean[],
    bugs: [] as unknown[],
    savedAtEnd: [] as boolean[],
    quit(): void {
      if (app.ended || !guard.mayGo()) return;
      if (app.window && !guard.mayGo()) return;
      app.window = false;
      if (guard.mayEnd()) app.ended = true;
    },
    machineStops: () => guard.machineStops(),
  };
  const guard = quitting({
    why: () => app.why,
    barred: () => given.barred ?? false,
    ask: (about) => {
      if (!app.window) return null;
      app.asked.push(about);
      return given.answer ?? Promise.resolve(true);
    },
    save: async (closesRun) => {
      app.closedRun.push(closesRun);
      return given.save?.() ?? saved;
    },
    quit: () => app.quit(),
    onEnd: (wasSaved) => app.savedAtEnd.push(wasSaved),
    onBug: (error) => app.bugs.push(error),
    patienceMs: given.patienceMs ?? 1000,
  });
  return app;
}

describe('quitting', () => {
  it('with nothing open saves, once, and ends', async () => {
    const app = anApp({});
    app.quit();
    app.quit();
    await until(() => app.ended, 'the end');
    expect([app.asked, app.closedRun, app.savedAtEnd]).toEqual([[], [true], [true]]);
  });

  it('asks once, and a yes is enough', async () => {
    const app = anApp({ why: 'running' });
    app.quit();
    app.quit();
    await until(() => app.ended, 'the end');
    expect(app.asked).toEqual(['running']);
  });

  it('stays on a no, and asks again the next time', async () => {
    const app = anApp({ why: 'unsaved', answer: Promise.resolve(false) });
    app.quit();
    await new Promise((resolve) => setImmediate(resolve));
    app.quit();
    expect([app.ended, app.window, app.asked]).toEqual([false, true, ['unsaved', 'unsaved']]);
  });

  it('that takes longer than its patience ends all the same, and asks nothing on a window that is gone', async () => {
    const app = anApp({ save: () => new Promise(() => undefined), patienceMs: 30 });
    app.quit();
    // What the disk does not take shows only now, with the window gone.
    app.why = 'unsaved';
    await until(() => app.ended, 'the end');
    expect([app.asked, app.savedAtEnd, app.bugs]).toEqual([[], [false], []]);
  });

  it('whose window has gone for another reason asks nothing', async () => {
    const app = anApp({ why: 'unsaved' });
    app.window = false;
    app.quit();
    await until(() => app.ended, 'the end');
    expect(app.asked).toEqual([]);
  });

  it('is not stuck when the question could not be asked, or the save threw', async () => {
    const app = anApp({
      why: 'running',
      answer: Promise.reject(new Error('no dialog')),
      save: () => Promise.reject(new Error('no disk')),
    });
    app.quit();
    await until(() => app.bugs.length === 1, 'the first bug');
    app.why = null;
    app.quit();
    await until(() => app.ended, 'the end');
    expect(app.bugs).toHaveLength(2);
  });

  it('because the machine stops asks nothing, ends only when it is saved, and leaves the run open for the next start', async () => {
    let done = (_: SaveStatus): void => undefined;
    const app = anApp({
      why: 'running',
      save: () =>
        new Promise((resolve) => {
          done = resolve;
        }),
    });
    app.machineStops();
    await until(() => app.closedRun.length === 1, 'the save');
    expect(app.ended).toBe(false);
    done(saved);
    await until(() => app.ended, 'the end');
    expect([app.asked, app.closedRun]).toEqual([[], [false]]);
  });

  it('while the laptop is in a partner’s hands is refused without a question, unless the machine stops', async () => {
    const app = anApp({ barred: true });
    app.quit();
    expect([app.asked, app.closedRun, app.window]).toEqual([[], [], true]);
    app.machineStops();
    await until(() => app.ended, 'the end');
    expect(app.closedRun).toEqual([false]);
  });

  it('because the machine stops does not wait for a question that is open', async () => {
    const app = anApp({ why: 'running', answer: new Promise(() => undefined) });
    app.quit();
    app.machineStops();
    await until(() => app.ended, 'the end');
    expect(app.closedRun).toEqual([false]);
  });
});
