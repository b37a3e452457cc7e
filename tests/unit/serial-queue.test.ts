import { describe, expect, it } from 'vitest';
import { serialQueue } from '../../renderer/console/keys/serial-queue';

describe('work in turn', () => {
  it('begins each only when the one before is done', async () => {
    const turn = serialQueue();
    const told: string[] = [];
    let finish = (): void => undefined;
    const first = turn(async () => {
      told.push('first begins');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      told.push('first is done');
    });
    const second = turn(async () => void told.push('second'));
    await Promise.resolve().then(() => undefined);
    expect(told).toEqual(['first begins']);
    finish();
    await Promise.all([first, second]);
    expect(told).toEqual(['first begins', 'first is done', 'second']);
  });

  it('goes on after one that failed, and says that it did', async () => {
    const turn = serialQueue();
    const told: string[] = [];
    const failing = turn(() => Promise.reject(new Error('a bug')));
    const next = turn(async () => void told.push('next'));
    await expect(failing).rejects.toThrow('a bug');
    await next;
    expect(told).toEqual(['next']);
  });
});
