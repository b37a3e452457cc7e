import { expect, type Locator, type Page } from '@playwright/test';
import type { Scope } from '../../../shared/exercise/fields';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import type { Command } from '../../../shared/session/commands/commands';
import type { App } from '../../rig/app';
import { ask } from './ask';
import { type ConsolePage, consoleOf } from './console-page';
import { RoomPage } from './room-page';
import { savedRecords, savedRetreat } from './saved';

const sidesOf = ({ A, B }: RosterEntry): readonly ('A' | 'B')[] =>
  A.name !== '' && B.name === '' ? ['A'] : A.name === '' && B.name !== '' ? ['B'] : ['A', 'B'];

/** Notes what the couples' forms on paper say: all of them said yes to these. */
async function consented(app: App, page: Page, scopes: readonly Scope[], seats?: readonly number[]): Promise<void> {
  const { id: retreat, couples } = savedRetreat(app);
  const meant = couples.filter(({ seat }) => seats?.includes(seat) ?? true);
  await ask(page, { type: 'records/show', sheets: meant.map(({ id }) => id), whole: [] });
  for (const couple of meant) {
    const said = sidesOf(couple).flatMap((side) =>
      scopes.map((scope): Command => ({ type: 'record/consent', id: couple.id, retreat, side, scope, given: true })),
    );
    // It is read first.
    await expect(() => ask(page, ...said)).toPass();
  }
}

export const couplesBySeat = (app: App): readonly RosterEntry[] =>
  [...savedRetreat(app).couples].sort((one, other) => one.seat - other.seat);

/** What the disk holds of what they said: "seat exercise/field/owner" and the answer. */
export const answersOnDisk = (app: App): Record<string, unknown> => {
  const records = savedRecords(app);
  return Object.fromEntries(
    couplesBySeat(app).flatMap(({ id, seat }) =>
      (records.get(id)?.answers ?? []).map(({ exercise, field, owner, value }) => [
        `${seat} ${exercise}/${field}/${owner}`,
        value,
      ]),
    ),
  );
};

/** The form in Run: what a couple says in an exercise. */
export class FormPage {
  readonly root: Locator;
  readonly seat: Locator;
  readonly exercise: Locator;
  readonly kept: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('region', { name: 'Form', exact: true });
    this.seat = this.root.getByRole('textbox', { name: 'Seat', exact: true });
    this.exercise = this.root.getByRole('combobox', { name: 'Exercise' });
    this.kept = this.root.getByRole('status').filter({ hasText: /^(Saved|Saving|Not saved)$/ });
  }

  /** What one partner is asked, or both together. */
  part(name: string): Locator {
    return this.root.getByRole('region', { name, exact: true });
  }

  mark(name: 'Done' | 'Passed' | 'Skipped'): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }
}

/** Asks each partner for one line, and nothing else. */
export const oneLine = 'Kind word to self';
export const lineOf = (part: Locator): Locator => part.getByRole('textbox', { name: 'The line I keep' });

export interface Evening {
  readonly app: App;
  readonly desk: ConsolePage;
  readonly room: RoomPage;
  readonly form: FormPage;
}

/** An evening whose first exercise asks each of them for one line, and whose timer runs; they said yes to these scopes, or those at some seats did. */
export async function evening(
  app: App,
  couples: string,
  scopes: readonly Scope[],
  { seats }: { readonly seats?: readonly number[] } = {},
): Promise<Evening> {
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  await home.startRetreat({ program: 'Half a day', name: 'Lantern evening', couples });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await desk.saved();
  await consented(app, page, scopes, seats);
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await run.lead('Next').click();
  await run.lead('Start').click();
  await expect(run.lead('Pause')).toBeVisible();
  await expect(room.thought).toHaveText('Welcome. You set the depth.');
  return { app, desk, room, form: new FormPage(page) };
}

/** To the form of a seat by keyboard, of the exercise on stage or of another one of the day. */
export async function openForm(
  { desk, form }: Pick<Evening, 'desk' | 'form'>,
  seat: number,
  exercise?: string,
): Promise<void> {
  const { keyboard } = desk.page;
  await keyboard.press('g');
  await expect(form.seat).toBeFocused();
  if (exercise !== undefined) {
    await form.exercise.selectOption({ label: exercise });
    await form.seat.focus();
  }
  await keyboard.type(String(seat));
  await keyboard.press('Enter');
}
