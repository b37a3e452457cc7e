import { describe, expect, it } from 'vitest';
import { content } from '../../shared/content/en/content';
import { type Bundle, bundle, smuggle } from './bundle';

/** All of the project that the room's page and preload are made of. */
const allowed: Readonly<Record<'page' | 'preload', RegExp>> = {
  page: /^(renderer\/room\/|renderer\/(fonts|far-faces|tokens)\.css$|shared\/room\/)/,
  preload: /^(electron\/preload\/room\.ts$|shared\/room\/)/,
};

const isOurs = (module: string): boolean => /^(shared|renderer|electron|tests|build)\//.test(module);

/** Modules of ours that the room has no business with. */
const strangers = ({ modules }: Bundle, part: 'page' | 'preload'): string[] =>
  modules.filter((module) => isOurs(module) && !allowed[part].test(module));

/** Sentences only the console may say: what a leader says, watches for and does when someone cries. */
const spoken = content.exercises.flatMap(({ steps, tears, watch }) => [tears, watch, ...steps.map(({ say }) => say)]);
const said = ({ text }: Bundle): string[] =>
  spoken.filter((sentence) => text.includes(JSON.stringify(sentence).slice(1, -1)));

/** Modules that judge what is sent; a page that carried them would open later, and could not be trusted with it. */
const schemas = ({ modules }: Bundle): string[] =>
  modules.filter((module) =>
    /node_modules\/zod\/|-schema\.ts$|session\/(commands\/commands|documents\/documents)\.ts$/.test(module),
  );

/** Each builds a page, the console's twice: on a busy machine that is half a minute. */
const patienceMs = 120_000;

describe('the room is built from nothing that knows a couple', { timeout: patienceMs }, () => {
  it('its page holds the room alone', async () => {
    const built = await bundle({ page: 'room' });
    expect(built.modules.filter((module) => module.startsWith('shared/room/')).length).toBeGreaterThan(0);
    expect(strangers(built, 'page')).toEqual([]);
    expect(said(built)).toEqual([]);
  });

  it('its preload holds the room alone', async () => {
    const built = await bundle({ preload: 'room' });
    expect(built.modules).toContain('electron/preload/room.ts');
    expect(strangers(built, 'preload')).toEqual([]);
    expect(built.text).not.toMatch(/console\/|couple|roster/);
  });

  it.each(['room', 'handover', 'print', 'console'] as const)(
    'the page of the %s holds no schema: only the main process judges',
    async (page) => {
      const built = await bundle({ page });
      expect(schemas(built)).toEqual([]);
      const planted = await bundle({ page }, [
        smuggle(`renderer/${page}/main.tsx`, 'shared/session/commands/commands.ts'),
      ]);
      expect(schemas(planted)).toContain('shared/session/commands/commands.ts');
    },
  );

  it.each(['shared/session/view/console-view.ts', 'shared/retreat/retreat.ts', 'shared/content/en/content.ts'])(
    'turns red when %s is smuggled into the page',
    async (what) => {
      const built = await bundle({ page: 'room' }, [smuggle('renderer/room/main.tsx', what)]);
      expect(strangers(built, 'page')).toContain(what);
    },
  );

  it('turns red when content or a command is smuggled in as text', async () => {
    const page = await bundle({ page: 'room' }, [smuggle('renderer/room/main.tsx', 'shared/content/en/content.ts')]);
    expect(said(page).length).toBeGreaterThan(content.exercises.length);
    const preload = await bundle({ preload: 'room' }, [
      smuggle('electron/preload/room.ts', 'shared/session/commands/commands.ts'),
    ]);
    expect(strangers(preload, 'preload')).toContain('shared/session/commands/commands.ts');
  });
});

/** All of the project that what a partner holds is made of, the sheet on which their own copy is read included: no view of the console's, no word of an exercise but those it is sent. */
const allowedInHands =
  /^(renderer\/handover\/|renderer\/print\/(sheet|chart|pen-part)\.(tsx|css)$|electron\/preload\/handover\.ts$|renderer\/(fonts|far-faces|tokens)\.css$|shared\/(room|exercise|couple)\/)/;

describe('the page a partner holds is built from nothing of the console', { timeout: patienceMs }, () => {
  it.each([{ page: 'handover' }, { preload: 'handover' }] as const)('%o', async (entry) => {
    const built = await bundle(entry);
    expect(built.modules.filter((module) => isOurs(module) && !allowedInHands.test(module))).toEqual([]);
    expect(said(built)).toEqual([]);
    expect(built.text).not.toMatch(/console\/|record\/|roster/);
  });
});
