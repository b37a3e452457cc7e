import { join } from 'node:path';
import { alone, expect } from '../rig/test';
import { notesIn } from '../saved-documents';
import { firstNote, lead, pair, roomGoesOn } from './leading';
import { test } from './rig';

// Whatever else a disk does, and that every document is whole at each step of filling it: core/disk.test.ts.
test(
  'a full disk: the room goes on, the console says what is not saved, and with room again it saves by itself',
  alone,
  async ({ launch, displays, userData, smallDisk }) => {
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
    const library = join(userData, 'library');
    const disk = smallDisk(library, 2048);
    const led = await lead(await launch({ userData }));
    const { desk } = led;
    const longer = `${firstNote} And for a break at eight.`;
    disk.fillTo(0);
    await desk.run.note(pair).fill(longer);
    await expect(desk.saving).toHaveText('Not saved', { timeout: 15_000 });
    await expect(desk.banner).toContainText('Not saved: the disk is full.');
    await expect(desk.run.couple(pair)).not.toContainText('Saved');
    await roomGoesOn(led);
    disk.empty();
    await expect(desk.saving).toHaveText('Saved', { timeout: 20_000 });
    await expect(desk.run.couple(pair)).toContainText('Saved');
    expect(notesIn(library)).toContain(longer);
    await expect(desk.banner.filter({ hasText: 'Not saved' })).toHaveCount(0);
  },
);
