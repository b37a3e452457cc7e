import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import ICAL from 'ical.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBatches } from '../../electron/export/batch';
import { pageCodes } from '../../electron/export/page-codes';
import { decodeDocument } from '../../electron/library/codec/document';
import type { PrintSummary } from '../../electron/windows/print-window';
import type { FormatName } from '../../shared/couple/summary/formats';
import { formatNames } from '../../shared/couple/summary/formats';
import { type Version, versions } from '../../shared/couple/summary/version';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import type { Copy } from '../../shared/session/state/take-home';
import { SmallDisk } from '../rig/small-disk';
import { filesOf } from '../saved-documents';
import { aFolder, until } from '../unit/library-kit';
import { wantedIn } from '../wanted';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';

const names = ['Ada', 'Bo', 'Cleo', 'Dee', 'Edda', 'Finn'] as const;
const word = 'word-51c9';

interface Workshop {
  readonly core: CoreOnDisk;
  readonly couples: readonly string[];
  readonly place: string;
  /** Where all that is kept is. */
  readonly library: string;
  /** The folder of the batch. */
  readonly folder: () => string;
  readonly copies: (...copies: readonly (readonly [number, Version])[]) => Copy[];
  readonly make: (...copies: readonly (readonly [number, Version])[]) => Promise<void>;
  /** What the record of a couple says was handed out, as it is on the disk. */
  readonly noted: (id: string) => readonly string[];
  /** Until a batch has ended for the so many-eth time. */
  readonly ended: (times: number) => Promise<void>;
  /** How each copy ended: "made", or why not. */
  readonly ends: () => readonly string[];
}

const bytesOf: PrintSummary = ({ summary }) => Promise.resolve(new TextEncoder().encode(JSON.stringify(summary)));

/** Three couples who said yes to all of it, with a word each; what would become a PDF is given as it is. */
async function open(
  print: (bytes: PrintSummary, core: CoreOnDisk) => PrintSummary,
  place?: string,
  encrypted = false,
): Promise<Workshop> {
  const userData = await aFolder();
  const core = await startOnDisk(userData);
  const seated = [0, 2, 4].map((at) => ({ A: names[at] ?? '', B: names[at + 1] ?? '' }));
  core.do({ type: 'retreat/create', program: 'evening', title: 'Spring', date: '2026-03-07', couples: seated });
  const { retreat } = core.session();
  const couples = retreat?.couples.map(({ id }) => id) ?? [];
  core.do({ type: 'records/show', sheets: [], whole: [...couples] });
  await until(
    () =>
      (['records', 'charters', 'practices'] as const).every((kind) =>
        couples.every((id) => core.session()[kind][id] !== undefined),
      ),
    'what is theirs',
  );
  for (const id of couples) {
    const of = { id, retreat: retreat?.id ?? '' };
    for (const side of ['A', 'B'] as const)
      for (const scope of ['record', 'measures', 'export'] as const)
        core.do({ type: 'record/consent', ...of, side, scope, given: true });
    const plan = { exercise: 'take-home-plan', field: 'plan', owner: 'joint' } as const;
    const needs = { exercise: 'right-to-pass', field: 'room-needs' } as const;
    core.do(
      { type: 'record/answer', ...of, ...plan, value: { kind: 'long-text', text: word } },
      { type: 'record/answer', ...of, ...needs, owner: 'A', value: { kind: 'text', text: 'of A' } },
      { type: 'record/answer', ...of, ...needs, owner: 'B', value: { kind: 'text', text: 'of B' } },
    );
  }
  const files = place ?? join(await aFolder(), 'files');
  startBatches(core.store, {
    print: print(bytesOf, core),
    onPaper: () => Promise.resolve('no-printer'),
    printers: () => Promise.resolve([]),
    codeOf: pageCodes(core.store),
    handing: core.autosave.handing,
    rest: () => undefined,
    event: (code) => void core.noted.push(code),
    bug: (error) => void core.bugs.push(error),
  });
  core.store.report({ type: 'take-home/placed', place: files });
  core.do({ type: 'take-home/show', on: true });
  const batch = () => core.session().takeHome.batch;
  const ended = (times: number) =>
    until(() => core.noted.filter((code) => code === 'take-home.made').length === times, 'the end of the batch');
  const copies: Workshop['copies'] = (...wanted) =>
    wanted.map(([seat, version]) => ({ id: couples[seat - 1] ?? '', version }));
  return {
    core,
    couples,
    place: files,
    library: userData,
    ended,
    folder: () => join(files, batch()?.folder ?? ''),
    copies,
    noted: (id) => {
      const file = filesOf(libraryOf(userData), 'record').find((one) => one.includes(id));
      if (file === undefined) return [];
      const decoded = decodeDocument(documentKinds.record, readFileSync(file));
      if (!decoded.ok) throw new Error(decoded.code);
      return documentKinds.record.shape
        .parse(decoded.held.body)
        .handed.map(({ format, version }) => `${format} ${version}`);
    },
    make: async (...wanted) => {
      core.do({ type: 'take-home/make', copies: wantedIn(['pdf'], copies(...wanted)), paper: 'A4', encrypted });
      await ended(1);
    },
    ends: () => batch()?.copies.map(({ state, fault }) => fault ?? state) ?? [],
  };
}

/** Pages that say it in their title, as the hidden page would. */
const pagesOf: PrintSummary = async ({ summary }) => {
  const document = await PDFDocument.create();
  document.addPage();
  document.setTitle(JSON.stringify(summary));
  return document.save();
};

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.\w+$/.test(name))
        .sort()
    : [];

const withdraw = (core: CoreOnDisk, id: string): void => {
  const of = { id, retreat: core.session().retreat?.id ?? '' };
  core.do({ type: 'record/consent', ...of, side: 'B', scope: 'export', given: false });
};

describe('the files couples take home', () => {
  it('are made one after another, by seat and never by name, with a sum of each', async () => {
    let at = 0;
    let most = 0;
    const shop = await open((bytes) => async (job) => {
      at += 1;
      most = Math.max(most, at);
      const made = await bytes(job);
      at -= 1;
      return made;
    });
    await shop.make(...[1, 2, 3].flatMap((seat) => versions.map((version) => [seat, version] as const)));
    expect(shop.ends()).toEqual(Array.from({ length: 9 }, () => 'made'));
    expect(most).toBe(1);
    const files = filesIn(shop.folder());
    expect(files).toHaveLength(10);
    expect(files).toContain('seat-02/seat-02-both.pdf');
    expect(names.filter((name) => files.join().includes(name))).toEqual([]);
    const sums = readFileSync(join(shop.folder(), 'SHA256SUMS.txt'), 'utf8').trim().split('\n');
    expect(sums).toHaveLength(9);
    for (const line of sums) {
      const [sum = '', file = ''] = line.split('  ');
      const bytes = readFileSync(join(shop.folder(), file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
      if (file.endsWith('-A.pdf')) {
        expect(bytes.toString()).toContain('of A');
        expect(bytes.toString()).not.toContain('of B');
      }
    }
    expect(shop.core.noted.filter((code) => code === 'take-home.made')).toHaveLength(1);
  });

  it('stop for the couple that takes its yes to files back in the middle, and for no other', async () => {
    let withdrawn = false;
    const shop = await open((bytes, core) => async (job) => {
      const made = await bytes(job);
      if (!withdrawn) withdraw(core, core.session().retreat?.couples[0]?.id ?? '');
      withdrawn = true;
      return made;
    });
    await shop.make([1, 'joint'], [1, 'A'], [1, 'B'], [2, 'joint']);
    expect(shop.ends()).toEqual(['no-consent', 'made', 'no-consent', 'made']);
    const files = filesIn(shop.folder());
    expect(files).toEqual(['SHA256SUMS.txt', 'seat-01/seat-01-A.pdf', 'seat-02/seat-02-both.pdf']);
    expect(readFileSync(join(shop.folder(), 'seat-01/seat-01-A.pdf'), 'utf8')).not.toContain(word);
  });

  it('hold what was practised, and are made to the last whatever the console shows meanwhile', async () => {
    let away = false;
    const shop = await open((bytes, core) => async (job) => {
      const made = await bytes(job);
      if (!away) core.do({ type: 'take-home/show', on: false }, { type: 'records/show', sheets: [], whole: [] });
      away = true;
      return made;
    });
    for (const id of shop.couples) {
      const win = { kind: 'win', content: { text: 'we came back' } } as const;
      const of = { id, retreat: shop.core.session().retreat?.id ?? '', owner: 'joint', on: '2026-03-07' } as const;
      shop.core.do({ type: 'practice/add', ...of, noting: win });
    }
    await shop.make([1, 'joint'], [2, 'joint'], [3, 'joint']);
    expect(shop.ends()).toEqual(['made', 'made', 'made']);
    for (const seat of [1, 2, 3])
      expect(readFileSync(join(shop.folder(), `seat-0${seat}/seat-0${seat}-both.pdf`), 'utf8')).toContain(
        'we came back',
      );
    const kinds = ['records', 'charters', 'practices'] as const;
    const held = () => kinds.flatMap((kind) => Object.keys(shop.core.session()[kind]));
    await until(() => held().length === 0, 'what is theirs let go');
    shop.core.do({ type: 'records/show', sheets: [], whole: [...shop.couples] });
    const ofAll = () => shop.couples.map((id) => shop.core.session().practices[id]?.practice.entries.length);
    await until(() => ofAll().every((count) => count === 1), 'what was practised, read again from the disk');
  });

  it('are not written as they were reviewed once they would say something else', async () => {
    let changed = false;
    const shop = await open((bytes, core) => async (job) => {
      const made = await bytes(job);
      const of = { id: core.session().retreat?.couples[0]?.id ?? '', retreat: core.session().retreat?.id ?? '' };
      const plan = { exercise: 'take-home-plan', field: 'plan', owner: 'joint' } as const;
      const more: Command = { type: 'record/answer', ...of, ...plan, value: { kind: 'long-text', text: 'another' } };
      if (!changed) core.do(more);
      changed = true;
      return made;
    });
    await shop.make([1, 'joint']);
    expect(shop.ends()).toEqual(['changed']);
    expect(filesIn(shop.folder())).toEqual([]);
    shop.core.do({ type: 'take-home/again' });
    await shop.ended(2);
    expect(shop.ends()).toEqual(['made']);
    expect(readFileSync(join(shop.folder(), 'seat-01/seat-01-both.pdf'), 'utf8')).toContain('another');
  });

  it('open with a pass-phrase of their reader, that is known until it is put away and stands nowhere', async () => {
    const shop = await open(() => pagesOf, undefined, true);
    await shop.make([1, 'joint'], [1, 'A'], [2, 'joint']);
    expect(shop.ends()).toEqual(['made', 'made', 'made']);
    const { core, couples, library, place } = shop;
    const phrases = core.session().takeHome.batch?.phrases ?? {};
    expect(Object.keys(phrases).sort()).toEqual(
      [`${couples[0]}/joint`, `${couples[0]}/A`, `${couples[1]}/joint`].sort(),
    );
    const all = Object.values(phrases);
    expect(new Set(all).size).toBe(3);
    for (const phrase of all) expect(phrase).toMatch(/^[a-hjkmnp-tv-z2-9]{4}(-[a-hjkmnp-tv-z2-9]{4}){3}$/);
    const both = join(shop.folder(), 'seat-01/seat-01-both.pdf');
    expect(readFileSync(both).includes(word)).toBe(false);
    const titleBy = (phrase = '') =>
      execFileSync('pdfinfo', ['-upw', phrase, both], { encoding: 'utf8', stdio: 'pipe' });
    expect(titleBy(phrases[`${couples[0]}/joint`])).toMatch(/Title: .*word-51c9[\s\S]*algorithm:AES-256/);
    expect(() => titleBy(phrases[`${couples[0]}/A`])).toThrow('Incorrect password');

    await core.saved();
    const written = [library, place].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
    );
    expect(written.length).toBeGreaterThan(5);
    const known = [...written, ...core.noted.map(String), ...core.bugs.map(String)];
    expect(all.filter((phrase) => known.some((one) => one.includes(phrase)))).toEqual([]);

    const again: Command = {
      type: 'take-home/make',
      copies: wantedIn(['pdf'], [{ id: couples[2] ?? '', version: 'joint' }]),
      paper: 'A4',
      encrypted: false,
    };
    expect(() => core.do(again)).toThrow('phrases-shown');
    core.do({ type: 'take-home/put-away' });
    expect(all.filter((phrase) => JSON.stringify(core.session()).includes(phrase))).toEqual([]);
  });

  it('of a page that is not drawn are tried twice, and the others made', async () => {
    const asked: string[] = [];
    const shop = await open((bytes) => (job) => {
      const [forWhom = ''] = job.summary?.lines ?? [];
      asked.push(forWhom);
      return forWhom.includes('Cleo') ? Promise.resolve(null) : bytes(job);
    });
    await shop.make([1, 'joint'], [2, 'joint'], [3, 'joint']);
    expect(shop.ends()).toEqual(['made', 'page', 'made']);
    expect(asked.filter((forWhom) => forWhom.includes('Cleo'))).toHaveLength(2);
  });

  it('never take the place of a file that is there', async () => {
    const shop = await open((bytes, core) => async (job) => {
      const { batch, place } = core.session().takeHome;
      const there = join(place ?? '', batch?.folder ?? '', 'seat-01/seat-01-both.pdf');
      mkdirSync(dirname(there), { recursive: true });
      writeFileSync(there, 'mine');
      return bytes(job);
    });
    await shop.make([1, 'joint']);
    expect(shop.ends()).toEqual(['exists']);
    expect(readFileSync(join(shop.folder(), 'seat-01/seat-01-both.pdf'), 'utf8')).toBe('mine');
  });

  it('leave what is not made yet when they are stopped, and make it when they are asked again', async () => {
    let stopped = false;
    const shop = await open((bytes, core) => async (job) => {
      if (!stopped) core.do({ type: 'take-home/stop' });
      stopped = true;
      return bytes(job);
    });
    await shop.make([1, 'joint'], [2, 'joint'], [3, 'joint']);
    expect(shop.ends()).toEqual(['made', 'left', 'left']);
    shop.core.do({ type: 'take-home/again' });
    await shop.ended(2);
    expect(shop.ends()).toEqual(['made', 'made', 'made']);
    expect(readFileSync(join(shop.folder(), 'SHA256SUMS.txt'), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('are a calendar for each couple, without a word of theirs, and again the newer one of the same days', async () => {
    const shop = await open((bytes) => bytes);
    const { core } = shop;
    const of = { id: shop.couples[0] ?? '', retreat: core.session().retreat?.id ?? '' };
    const saying = {
      kind: 'daily-check-in',
      content: { time: `9 pm, ${word}`, place: 'the stairs', reminder: '', length: 5 },
    } as const;
    core.do({ type: 'charter/add', ...of, saying, carriedBy: 'both', review: '2026-06-01', captured: null });
    const [clause] = core.session().charters[of.id]?.charter.clauses ?? [];
    for (const side of ['A', 'B'] as const) {
      const wording = clause?.wordings[0]?.id ?? '';
      core.do({
        type: 'charter/consent',
        ...of,
        clause: clause?.id ?? '',
        side,
        wording,
        given: true,
        paper: '2026-03-07',
      });
    }
    const make = async (times: number, formats: readonly FormatName[] = ['calendar']) => {
      const copies = shop.copies([1, 'joint'], [1, 'A'], [1, 'B'], [2, 'A']);
      core.do({ type: 'take-home/make', copies: wantedIn(formats, copies), paper: 'A4', encrypted: false });
      await shop.ended(times);
      const text = readFileSync(join(shop.folder(), 'seat-01/seat-01-both.ics'), 'utf8');
      for (const own of [...names, word, 'stairs', ...shop.couples]) expect(text).not.toContain(own);
      return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((part) => ({
        title: String(part.getFirstPropertyValue('summary')),
        at: String(part.getFirstPropertyValue('dtstart')),
        uid: String(part.getFirstPropertyValue('uid')),
        sequence: Number(part.getFirstPropertyValue('sequence')),
      }));
    };
    const first = await make(1);
    expect(first.map(({ title, at }) => `${title} ${at}`)).toEqual([
      'Daily check-in 2026-03-08T21:00:00',
      'Look at an agreement again 2026-06-01',
      'Thirty days on 2026-04-06',
      'Sixty days on 2026-05-06',
    ]);
    // Seat two has chosen no copy for both.
    expect(filesIn(shop.folder())).toEqual(['SHA256SUMS.txt', 'seat-01/seat-01-both.ics', 'seat-02/seat-02-A.ics']);
    core.pass(1000);
    const again = await make(2, ['pdf', 'calendar']);
    expect(again.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
    for (const [n, { sequence }] of again.entries()) expect(sequence).toBe((first[n]?.sequence ?? 0) + 1);
    expect(shop.ends()).toEqual(['made', 'made', 'made', 'made', 'made', 'made']);
    const gone = { ...of, side: 'B', scope: 'record', given: false } as const;
    core.pass(1000);
    core.do({ type: 'record/consent', ...gone });
    core.do({
      type: 'take-home/make',
      copies: wantedIn(['calendar'], shop.copies([1, 'joint'])),
      paper: 'A4',
      encrypted: false,
    });
    await shop.ended(3);
    expect(filesIn(shop.folder())).toEqual([]);
  });

  it('are noted in the record, each as soon as it is made, and nothing else is', async () => {
    const shop = await open(
      (bytes) => (job) => (job.summary?.lines[0]?.includes('Cleo') ? Promise.resolve(null) : bytes(job)),
    );
    // Whoever goes elsewhere meanwhile lets go of no record of which a file is made.
    shop.core.do({
      type: 'take-home/make',
      copies: wantedIn(['pdf'], shop.copies([1, 'joint'], [1, 'A'], [2, 'joint'], [3, 'B'])),
      paper: 'A4',
      encrypted: false,
    });
    shop.core.do({ type: 'take-home/show', on: false }, { type: 'records/show', sheets: [], whole: [] });
    await shop.ended(1);
    expect(shop.ends()).toEqual(['made', 'made', 'page', 'made']);
    expect(shop.couples.map(shop.noted)).toEqual([['pdf joint', 'pdf A'], [], ['pdf B']]);
  });

  it('are drawn while the note of the one before is on its way to the disk, and written once it is there', async () => {
    const isOnItsWay = (core: CoreOnDisk, id: string | undefined) => core.session().unsavedRecords.includes(id ?? '');
    const drawn: boolean[] = [];
    const written: boolean[] = [];
    const shop: Workshop = await open((bytes, core) => (job) => {
      drawn.push(isOnItsWay(core, shop.couples[0]));
      return bytes(job);
    });
    await shop.core.saved();
    shop.core.store.follow((change, { unsavedRecords }, before) => {
      if (change.type !== 'take-home/copy' || change.is.state !== 'made') return;
      written.push(before.unsavedRecords.length > 0);
      expect(unsavedRecords).toHaveLength(1);
    });
    await shop.make([1, 'joint'], [2, 'joint'], [3, 'joint']);
    expect(drawn.slice(0, 2)).toEqual([false, true]);
    expect(written).toEqual([false, false, false]);
  });

  it('are swept of what a process that died left half made, and of nothing else', async () => {
    const place = join(await aFolder(), 'files');
    const batch = join(place, '2026-03-07 190000', 'seat-01');
    const half = '.seat-01-both.pdf.99999-0a1b2c3d-1.tmp';
    for (const folder of [batch, join(place, 'mine')]) {
      mkdirSync(folder, { recursive: true });
      for (const name of [half, 'seat-01-A.pdf']) writeFileSync(join(folder, name), 'as it was');
    }
    await open((bytes) => bytes, place);
    await until(() => !existsSync(join(batch, half)), 'the half file gone');
    expect(readdirSync(batch)).toEqual(['seat-01-A.pdf']);
    expect(readdirSync(join(place, 'mine')).sort()).toEqual([half, 'seat-01-A.pdf']);
  });

  it('are text, a table and data too, beside which lies once what all data says of itself', async () => {
    const shop = await open((bytes) => bytes);
    const of = shop.copies([1, 'joint'], [1, 'A'], [2, 'B']);
    const formats = ['markdown', 'csv', 'json'] as const;
    shop.core.do({ type: 'take-home/make', copies: wantedIn(formats, of), paper: 'A4', encrypted: false });
    await shop.ended(1);
    expect(shop.ends()).toEqual(Array.from({ length: 9 }, () => 'made'));
    const files = filesIn(shop.folder());
    const beside = ['about-these-files.txt', 'holdfast-take-home.schema.json'];
    const named = (seat: string, whom: string) => ['csv', 'json', 'md'].map((ending) => `${seat}-${whom}.${ending}`);
    expect(files).toEqual(
      [
        'SHA256SUMS.txt',
        ...[...beside, ...named('seat-01', 'A'), ...named('seat-01', 'both')].map((name) => `seat-01/${name}`),
        ...[...beside, ...named('seat-02', 'B')].map((name) => `seat-02/${name}`),
      ].sort(),
    );
    const read = (name: string): string => readFileSync(join(shop.folder(), name), 'utf8');
    for (const ending of ['csv', 'json', 'md']) {
      expect(read(`seat-01/seat-01-A.${ending}`)).toContain('of A');
      expect(read(`seat-01/seat-01-A.${ending}`)).not.toContain('of B');
      expect(read(`seat-01/seat-01-both.${ending}`)).toContain(word);
    }
    const about = read('seat-02/about-these-files.txt');
    expect(about).toContain('They are not therapy');
    expect(about).toContain('Line: 1');
    const sums = read('SHA256SUMS.txt').trim().split('\n');
    expect(sums.map((line) => line.split('  ')[1]).sort()).toEqual(files.slice(1));
  });

  it('hold in every format, name and list only what is their readers’, whatever else is known', async () => {
    const shop = await open((bytes) => bytes);
    const { core } = shop;
    const [id = ''] = shop.couples;
    core.do({ type: 'couple/note', id, text: 'a note word-4d10' });
    const ofB = core.session().records[id]?.record.answers.find(({ owner }) => owner === 'B')?.id ?? '';
    core.do({ type: 'record/reader', id, answer: ofB, reader: 'only-i', on: '2026-03-07' });
    const copies = versions.map((version) => ({ id, version }));
    core.do({ type: 'take-home/make', copies: wantedIn(formatNames, copies), paper: 'A4', encrypted: false });
    await shop.ended(1);
    expect(new Set(shop.ends())).toEqual(new Set(['made']));
    /** In which files each may stand; in files of no reader's own, none of them. */
    const stands: readonly (readonly [string, RegExp])[] = [
      ['of A', /-A\.(pdf|md|csv|json)$/],
      ['of B', /^$/],
      [word, /-(A|B|both)\.(pdf|md|csv|json)$/],
      ['word-4d10', /^$/],
    ];
    const files = filesIn(shop.folder());
    for (const [mark, where] of stands) {
      const holds = files.filter((file) => readFileSync(join(shop.folder(), file)).includes(mark));
      expect(holds, mark).toEqual(files.filter((file) => where.test(file)));
    }
    const nameless = files.filter((file) => !/\.(pdf|md|csv)$/.test(file));
    for (const name of names)
      for (const file of nameless) expect(readFileSync(join(shop.folder(), file), 'utf8'), file).not.toContain(name);
    expect(names.filter((name) => files.join().includes(name))).toEqual([]);
  });

  it('leave no half file on a disk that is full, and say so', async () => {
    const disk = new SmallDisk(join(await aFolder(), 'small'), 64);
    onTestFinished(() => disk.unmount());
    const shop = await open(
      (bytes) => async (job) => {
        const made = await bytes(job);
        return job.summary?.lines[0]?.includes('Cleo') ? new Uint8Array(1_000_000) : made;
      },
      join(disk.folder, 'files'),
    );
    await shop.make([1, 'joint'], [2, 'joint'], [3, 'joint']);
    expect(shop.ends()).toEqual(['made', 'disk-full', 'made']);
    const files = readdirSync(shop.folder(), { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.includes('.tmp') || name.endsWith('seat-02-both.pdf'))).toEqual([]);
  });

  it('cannot be made where there is no folder to be had, and say so', async () => {
    const folder = await aFolder();
    writeFileSync(join(folder, 'a-file'), '');
    const shop = await open((bytes) => bytes, join(folder, 'a-file', 'files'));
    await shop.make([1, 'joint']);
    expect(shop.ends()).toEqual(['disk']);
  });
});
