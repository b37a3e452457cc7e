import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';

const traced = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      args: z.object({ beginData: z.object({ partialLayout: z.boolean().optional() }).optional() }).optional(),
    }),
  ),
});

/** What the window of a page laid out within so many milliseconds: for each time, whether it was the whole page. */
async function layouts(app: App, of: string, ms: number): Promise<('whole' | 'part')[]> {
  const file = join(app.userData, 'layouts.json');
  const pid = await app.electron.evaluate(
    ({ webContents }, start) =>
      webContents
        .getAllWebContents()
        .find((contents) => contents.getURL().startsWith(start))
        ?.getOSProcessId(),
    of,
  );
  await app.electron.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['devtools.timeline'] }),
  );
  await new Promise((done) => setTimeout(done, ms));
  await app.electron.evaluate(({ contentTracing }, path) => contentTracing.stopRecording(path), file);
  const { traceEvents } = traced.parse(JSON.parse(readFileSync(file, 'utf8')));
  return traceEvents
    .filter((event) => event.name === 'Layout' && event.pid === pid)
    .map(({ args }) => (args?.beginData?.partialLayout === true ? 'part' : 'whole'));
}

test('a second that passes lays out its own figures, and nothing around them', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x800', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  await desk.home.drill.click();
  await desk.home.exercise('Floor and echo').click();
  const room = new RoomPage(await app.room());
  await room.shows('step');
  await desk.run.lead('Next').click();
  await room.shows('turn');
  await desk.run.lead('Start').click();
  // Past what starting it changes.
  await expect(desk.run.left).toHaveText(/^3:5[0-7]$/);
  const seen = await layouts(app, 'console:', 5000);
  expect(seen.length).toBeGreaterThanOrEqual(4);
  expect(seen).not.toContain('whole');
});
