import { z } from 'zod';

const stageBefore = z.looseObject({
  playing: z.looseObject({ steps: z.array(z.looseObject({})), runs: z.array(z.looseObject({})) }).nullable(),
  cue: z.looseObject({}).nullable(),
});

const liveBefore = z.looseObject({
  live: z.looseObject({ stage: stageBefore, frozen: z.looseObject({ stage: stageBefore }).nullable() }),
});

function withEarlyCues({ playing, cue, ...rest }: z.infer<typeof stageBefore>) {
  return {
    ...rest,
    cue: cue === null ? null : { ...cue, early: false },
    playing:
      playing === null
        ? null
        : {
            ...playing,
            steps: playing.steps.map((step) => ({ ...step, early: null })),
            runs: playing.runs.map((run) => ({ ...run, rungEarly: false })),
          },
  };
}

/** Live, schema 1 to 2: steps may be heard early. What is on stage from before is not. */
export function liveWithEarlyCues(body: unknown): unknown {
  const { live, ...rest } = liveBefore.parse(body);
  const frozen = live.frozen === null ? null : { ...live.frozen, stage: withEarlyCues(live.frozen.stage) };
  return { ...rest, live: { ...live, stage: withEarlyCues(live.stage), frozen } };
}

const retreatBefore = z.looseObject({
  currentDay: z.string(),
  days: z.array(z.looseObject({ items: z.array(z.looseObject({})) })),
  couples: z.array(z.looseObject({ status: z.string() })),
});

/** The titles that programs once wrote into a retreat, in the one language there was, and the break each of them names. */
const writtenTitles: ReadonlyMap<unknown, string | null> = new Map([
  ['Break', null],
  ['Lunch', 'lunch'],
  ['Room to breathe', null],
]);

/** An item without the title a program wrote into it: the item's own goes with the language. */
function withOwnTitle(item: Readonly<Record<string, unknown>>) {
  const names = (item.kind === 'break' || item.kind === 'buffer') && item.ref === null && writtenTitles.has(item.title);
  return names ? { ...item, ref: writtenTitles.get(item.title) ?? null, title: null } : item;
}

/**
 * Retreat, schema 1 to 2: an item may be led in another form, it keeps a title only if somebody wrote it, and it is known on which day a
 * couple left. What was planned before is led in full; who has left did so on the day that is led.
 */
export function retreatWithForms(body: unknown): unknown {
  const { days, couples, ...rest } = retreatBefore.parse(body);
  return {
    ...rest,
    couples: couples.map((couple) => ({ ...couple, leftOn: couple.status === 'left' ? rest.currentDay : null })),
    days: days.map((day) => ({ ...day, items: day.items.map((item) => ({ ...withOwnTitle(item), form: 'full' })) })),
  };
}

const retreatWithoutTimeouts = z.looseObject({ couples: z.array(z.looseObject({})) });

/** Retreat, schema 2 to 3: a couple may be in a private timeout. */
export function retreatWithTimeouts(body: unknown): unknown {
  const { couples, ...rest } = retreatWithoutTimeouts.parse(body);
  return { ...rest, couples: couples.map((couple) => ({ ...couple, timeout: null })) };
}

const heldBefore = z.looseObject({ held: z.boolean() });
const liveHeldBefore = z.looseObject({
  live: z.looseObject({
    stage: heldBefore,
    frozen: z.looseObject({ stage: heldBefore, billboard: z.looseObject({}) }).nullable(),
  }),
  at: z.looseObject({ live: z.number() }),
});

/**
 * Live, schema 2 to 3: a hold knows when it began, the plan of the day has pictures to turn, and a frozen wall has no look of its own. A
 * hold from before counts from the moment it was saved.
 */
export function liveWithHoldTimes(body: unknown): unknown {
  const { live, at, ...rest } = liveHeldBefore.parse(body);
  const timed = (stage: z.infer<typeof heldBefore>) => ({ ...stage, heldAt: stage.held ? at.live : null, turned: 0 });
  const lookless = ({ look: _, ...billboard }: Readonly<Record<string, unknown>>) => billboard;
  const frozen =
    live.frozen === null
      ? null
      : { ...live.frozen, stage: timed(live.frozen.stage), billboard: lookless(live.frozen.billboard) };
  return { ...rest, at, live: { ...live, stage: timed(live.stage), frozen } };
}

/** By these a line was heard to be for one alone, before a line could be marked so, in the one language there was. */
const aloneWords = ['violence', 'violent', 'abuse', 'assault', 'shelter', 'refuge', 'battered', 'stalking', 'afraid'];

const settingsBefore = z.looseObject({
  helpLines: z.array(z.looseObject({ name: z.string(), note: z.string() })).nullable(),
});

/** Settings, schema 2 to 3: a help line says itself whether it is for one alone. */
export function settingsWithMarks(body: unknown): unknown {
  const { helpLines, ...rest } = settingsBefore.parse(body);
  const isAlone = (text: string): boolean => aloneWords.some((word) => text.toLowerCase().includes(word));
  return {
    ...rest,
    helpLines: helpLines?.map((line) => ({ ...line, alone: isAlone(`${line.name} ${line.note}`) })) ?? null,
  };
}

const charterBefore = z.looseObject({});

/** Charter, schema 1 to 2: what is being written is kept as well. Nothing was. */
export const charterWithWritings = (body: unknown): unknown => ({ ...charterBefore.parse(body), writings: [] });

const practiceBefore = z.looseObject({});

/** Practice, schema 1 to 2: pages are handed out to be filled in at home. None was. */
export const practiceWithPages = (body: unknown): unknown => ({ ...practiceBefore.parse(body), pages: [] });

const practiceUncaptured = z.looseObject({ entries: z.array(z.looseObject({})) });

/** Practice, schema 2 to 3: an entry may be made of what an exercise captured. Until then each was noted by hand. */
export function practiceWithCaptured(body: unknown): unknown {
  const { entries, ...rest } = practiceUncaptured.parse(body);
  return { ...rest, entries: entries.map((entry) => ({ ...entry, captured: null })) };
}

const recordBefore = z.looseObject({});

/** Record, schema 1 to 2: a couple may be archived. */
export const recordWithArchive = (body: unknown): unknown => ({ ...recordBefore.parse(body), archived: null });

/** Record, schema 2 to 3: it is noted what was handed out. Before that nobody wrote it down. */
export const recordWithHanded = (body: unknown): unknown => ({ ...recordBefore.parse(body), handed: [] });
