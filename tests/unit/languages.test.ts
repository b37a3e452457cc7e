import { describe, expect, test } from 'vitest';
import { createClock } from '../../electron/state/clock';
import { bookIn } from '../../electron/state/content';
import { followLanguage } from '../../electron/state/follow-language';
import { createStore } from '../../electron/state/store';
import { surfaces } from '../../electron/surfaces/surfaces';
import { contentIn, languageNames, loadLanguage } from '../../shared/content/language';
import { pseudo } from '../../shared/content/pseudo';
import { translator } from '../../shared/content/translator';
import type { Book } from '../../shared/session/commands/book';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, act, aDevice, aRetreat, aSession } from '../make';

const fail = (error: unknown): never => {
  throw error;
};

describe('the table of languages', () => {
  test('has words for a language once they have come, and not before', async () => {
    expect(() => contentIn('en-XA')).toThrow(/before they came/);
    expect(await loadLanguage('en-XA')).toBe('en-XA');
    expect(contentIn('en-XA').publicTitles.break).toBe(pseudo('Break'));
    expect(translator('en-XA').getFixedT('en-XA', 'room')('holding')).toMatch(/^‹/);
  });

  test.each(['sv', '', 'constructor'])('speaks English where it has no %j', async (id) => {
    expect(await loadLanguage(id)).toBe('en');
    expect((await bookIn(id)).language).toBe('en');
  });

  test('offers languages by their own names, and nobody the marked one', () => {
    expect(languageNames).toEqual({ en: 'English' });
  });
});

describe('the session speaks the language of the settings', () => {
  async function speaking(load: (language: string) => Promise<Book>, bugs: unknown[] = []) {
    const clock = createClock(fail);
    const store = createStore(clock, await bookIn('en'), fail, aDevice);
    const spoken = followLanguage(store, load, (error) => bugs.push(error));
    return {
      store,
      spoken,
      change: (language: string) => store.ask({ type: 'settings/change', patch: { language } }, surfaces.console),
    };
  }

  test('once the words are here, and what was spoken before until then', async () => {
    const { store, spoken, change } = await speaking(bookIn);
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    expect(change('en-XA').ok).toBe(true);
    expect([store.session().settings.language, store.book().language, told]).toEqual(['en-XA', 'en', 1]);
    await spoken();
    expect([store.book().language, told]).toEqual(['en-XA', 2]);
    expect(consoleView(store.session(), store.book()).room.look.language).toBe('en-XA');
  });

  test('the one asked for last, in whatever order the words come', async () => {
    const come = new Map<string, (book: Book) => void>();
    const { store, spoken, change } = await speaking(
      (language) => new Promise((resolve) => come.set(language, resolve)),
    );
    const book = (language: string) => ({ ...aBook, language });
    change('de');
    const first = spoken();
    change('fr');
    come.get('fr')?.(book('fr'));
    await spoken();
    come.get('de')?.(book('de'));
    await first;
    expect(store.book().language).toBe('fr');
  });

  test('the one before where the words cannot be read, and it is noted', async () => {
    const bugs: unknown[] = [];
    const { store, spoken, change } = await speaking(() => Promise.reject(new Error('gone')), bugs);
    change('en-XA');
    await spoken();
    expect(store.book().language).toBe('en');
    expect(bugs).toHaveLength(1);
  });
});

describe('what is on stage when the language changes', () => {
  const reworded = async (session: ReturnType<typeof aSession>) => {
    const { reduce } = await import('../../shared/session/commands/reduce');
    const book = await bookIn('en-XA');
    return reduce(
      session,
      { type: 'language/changed' },
      { asker: null, book, now: { live: 1_030_000, wall: 0 }, device: aDevice, id: 'x' },
    );
  };

  test.each(['exercise', 'talk', 'break'] as const)(
    'takes its words, and none of its time is touched: %s',
    async (kind) => {
      const retreat = aRetreat('oneday');
      const item = retreat.days[0]?.items.find((each) => each.kind === kind);
      const put = act(aSession(retreat), { type: 'day/go', id: item?.id ?? '' }, 0);
      // A break begins as it is put up.
      const led = kind === 'break' ? put : act(put, { type: 'stage/start' }, 10_000);
      const { playing } = (await reworded(led)).live.stage;
      expect(playing?.title).toMatch(/^‹/);
      for (const { thought, detail } of playing?.steps ?? []) {
        expect(thought).toMatch(/^‹/);
        expect(detail ?? '‹').toMatch(/^‹/);
      }
      const timeOf = (session: typeof led) => {
        const { runs = [], steps = [] } = session.live.stage.playing ?? {};
        return { runs, timers: steps.map(({ timer, speaker, pair }) => ({ timer, speaker, pair })) };
      };
      expect(timeOf(await reworded(led))).toEqual(timeOf(led));
    },
  );

  test('keeps its words where it is in no book: a free timer with the name somebody gave it', async () => {
    const timer = { kind: 'countdown', minutes: 5 } as const;
    const led = act(aSession(), { type: 'drill/timer', timer, title: 'Tea' }, 0);
    expect((await reworded(led)).live.stage.playing?.title).toBe('Tea');
  });
});
