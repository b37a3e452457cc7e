import { describe, expect, it } from 'vitest';
import { offerOf, openRun } from '../../electron/persistence/crash-recovery';
import type { LiveDocument } from '../../shared/session/documents/documents';
import { act, aNow, aSession } from '../make';

const running = act(
  act(aSession(), { type: 'drill/project', exercise: 'timeout-rehearsal' }, 0),
  { type: 'stage/start' },
  0,
);
const document: LiveDocument = { retreat: 'r1', live: running.live, at: aNow(2_000), closed: false };
const seconds = 40;

describe('a run that was not closed', () => {
  it('is known up to the last beat after the save', () => {
    expect(openRun(document, aNow(9_500))?.last).toEqual(aNow(9_500));
  });

  it.each([
    ['there is no beat', null],
    ['the beat is from before the save', aNow(1_000)],
    ['the beat is of an earlier run with a longer clock', { live: aNow(0).live + 9e6, wall: aNow(0).wall - 9e6 }],
  ])('is known up to the save when %s', (_, beat) => {
    expect(openRun(document, beat)?.last).toEqual(aNow(2_000));
  });

  it('is offered with its step and what it still had, without a couple', () => {
    const run = openRun(document, aNow(9_500));
    if (run === null) throw new Error('no run');
    expect(offerOf(run, 'Spring evening')).toEqual({
      retreat: { id: 'r1', title: 'Spring evening' },
      title: 'Timeout rehearsal',
      step: running.live.stage.playing?.steps[0]?.thought,
      remainingMs: seconds * 1000 - 9_500,
      lastSeen: aNow(9_500).wall,
    });
  });

  it('is nothing when it was closed, or nothing was on stage', () => {
    expect(openRun({ ...document, closed: true }, null)).toBeNull();
    expect(openRun({ ...document, live: aSession().live }, null)).toBeNull();
  });
});
