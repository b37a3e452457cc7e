import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PinAnswer } from '../../shared/couple/handover-channel';
import { durableWrite } from '../library/store/durable-write';
import { errno } from '../library/store/failure';

/** The facilitator's PIN, as its hash, and whether the laptop is in a partner's hands: both must be known before any library opens. */
export interface PinFile {
  readonly hasPin: () => boolean;
  /** Whether the last run ended in a partner's hands, or that cannot be known. */
  readonly handedOver: () => boolean;
  /** Whether the disk has it. */
  readonly mark: (handedOver: boolean) => Promise<boolean>;
  readonly choose: (digits: string) => Promise<boolean>;
  /** Whether these are the digits. Each wrong try makes the next one wait longer, over restarts too. */
  readonly attempt: (digits: string) => Promise<PinAnswer>;
  readonly forget: () => Promise<boolean>;
}

const hashBytes = 32;
/** 2^15: a twentieth of a second and 32 MB for each try. */
const cost = 32_768;
const freeTries = 3;
const firstWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;

const keptSchema = z.strictObject({
  pin: z.strictObject({ salt: z.base64(), hash: z.base64(), cost: z.int().positive() }).nullable(),
  handedOver: z.boolean(),
  /** Wrong tries since the last right one. */
  wrong: z.int().nonnegative(),
  /** Epoch milliseconds before which no try counts. */
  notBefore: z.number(),
});
type Kept = z.infer<typeof keptSchema>;

const fresh: Kept = { pin: null, handedOver: false, wrong: 0, notBefore: 0 };

/** What cannot be read may have said that the laptop is in a partner's hands. */
const unread: Kept = { ...fresh, handedOver: true };

export const waitAfter = (wrong: number): number =>
  wrong < freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (wrong - freeTries));

function readKept(file: string): Kept {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return errno(error) === 'ENOENT' ? fresh : unread;
  }
}

const hashOf = (digits: string, salt: Buffer, n: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(digits, salt, hashBytes, { N: n, maxmem: 256 * n * 8 }, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });

/** `wall`: what the laptop's clock says. */
export function pinFile(userData: string, wall: () => number): PinFile {
  const file = join(userData, 'handover-pin.json');
  let kept = readKept(file);
  let turn: Promise<unknown> = Promise.resolve();

  /** One thing after another: two tries at once are two tries. */
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  /** Holds in memory also where the disk will not take it. */
  async function keep(change: Partial<Kept>): Promise<boolean> {
    kept = { ...kept, ...change };
    return (await durableWrite(file, Buffer.from(JSON.stringify(kept)))).ok;
  }

  async function attempt(digits: string): Promise<PinAnswer> {
    const { pin, wrong } = kept;
    // A clock that was set back makes nobody wait longer than the wrong tries do.
    if (kept.notBefore - wall() > waitAfter(wrong)) kept = { ...kept, notBefore: wall() + waitAfter(wrong) };
    const waitMs = kept.notBefore - wall();
    if (waitMs > 0) return { ok: false, waitMs };
    // Counted before it is known: whoever ends the app in between has had this try.
    const next = waitAfter(wrong + 1);
    await keep({ wrong: wrong + 1, notBefore: wall() + next });
    if (pin === null) return { ok: false, waitMs: next };
    const hash = Buffer.from(pin.hash, 'base64');
    if (!timingSafeEqual(hash, await hashOf(digits, Buffer.from(pin.salt, 'base64'), pin.cost))) {
      return { ok: false, waitMs: next };
    }
    await keep({ wrong: 0, notBefore: 0 });
    return { ok: true };
  }

  return {
    hasPin: () => kept.pin !== null,
    handedOver: () => kept.handedOver,
    mark: (handedOver) => enqueue(() => keep({ handedOver })),
    choose: (digits) =>
      enqueue(async () => {
        const salt = randomBytes(16);
        const hash = await hashOf(digits, salt, cost);
        const pin = { salt: salt.toString('base64'), hash: hash.toString('base64'), cost };
        return keep({ pin, wrong: 0, notBefore: 0 });
      }),
    attempt: (digits) => enqueue(() => attempt(digits)),
    forget: () => enqueue(() => keep({ pin: null, wrong: 0, notBefore: 0 })),
  };
}
