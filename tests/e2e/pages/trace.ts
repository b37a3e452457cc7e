import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { App } from '../../rig/app';

const trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      ts: z.number(),
      args: z
        .object({
          beginData: z.object({ partialLayout: z.boolean().optional() }).optional(),
          endData: z.object({ layoutRoots: z.array(z.object({ nodeName: z.string() })).optional() }).optional(),
        })
        .optional(),
    }),
  ),
});

/** Something Chromium did, at a moment in microseconds. */
export type TraceEvent = z.infer<typeof trace>['traceEvents'][number];

/** What each layout among them laid out anew: the elements it began at, by name and class. */
export const laidOut = (events: readonly TraceEvent[]): string[] =>
  events
    .filter(({ name }) => name === 'Layout')
    .map(({ args }) => args?.endData?.layoutRoots?.map(({ nodeName }) => nodeName).join(', ') ?? 'what is not said');

/** What the process of one window did meanwhile, by Chromium's own account, in the order of time. `page` is how its address begins. */
export async function traced(
  app: App,
  page: string,
  categories: string[],
  meanwhile: () => Promise<void>,
): Promise<TraceEvent[]> {
  const file = join(app.userData, 'trace.json');
  const pid = await app.electron.evaluate(
    ({ webContents }, start) =>
      webContents
        .getAllWebContents()
        .find((contents) => contents.getURL().startsWith(start))
        ?.getOSProcessId(),
    page,
  );
  await app.electron.evaluate(
    ({ contentTracing }, included_categories) => contentTracing.startRecording({ included_categories }),
    categories,
  );
  await meanwhile();
  await app.electron.evaluate(({ contentTracing }, path) => contentTracing.stopRecording(path), file);
  const { traceEvents } = trace.parse(JSON.parse(readFileSync(file, 'utf8')));
  return traceEvents.filter((event) => event.pid === pid).sort((a, b) => a.ts - b.ts);
}
