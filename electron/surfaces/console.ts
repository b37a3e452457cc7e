import { z } from 'zod';
import { idSchema } from '../../shared/room/id-schema';
import { commandTypes, handedTypes } from '../../shared/session/commands/commands';
import { consoleChannels as channels } from '../../shared/session/protocol/channel';
import { coupleSearchSchema, pairsSchema } from '../../shared/session/protocol/couple-search';
import { libraryAskSchema } from '../../shared/session/protocol/library-folder';
import { filesAsks } from '../../shared/session/state/take-home';
import { slicesByEntry } from '../../shared/session/view/console-changes';
import { type ConsoleView, consoleView } from '../../shared/session/view/console-view';
import { consoleViewSchemas } from '../../shared/session/view/console-view-schema';
import { asks, type SlicedView, type Surface, sliced, tells } from './surface';

const length = z.number().min(1).max(20_000);
const offset = z.number().min(-20_000).max(20_000);

const pictureSchema = z.strictObject({ x: offset, y: offset, width: length, height: length });

const view: SlicedView<ConsoleView> = {
  kind: 'sliced',
  channel: channels.view,
  changes: channels.changes,
  of: consoleView,
  slices: consoleViewSchemas,
  byEntry: new Set(slicesByEntry),
  refused: 'unknown',
};

/** The facilitator's own page: it may ask every command there is, but for those a partner alone asks. */
export const consoleSurface = {
  name: 'console',
  // Its component library writes its own <style>.
  policy: (nonce) => ({ 'style-src': `'self' 'nonce-${nonce}'` }),
  // Where the chime is heard is the facilitator's to choose.
  permissions: ['speaker-selection'],
  cards: false,
  channels,
  asks: new Set(commandTypes.filter((type) => !handedTypes.has(type))),
  commands: {
    channel: channels.command,
    typed: { burst: 80, perSecond: 80 },
    others: { burst: 80, perSecond: 40 },
  },
  hears: {
    askView: tells(channels.askView),
    askClock: asks(channels.askClock),
    askVersions: asks(channels.askVersions),
    takeIntents: asks(channels.takeIntents),
    place: {
      channel: channels.place,
      rate: { burst: 10, perSecond: 2 },
      shape: libraryAskSchema,
      answer: 'value or refusal',
    },
    findCouples: {
      channel: channels.findCouples,
      rate: { burst: 60, perSecond: 30 },
      shape: coupleSearchSchema,
      answer: 'value',
    },
    findReturning: {
      channel: channels.findReturning,
      rate: { burst: 60, perSecond: 30 },
      shape: pairsSchema,
      answer: 'value',
    },
    coupleFile: {
      channel: channels.coupleFile,
      rate: { burst: 10, perSecond: 5 },
      shape: idSchema,
      answer: 'value',
    },
    pin: {
      channel: channels.pin,
      rate: { burst: 4, perSecond: 1 },
      shape: z.string().regex(/^\d{4,12}$/),
      answer: 'value',
    },
    filesFolder: {
      channel: channels.filesFolder,
      rate: { burst: 4, perSecond: 1 },
      shape: z.enum(filesAsks),
      answer: 'value',
    },
    beat: tells(channels.beat),
    comeForward: tells(channels.comeForward),
    pictureAt: tells(channels.pictureAt, pictureSchema.nullable()),
    overlaid: tells(channels.overlaid, z.boolean()),
  },
  views: [sliced(view)],
} as const satisfies Surface;
