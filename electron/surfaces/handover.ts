import { z } from 'zod';
import { handoverChannels as channels } from '../../shared/couple/handover-channel';
import type { HandoverView } from '../../shared/couple/handover-view';
import { type CommandType, handedTypes } from '../../shared/session/commands/commands';
import { handoverView, handoverViewSchema } from '../../shared/session/view/handover-view';
import { type Surface, tells, type WholeView } from './surface';

const view: WholeView<HandoverView> = {
  kind: 'whole',
  channel: channels.view,
  of: handoverView,
  schema: handoverViewSchema,
  refused: null,
};

/** What calms the room works from here too. */
const calming: readonly CommandType[] = ['stage/blank', 'stage/hold'];

const pinSchema = z.string().regex(/^\d{1,12}$/);

/** The page a partner holds: what they write of their own, what calms the room, and the PIN that takes the laptop back. */
export const handoverSurface = {
  name: 'handover',
  policy: () => ({}),
  permissions: [],
  cards: false,
  channels,
  asks: new Set([...handedTypes, ...calming]),
  commands: {
    channel: channels.command,
    typed: { burst: 80, perSecond: 80 },
    others: { burst: 20, perSecond: 10 },
  },
  hears: {
    pin: { channel: channels.pin, rate: { burst: 4, perSecond: 2 }, shape: pinSchema, answer: 'value' },
    forgotten: { channel: channels.forgotten, rate: { burst: 4, perSecond: 1 }, shape: z.boolean(), answer: 'value' },
    touched: tells(channels.touched),
    beat: tells(channels.beat),
  },
  views: [view],
} as const satisfies Surface;
