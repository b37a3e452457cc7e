import { afterAll, describe, expect, it } from 'vitest';
import { dueCouples } from '../../shared/retreat/private-timeout';
import { minuteMs } from '../../shared/room/timer';
import type { Session } from '../../shared/session/state/session';
import { evening } from '../make';
import { aFolder, until } from '../unit/library-kit';
import { type CoreOnDisk, lanternCouples, startOnDisk } from './core-on-disk';
import { dropCoreProcess, startProcess } from './core-process';

afterAll(dropCoreProcess);

const lantern = {
  type: 'retreat/create',
  program: 'evening',
  title: 'Lantern evening',
  date: '2026-03-07',
  couples: lanternCouples,
} as const;

const idsOf = ({ retreat }: Session): [string, string] => {
  const [first = '', second = ''] = retreat?.couples.map(({ id }) => id) ?? [];
  return [first, second];
};

const timeoutsOf = ({ retreat }: Session) => retreat?.couples.map(({ timeout }) => timeout) ?? [];

async function reopened(userData: string, from: number): Promise<CoreOnDisk> {
  const core = await startOnDisk(userData, from);
  await until(() => core.session().shelf.length === 1, 'the shelf');
  core.do({ type: 'retreat/open', id: core.session().shelf[0]?.id ?? '' });
  await until(() => core.session().retreat !== null, 'the retreat');
  return core;
}

describe('a private timeout', () => {
  it('is kept over kill -9 with no run on, and is due at the time that was said', async () => {
    const userData = await aFolder();
    const core = await startProcess(userData);
    await core.do(lantern);
    const [first, second] = idsOf(await core.session());
    await core.do(
      { type: 'couple/timeout', id: first, minutes: 20 },
      { type: 'couple/timeout', id: second, minutes: 45 },
      { type: 'couple/timeout-extend', id: second, minutes: 20 },
    );
    await core.saved();
    const before = timeoutsOf(await core.session());
    await core.kill9();

    const again = await reopened(userData, 30 * minuteMs);
    expect(again.session().recovery).toBeNull();
    expect(timeoutsOf(again.session())).toEqual(before);
    const { couples } = again.session().retreat ?? { couples: [] };
    expect(dueCouples(couples, again.clock.now().wall).map(({ id }) => id)).toEqual([first]);
    expect(before[0]?.returnsAt).toBe(evening + 20 * minuteMs);
    again.do({ type: 'couple/timeout-end', id: first });
    await again.saved();
    await again.quit();

    const third = await reopened(userData, 66 * minuteMs);
    expect(timeoutsOf(third.session())[0]).toBeNull();
    expect(timeoutsOf(third.session())[1]).toEqual(before[1]);
  });

  it('is kept over kill -9 in the middle of a run, and tells the room nothing that goes on', async () => {
    const userData = await aFolder();
    const core = await startProcess(userData);
    await core.do(lantern, { type: 'day/next' }, { type: 'stage/start' });
    const [first] = idsOf(await core.session());
    await core.do({ type: 'couple/timeout', id: first, minutes: 20 });
    await core.saved();
    const before = timeoutsOf(await core.session());
    await core.kill9();

    const again = await startOnDisk(userData, 5 * minuteMs);
    again.do({ type: 'recovery/go-on' });
    await until(() => again.session().live.stage.playing !== null, 'the run');
    expect(timeoutsOf(again.session())).toEqual(before);
    const wall = again.wall();
    again.do({ type: 'couple/timeout-end', id: first }, { type: 'couple/timeout', id: first, minutes: 30 });
    expect(again.wall()).toBe(wall);
  });
});
