import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { idleMs } from '../../electron/persistence/handover-lock';
import type { Command } from '../../shared/session/commands/commands';
import type { Happening } from '../../shared/session/commands/happenings';
import { handoverView } from '../../shared/session/view/handover-view';
import { aFolder, until } from '../unit/library-kit';
import { zipEntries } from '../zip-reader';
import { type Desk, filesIn, isOver, openDesk, pagesOf, pin, secret } from './own-copy-desk';

/** What a file holds; nothing where it went meanwhile, as half files do. */
function held(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

const isOf = (name: string) => !name.endsWith('SHA256SUMS.txt');

/** What the title of a PDF says, by its phrase. */
async function titleBy(file: string, phrase: string): Promise<string> {
  const plain = join(await aFolder(), 'plain.pdf');
  execFileSync('qpdf', [`--password=${phrase}`, '--decrypt', file, plain]);
  return (await PDFDocument.load(readFileSync(plain), { updateMetadata: false })).getTitle() ?? '';
}

describe('one’s own copy', () => {
  it('holds what only they may read, opens by their phrase alone, and is noted as theirs', async () => {
    const desk = await openDesk();
    await desk.give('A');
    desk.write();
    expect(JSON.stringify(desk.own()?.summary)).toContain(secret);
    const phrase = await desk.make();
    const [name = ''] = desk.files().filter(isOf);
    expect(name).toMatch(/^[\d -]+\/seat-01\/seat-01-A-own\.pdf$/);
    const file = join(desk.place, name);
    expect(await titleBy(file, phrase)).toContain(secret);
    for (const wrong of ['', 'aaaa-bbbb-cccc-dddd'])
      expect(() => execFileSync('qpdf', [`--password=${wrong}`, '--check', file], { stdio: 'pipe' })).toThrow();
    expect(readFileSync(file).includes(secret)).toBe(false);
    await desk.core.saved();
    const { handed } = desk.core.session().records[desk.couple]?.record ?? { handed: [] };
    expect(handed.map(({ format, version }) => `${format} ${version}`)).toEqual(['pdf A']);
  });

  it('holds nothing of what they left out by hand, in any form, until it is taken back in', async () => {
    const desk = await openDesk();
    await desk.give('A');
    desk.write();
    const [section] = desk.own()?.contents ?? [];
    const [item] = section?.items ?? [];
    expect([section?.out, item?.out]).toEqual([false, false]);
    for (const part of [section?.id ?? '', item?.id ?? '']) {
      expect(desk.ask({ type: 'handover/leave-out', part, out: true })).toBe(null);
      expect(JSON.stringify(desk.own()?.summary)).not.toContain(secret);
      expect(
        desk.own()?.contents.flatMap((one) => [one, ...one.items].flatMap(({ id, out }) => (out ? [id] : []))),
      ).toEqual([part]);
      expect(desk.ask({ type: 'handover/leave-out', part, out: false })).toBe(null);
      expect(JSON.stringify(desk.own()?.summary)).toContain(secret);
    }
    const more = { type: 'handover/answer', field: 'echo', value: { kind: 'long-text', text: 'another' } } as const;
    expect(desk.ask(more, { type: 'handover/leave-out', part: item?.id ?? '', out: true })).toBe(null);
    const phrase = await desk.make('data');
    const [name = ''] = desk.files().filter(isOf);
    for (const { name: inside, open: by } of zipEntries(readFileSync(join(desk.place, name))))
      expect(by(phrase).includes(secret), inside).toBe(false);
    expect(desk.ask({ type: 'handover/put-away' })).toBe(null);
  });

  it('knows no more what was left out once its place was left, and lets nothing be left out while it is made', async () => {
    const { desk, goOn } = await halfMade();
    const part = desk.own()?.contents[0]?.id ?? '';
    const leave: Command = { type: 'handover/leave-out', part, out: true };
    expect(desk.ask(leave)).toBe('already-making');
    goOn();
    await isOver(desk.core);
    expect(desk.ask({ type: 'handover/put-away' }, leave)).toBe(null);
    expect(desk.own()?.contents[0]?.out).toBe(true);
    expect(desk.ask({ type: 'handover/own', on: false })).toBe(null);
    expect(desk.ask(leave)).toBe('nothing-to-make');
    expect(desk.ask({ type: 'handover/own', on: true })).toBe(null);
    await until(() => desk.own()?.isRead === true, 'what is theirs');
    expect(desk.own()?.contents[0]?.out).toBe(false);
  });

  it('as data is one zip under AES-256, and whoever lacks its phrase learns no more than that it is one', async () => {
    const desk = await openDesk();
    await desk.give('A');
    desk.write();
    const phrase = await desk.make('data');
    const [name = ''] = desk.files().filter(isOf);
    expect(name).toMatch(/seat-01-A-own\.zip$/);
    const zip = readFileSync(join(desk.place, name));
    const entries = zipEntries(zip);
    expect(entries.map((entry) => entry.name).sort()).toEqual([
      'about-these-files.txt',
      'holdfast-take-home.schema.json',
      'own-copy.csv',
      'own-copy.json',
      'own-copy.md',
    ]);
    for (const { name: inside, crc, strength, open: by } of entries) {
      expect([inside, crc, strength]).toEqual([inside, 0, 3]);
      expect(() => by('aaaa-bbbb-cccc-dddd')).toThrow();
      expect(by(phrase).includes(secret), inside).toBe(inside.startsWith('own-copy'));
    }
    expect(zip.includes(secret)).toBe(false);
    await desk.core.saved();
    const { handed } = desk.core.session().records[desk.couple]?.record ?? { handed: [] };
    expect(handed.map(({ format, version }) => `${format} ${version}`)).toEqual(['markdown A', 'csv A', 'json A']);
  });

  it('is shown to nobody else: no view of another page, no log and no file but the record holds a word of it or its phrase', async () => {
    const desk = await openDesk();
    await desk.give('A');
    desk.write();
    const phrase = await desk.make();
    expect(desk.ask({ type: 'handover/put-away' }, { type: 'handover/done' })).toBe(null);
    await desk.lock.pin(pin);
    desk.core.do({ type: 'take-home/show', on: true });
    desk.core.do({ type: 'records/show', sheets: [], whole: [desk.couple] });
    await until(() => desk.core.session().practices[desk.couple] !== undefined, 'what the facilitator looks at');
    desk.core.do({ type: 'take-home/review', copy: { id: desk.couple, version: 'A' } });
    await desk.core.saved();
    for (const word of [secret, phrase]) {
      expect(desk.shown()).not.toContain(word);
      expect(desk.core.noted.join('\n')).not.toContain(word);
      const holding = [desk.userData, desk.place].flatMap((folder) =>
        filesIn(folder).filter((name) => name.includes(word) || held(join(folder, name)).includes(word)),
      );
      const allowed = word === secret ? /record/ : /^$/;
      expect(holding.filter((name) => !allowed.test(name))).toEqual([]);
    }
    expect(JSON.stringify(desk.core.session())).not.toContain(phrase);
  });

  const ends: readonly (readonly [string, (desk: Desk) => void | Promise<void>])[] = [
    ['put away', ({ ask }) => void ask({ type: 'handover/put-away' })],
    ['its place is left', ({ ask }) => void ask({ type: 'handover/own', on: false })],
    ['they are done', ({ ask }) => void ask({ type: 'handover/done' })],
    ['they pass', ({ ask }) => void ask({ type: 'handover/pass' })],
    ['its page is gone', ({ core }) => core.store.report({ type: 'handover/lock' })],
    ['the laptop falls asleep', ({ core }) => core.store.report({ type: 'power/suspend' })],
    ['the facilitator is back', ({ lock }) => void lock.pin(pin)],
    ['nobody is there', ({ core }) => core.pass(idleMs)],
  ];
  it.each(ends)('forgets its phrase when %s', async (_, end) => {
    const desk = await openDesk();
    await desk.give('A');
    desk.write();
    const phrase = await desk.make();
    await end(desk);
    await until(() => !JSON.stringify(desk.core.session()).includes(phrase), 'the end of it');
    expect(JSON.stringify(handoverView(desk.core.session(), desk.core.store.book()))).not.toContain(phrase);
  });

  /** A desk at which the pages are drawn only once that is let go on. */
  async function halfMade() {
    let goOn: () => void = () => undefined;
    let asked = 0;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const desk = await openDesk({
      print: async (job) => {
        asked += 1;
        const bytes = await pagesOf(job);
        if (asked === 1) await gate;
        return bytes;
      },
    });
    await desk.give('A');
    desk.write();
    expect(desk.ask({ type: 'handover/make', form: 'pages', paper: 'A4' })).toBe(null);
    await until(() => asked === 1, 'the page');
    return { desk, goOn };
  }

  it.each<readonly [string, string | null, (desk: Desk) => void]>([
    ['the laptop is locked', null, ({ core }) => core.store.report({ type: 'handover/lock' } satisfies Happening)],
    ['its place is left', null, ({ ask }) => void ask({ type: 'handover/own', on: false })],
    [
      'their yes to files is taken back',
      'Your copy was not made, because your yes to files was taken back.',
      ({ ask }) => void ask({ type: 'handover/consent', scope: 'export', given: false }),
    ],
    [
      'something in it changes',
      'Something in it changed while it was made, so it was not saved. You can make it once more.',
      ({ ask }) =>
        void ask({ type: 'handover/answer', field: 'trigger', value: { kind: 'long-text', text: 'another' } }),
    ],
  ])('is not there when %s while it is made', async (_, failed, happens) => {
    const { desk, goOn } = await halfMade();
    happens(desk);
    goOn();
    await isOver(desk.core);
    expect(desk.files()).toEqual([]);
    expect(desk.own()?.failed ?? null).toBe(failed);
    expect(desk.core.session().records[desk.couple]?.record.handed ?? []).toEqual([]);
  });

  it('that was begun for one partner comes to nothing for the other', async () => {
    const { desk, goOn } = await halfMade();
    expect(desk.ask({ type: 'handover/done' })).toBe(null);
    await desk.lock.pin(pin);
    await desk.give('B');
    expect(
      desk.ask(
        { type: 'handover/consent', scope: 'record', given: true },
        { type: 'handover/answer', field: 'trigger', value: { kind: 'long-text', text: 'of B' } },
        { type: 'handover/consent', scope: 'export', given: true },
        { type: 'handover/make', form: 'pages', paper: 'A4' },
      ),
    ).toBe(null);
    expect(JSON.stringify(desk.own())).not.toContain(secret);
    goOn();
    await until(() => desk.own()?.phrase != null, 'the copy of B');
    await isOver(desk.core);
    const [name = '', ...others] = desk.files().filter(isOf);
    expect([name.endsWith('seat-01-B-own.pdf'), others]).toEqual([true, []]);
    const said = await titleBy(join(desk.place, name), desk.own()?.phrase ?? '');
    expect([said.includes('of B'), said.includes(secret)]).toEqual([true, false]);
  });

  it('that the disk will not take says so, and leaves nothing', async () => {
    const file = join(await aFolder(), 'a-file');
    writeFileSync(file, '');
    const desk = await openDesk({ at: file });
    await desk.give('A');
    desk.write();
    expect(desk.ask({ type: 'handover/make', form: 'pages', paper: 'A4' })).toBe(null);
    await until(() => desk.own()?.failed != null, 'why not');
    expect(desk.own()?.failed).toContain('could not be saved on this computer');
    expect(desk.own()?.phrase).toBe(null);
    expect(desk.core.session().records[desk.couple]?.record.handed).toEqual([]);
  });

  it('is made for nobody who has not said yes to files, nor while a phrase is still shown', async () => {
    const desk = await openDesk();
    await desk.give('A');
    const make: Command = { type: 'handover/make', form: 'pages', paper: 'A4' };
    expect(desk.ask(make)).toBe('consent-missing');
    desk.write();
    await desk.make();
    expect(desk.ask(make)).toBe('phrases-shown');
    expect(desk.ask({ type: 'handover/put-away' }, { type: 'handover/own', on: false }, make)).toBe('nothing-to-make');
  });
});
