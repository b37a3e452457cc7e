import type { z } from 'zod';
import type { Reply } from '../../shared/room/request';
import { commandSchema } from '../../shared/session/commands/commands';
import { isModest } from '../../shared/session/protocol/message-limits';
import type { RefusalCode } from '../../shared/session/protocol/refusal-code';
import type { Store } from '../state/store';
import type { OnBug } from '../state/tell-each';
import type { Hearing, Surface } from '../surfaces/surface';
import { commandRateLimit, type Milliseconds, rateLimit } from './rate-limit';
import type { Wire } from './wire';

/** What answers each thing a page may say, beside its commands. */
export type Handlers<S extends Surface> = {
  readonly [K in keyof S['hears']]: (said: z.output<S['hears'][K]['shape']>) => unknown;
};

export interface Inbound {
  readonly store: Pick<Store, 'ask'>;
  readonly now: Milliseconds;
  readonly logEvent: (code: 'inbound.malformed' | 'inbound.flood', facts?: Readonly<Record<string, number>>) => void;
  readonly onBug: OnBug;
}

interface Way {
  readonly channel: string;
  readonly answer: Hearing['answer'];
  readonly shape: z.ZodType;
  readonly allowed: (raw: unknown) => boolean;
  readonly handle: (said: unknown) => unknown;
}

const floodOf = 400;
const withinMs = 1000;
const longestId = 64;

const no = (code: RefusalCode) => ({ ok: false, refusal: { code } }) as const;

/** Counts what is turned away. A page that floods is ended, and loaded anew: even a refusal costs the room time. */
function floodGuard(wire: Wire, { now, logEvent }: Inbound): () => void {
  let turned = 0;
  let since = now();
  return () => {
    const moment = now();
    if (moment - since > withinMs) {
      turned = 0;
      since = moment;
    }
    turned += 1;
    if (turned !== floodOf) return;
    logEvent('inbound.flood');
    wire.end();
  };
}

function waysOf<S extends Surface>(surface: S, { store, now }: Inbound, handlers: Handlers<S>): Way[] {
  const handlerOf = new Map<string, (said: never) => unknown>(Object.entries(handlers));
  const ways = Object.entries<Hearing>(surface.hears).map(([name, { channel, answer, shape, rate }]): Way => {
    const handle = handlerOf.get(name) as Way['handle'];
    return { channel, answer, shape, allowed: rateLimit(rate, now), handle };
  });
  if (surface.commands === null) return ways;
  const ask: Way['handle'] = (said) => store.ask(said as z.output<typeof commandSchema>, surface);
  const { channel } = surface.commands;
  const allowed = commandRateLimit(surface.commands, now);
  return [...ways, { channel, answer: 'value or refusal', shape: commandSchema, allowed, handle: ask }];
}

/** Opens the only way in for a page, as its entry of the table has it: sender, rate, size, shape, and then the session's own rules. */
export function openInbound<S extends Surface>(wire: Wire, surface: S, inbound: Inbound, handlers: Handlers<S>): void {
  const turn = floodGuard(wire, inbound);

  function hear({ channel, answer, shape, allowed, handle }: Way): void {
    wire.hear(channel, (ours, raw, id) => {
      const mayAnswer = answer === 'none' ? id === undefined : typeof id === 'string' && id.length <= longestId;
      // A stranger gets nothing, not even a refusal.
      if (!ours || !mayAnswer) return turn();
      const reply = (outcome: { readonly ok: false } | { readonly ok: true; readonly value: unknown }): void => {
        if (answer !== 'none') wire.tell(surface.channels.answer, { id: String(id), ...outcome } satisfies Reply);
      };
      const refuse = (code: RefusalCode): void =>
        reply(answer === 'value or refusal' ? { ok: true, value: no(code) } : { ok: false });
      if (!allowed(raw)) {
        turn();
        return refuse('too-fast');
      }
      const parsed = isModest(raw) ? shape.safeParse(raw) : null;
      if (parsed?.success !== true) {
        inbound.logEvent('inbound.malformed', { issues: parsed?.error.issues.length ?? 0 });
        return refuse('malformed');
      }
      const failed = (error: unknown): void => {
        inbound.onBug(error);
        reply({ ok: false });
      };
      try {
        const value = handle(parsed.data);
        if (value instanceof Promise) value.then((late: unknown) => reply({ ok: true, value: late })).catch(failed);
        else reply({ ok: true, value });
      } catch (error) {
        failed(error);
      }
    });
  }

  for (const way of waysOf(surface, inbound, handlers)) hear(way);
}
