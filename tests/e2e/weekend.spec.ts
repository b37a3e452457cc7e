import { programs } from '../../shared/content/en/programs';
import type { CoupleRecord } from '../../shared/couple/record';
import { minuteMs } from '../../shared/room/timer';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { couplesBySeat, FormPage, openForm } from './pages/form-page';
import { handOver, handsOn } from './pages/handover-page';
import { RoomPage } from './pages/room-page';
import { savedNotes, savedRecords, savedRetreat } from './pages/saved';
import { Time } from './pages/time';

const pairs = [
  ['Ada', 'Bo'],
  ['Cleo', 'Dara'],
  ['Eli', 'Fay'],
  ['Gus', 'Hana'],
] as const;
const secret = 'the phone on the table';
const needs = (name: string): string => `${name}: a chair near the door`;

/** Fills in a form on screen: whose part, which question, what they said. */
async function fillIn(form: FormPage, said: readonly (readonly [part: string, question: string, words: string])[]) {
  for (const [part, question, words] of said) {
    const field = form.part(part).getByRole('textbox', { name: question });
    await field.fill(words);
    await expect(field).toHaveValue(words);
  }
  await expect(form.kept).toHaveText('Saved');
}

async function endDay(desk: ConsolePage): Promise<void> {
  await desk.run.control('End the day').click();
  await desk.run.dialog('End the day here?').getByRole('button', { name: 'End the day' }).click();
  await expect(desk.run.day).toContainText(/ended \d+:\d\d/);
}

/** What a record says, without its stamps. */
const told = ({ consents, answers, marks, removed }: CoupleRecord) => ({
  consents: consents.map(({ side, scope, given }) => `${side} ${scope} ${given ? 'yes' : 'taken back'}`),
  answers: Object.fromEntries(
    answers.map(({ exercise, field, owner, value, reader, asks }) => [
      `${exercise}/${field}/${owner}`,
      { value, reader, asks },
    ]),
  ),
  marks: marks.map(({ exercise, mark }) => `${exercise} ${mark}`),
  removed,
});

const toldBySeat = (app: App): Record<number, ReturnType<typeof told>> => {
  const records = savedRecords(app);
  return Object.fromEntries(
    couplesBySeat(app).flatMap(({ id, seat }) => {
      const record = records.get(id);
      return record === undefined ? [] : [[seat, told(record)]];
    }),
  );
};

const text = (words: string, reader: 'facilitator' | null = 'facilitator') => ({
  value: { kind: 'text', text: words },
  reader,
  asks: [],
});
const longText = (words: string, reader: 'facilitator' | 'only-i' | null = 'facilitator') => ({
  value: { kind: 'long-text', text: words },
  reader,
  asks: [],
});
const needsOf = (seat: number) => {
  const [A, B] = pairs[seat - 1] ?? ['', ''];
  return { 'right-to-pass/room-needs/A': text(needs(A)), 'right-to-pass/room-needs/B': text(needs(B)) };
};

test('a weekend of four couples: consents, sheets, a pass, a private timeout, a handover, a power cut, a withdrawal; and what is on the disk, field by field', async ({
  launch,
  displays,
  userData,
}) => {
  test.setTimeout(180_000);
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const friday = await launch({ userData });
  const began = Date.now();
  const desk = await consoleOf(friday);
  const { page, home, prepare, run, couples } = desk;
  const time = new Time(friday);
  const form = new FormPage(page);
  await home.startRetreat({
    program: 'Two-day weekend',
    name: 'Harbour weekend',
    date: '2027-03-06',
    couples: pairs.map((pair) => pair.join(' & ')).join('\n'),
  });
  await expect(prepare.name).toHaveValue('Harbour weekend');

  await test.step('all but Hana say yes to a record', async () => {
    await desk.goTo('Couples');
    for (const [n, pair] of pairs.entries()) {
      for (const name of pair) {
        if (name === 'Hana') continue;
        const box = couples.box(`Seat ${n + 1}, `, `${name}, Record`);
        await box.click();
        await expect(box).toBeChecked();
      }
    }
  });

  await desk.goTo('Run');
  await run.control('Open the room').click();
  const room = new RoomPage(await friday.room());
  await run.lead('Next').click();
  await run.lead('Start').click();
  await expect(room.thought).toHaveText('Welcome. You set the depth.');

  await test.step('the first sheets are typed while the room goes on; the last couple passes', async () => {
    await openForm({ desk, form }, 1);
    for (const [n, [A, B]] of pairs.entries()) {
      await expect(form.seat).toHaveValue(String(n + 1));
      if (A === 'Gus') {
        await expect(form.part('Hana (B)')).toContainText('Hana has not yet said yes to this being written down.');
        await form.mark('Passed').click();
        await expect(form.mark('Passed')).toHaveAttribute('aria-pressed', 'true');
        continue;
      }
      await fillIn(form, [
        [`${A} (A)`, 'Anything about seat', needs(A)],
        [`${B} (B)`, 'Anything about seat', needs(B)],
      ]);
      await page.keyboard.press('Alt+ArrowDown');
    }
    await page.keyboard.press('Escape');
    await expect(form.root).toHaveCount(0);
  });

  await test.step('one couple takes a private timeout, and is back', async () => {
    await run.couples.getByRole('button', { name: 'Private timeout for Cleo & Dara, 20 min' }).click();
    const card = run.couples.getByRole('group', { name: 'Private timeout of Cleo & Dara' });
    await expect(card).toContainText('Back at');
    await expect.poll(() => couplesBySeat(friday)[1]?.timeout ?? null).not.toBeNull();
    await time.pass(21 * minuteMs);
    await card.getByRole('button', { name: 'They are back: Cleo & Dara' }).click();
    await expect(card).toHaveCount(0);
  });

  await test.step('what the two make together stands open', async () => {
    await run.goToItem('Signal design');
    await expect(room.title).toHaveText('Signal design');
    await run.lead('Start').click();
    await expect(run.lead('Pause')).toBeVisible();
    await openForm({ desk, form }, 1);
    await fillIn(form, [
      ['Together', 'Our gesture', 'an open hand'],
      ['Together', 'When one of us does this', 'stop, and sit down'],
    ]);
    await page.keyboard.press('Escape');
  });

  await test.step('one partner writes on the laptop, and keeps it to herself', async () => {
    await run.goToItem('Trigger map');
    await expect(room.title).toHaveText('Trigger map');
    await desk.saved();
    const handed = await handOver(friday, desk, { pair: 'Ada & Bo', name: 'Ada', exercise: 'trigger-map' });
    await handed.button('Begin').click();
    await handed.write(secret);
    await expect(handed.reader('Only I')).toBeChecked();
    await handed.takeBack();
    await expect.poll(() => handsOn(friday)).toMatchObject({ console: true, handover: false, kind: null });
  });

  await test.step('the power goes at night', async () => {
    await expect
      .poll(() => Object.keys(toldBySeat(friday)[1]?.answers ?? {}))
      .toEqual(expect.arrayContaining(['signal-design/meaning/joint', 'trigger-map/trigger/A']));
    await friday.kill9();
  });

  const saturday = await launch({ userData });
  const later = await consoleOf(saturday);
  const laterForm = new FormPage(later.page);

  await later.home.goOn.click();
  const laterRoom = new RoomPage(await saturday.room());
  await test.step('the next morning the day is closed, and the second one begins', async () => {
    await expect(later.run.item('Trigger map')).toHaveAttribute('aria-current', 'step');
    await endDay(later);
    await later.run.day.getByRole('button', { name: 'Go on with day 2' }).click();
    await expect(later.run.day.getByRole('heading', { name: 'Day 2 of 2' })).toBeVisible();
    await later.run.lead('Next').click();
    await later.run.goToItem('Repair in three lines');
    await expect(laterRoom.title).toHaveText('Repair in three lines');
    await later.run.lead('Start').click();
    await expect(later.run.lead('Pause')).toBeVisible();
  });

  await test.step('a repair is offered and taken in', async () => {
    await openForm({ desk: later, form: laterForm }, 2);
    await fillIn(laterForm, [
      ['Cleo (A)', 'That hurt you when', 'I looked away'],
      ['Cleo (A)', 'My part was', 'I stayed silent'],
      ['Cleo (A)', 'We matter more than', 'being right'],
    ]);
    await laterForm.part('Dara (B)').getByText('I took it in', { exact: true }).click();
    await laterForm.mark('Done').click();
    await expect(laterForm.mark('Done')).toHaveAttribute('aria-pressed', 'true');
    await expect(laterForm.kept).toHaveText('Saved');
    await later.page.keyboard.press('Escape');
  });

  await test.step('one takes her yes back: her words are withheld at once', async () => {
    await later.goTo('Couples');
    const fays = later.couples.box('Seat 3, ', 'Fay, Record');
    await fays.click();
    await expect(fays).toHaveAccessibleName(/taken back on /);
    await later.goTo('Run');
    await openForm({ desk: later, form: laterForm }, 3, 'Repair in three lines');
    await expect(laterForm.part('Fay (B)')).toContainText('Fay took their yes back');
    await later.page.keyboard.press('Escape');
    await expect(later.page.getByText(needs('Fay'))).toHaveCount(0);
    await endDay(later);
    await later.saved();
  });

  await test.step('the records, field by field', async () => {
    const bothYes = ['A record yes', 'B record yes'];
    await expect
      .poll(() => toldBySeat(saturday))
      .toEqual({
        1: {
          consents: bothYes,
          answers: {
            ...needsOf(1),
            'signal-design/gesture/joint': text('an open hand', null),
            'signal-design/meaning/joint': longText('stop, and sit down', null),
            'trigger-map/trigger/A': longText(secret, 'only-i'),
          },
          marks: [],
          removed: [],
        },
        2: {
          consents: bothYes,
          answers: {
            ...needsOf(2),
            'three-line-repair/your-hurt/A': longText('I looked away'),
            'three-line-repair/my-part/A': longText('I stayed silent'),
            'three-line-repair/us-first/A': text('being right'),
            'three-line-repair/received/B': {
              value: { kind: 'choice', chosen: ['I took it in'] },
              reader: 'facilitator',
              asks: [],
            },
          },
          marks: ['three-line-repair done'],
          removed: [],
        },
        3: { consents: [...bothYes, 'B record taken back'], answers: needsOf(3), marks: [], removed: [] },
        4: { consents: ['A record yes'], answers: {}, marks: ['right-to-pass passed'], removed: [] },
      });
  });

  await test.step('and every entry says where, when and by which device', async () => {
    const { id } = savedRetreat(saturday);
    const entries = [...savedRecords(saturday).values()].flatMap(({ consents, answers, marks }) => [
      ...consents,
      ...answers,
      ...marks,
    ]);
    expect(new Set(entries.map(({ retreat }) => retreat))).toEqual(new Set([id]));
    expect(new Set(entries.map(({ device }) => device)).size).toBe(1);
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
    expect(entries.filter(({ at, device }) => at < began || device === '')).toEqual([]);
  });

  await test.step('the retreat, field by field', async () => {
    const { title, program, days, couples: roster, currentDay } = savedRetreat(saturday);
    expect({ title, program, day: days.findIndex((day) => day.id === currentDay) }).toEqual({
      title: 'Harbour weekend',
      program: 'weekend',
      day: 1,
    });
    expect(days.map(({ date }) => date)).toEqual(['2027-03-06', '2027-03-07']);
    expect(days.filter(({ endedAt }) => endedAt === null)).toEqual([]);
    const planned = programs.find((one) => one.id === 'weekend')?.days ?? [];
    expect(days.map(({ items }) => items.map(({ kind, minutes }) => ({ kind, minutes })))).toEqual(
      planned.map(({ items }) => items.map(({ kind, minutes }) => ({ kind, minutes }))),
    );
    const led = days.map(({ items }) => items.filter(({ actual }) => actual !== null).map(({ ref }) => ref));
    expect(led).toEqual([['right-to-pass', 'signal-design'], ['three-line-repair']]);
    expect([...roster].sort((one, other) => one.seat - other.seat).map(({ id: _, ...couple }) => couple)).toEqual(
      pairs.map(([A, B], n) => ({
        seat: n + 1,
        A: { name: A, present: true },
        B: { name: B, present: true },
        status: 'present',
        leftOn: null,
        timeout: null,
      })),
    );
    expect(savedNotes(saturday)).toEqual([]);
  });
});
