import { describe, expect, test } from 'vitest';
import { parseCouples } from '../../renderer/console/kit/parse-couples';
import { content } from '../../shared/content/en/content';
import cases from './cases/couples-pasted.json';

const read = (text: string) => parseCouples(text, content.listWords);
const pairs = (text: string) => read(text).map(({ A, B }) => [A, B]);

describe('couples as people paste them', () => {
  test.each(cases.rows)('$paste', ({ paste, couples, doubt = [], seats }) => {
    const found = read(paste);
    expect(found.map(({ A, B }) => [A, B])).toEqual(couples);
    expect(found.flatMap(({ doubts }, index) => (doubts.length > 0 ? [index + 1] : []))).toEqual(doubt);
    expect(found.map(({ seat }) => seat)).toEqual(seats ?? couples.map(() => null));
  });

  test.each<[text: string, ...couples: [A: string, B: string, seat?: number][]]>([
    ['Ada & Bo', ['Ada', 'Bo']],
    ['Ada and Bo', ['Ada', 'Bo']],
    ['  Ada,Bo ', ['Ada', 'Bo']],
    ['Ada\tBo', ['Ada', 'Bo']],
    ['Ada Lee / Bo Rand', ['Ada Lee', 'Bo Rand']],
    ['Andy & Sandy', ['Andy', 'Sandy']],
    ['Ada Lee + Bo Kim', ['Ada Lee', 'Bo Kim']],
    ['Ada;Bo', ['Ada', 'Bo']],
    ['Ada | Bo', ['Ada', 'Bo']],
    ['Ada – Bo', ['Ada', 'Bo']],
    ['Ada — Bo', ['Ada', 'Bo']],
    ['Ada—Bo', ['Ada', 'Bo']],
    ['Ada × Bo', ['Ada', 'Bo']],
    ['Ada 💕 Bo', ['Ada', 'Bo']],
    ['\uFEFFAda\u200b & Bo', ['Ada', 'Bo']],
    ['| Name 1 | Name 2 |\n|---|---|\n| Ada | Bo |', ['Ada', 'Bo']],
    ['> Ada & Bo', ['Ada', 'Bo']],
    ['- [ ] Ada & Bo', ['Ada', 'Bo']],
    ['1.) Ada & Bo\n2- Cleo & Dara', ['Ada', 'Bo'], ['Cleo', 'Dara']],
    ['Ada & Bo\n----\nCleo & Dara', ['Ada', 'Bo'], ['Cleo', 'Dara']],
    ['Ada AND Bo', ['Ada', 'Bo']],
    ['Ana e João', ['Ana', 'João']],
    ['小明 和 小红', ['小明', '小红']],
    ['Ada & Bo,', ['Ada', 'Bo']],
    ['A: Ada, B: Bo', ['Ada', 'Bo']],
    ['Partner 1: Ada Lee; Partner 2: Bo Kim', ['Ada Lee', 'Bo Kim']],
    ['Names: Ada & Bo', ['Ada', 'Bo']],
    ['Ada &amp; Bo', ['Ada', 'Bo']],
    ['Ada\u00a0&\u00a0Bo', ['Ada', 'Bo']],
    ['Ada ❤️ Bo', ['Ada', 'Bo']],
    ['Jean-Luc – Marie-Claire', ['Jean-Luc', 'Marie-Claire']],
    ['Jean-Luc und Marie-Claire', ['Jean-Luc', 'Marie-Claire']],
    ['Lee, Ada / Kim, Bo', ['Ada Lee', 'Bo Kim']],
    ['Lee, Ada and Kim, Bo', ['Ada Lee', 'Bo Kim']],
    ['Lee, Ada\tKim, Bo', ['Ada Lee', 'Bo Kim']],
    ['"Lee, Ada","Kim, Bo"', ['Ada Lee', 'Bo Kim']],
    ['"Lee, Ada";"Kim, Bo"', ['Ada Lee', 'Bo Kim']],
    ['Mr. Ada Lee & Dr. Bo Kim', ['Ada Lee', 'Bo Kim']],
    ['Ada (she/her) & Bo (they/them)', ['Ada', 'Bo']],
    ['A. Lee & B. Kim', ['A. Lee', 'B. Kim']],
    ['“Ada Lee” & “Bo Kim”', ['Ada Lee', 'Bo Kim']],
    ['"Ada" & "Bo"', ['Ada', 'Bo']],
    ['Ada Lee <ada@example.org>, Bo Kim <bo@example.org>', ['Ada Lee', 'Bo Kim']],
    ['Lee, Ada <ada@example.org>; Kim, Bo <bo@example.org>', ['Ada Lee', 'Bo Kim']],
    ['Ada & Bo, +49 170 1234567, ada@example.org', ['Ada', 'Bo']],
    ['Ada Lee\tada@example.org\tBo Kim\t(555) 123-4567', ['Ada Lee', 'Bo Kim']],
    ['Ada Lee   Bo Kim', ['Ada Lee', 'Bo Kim']],
    ['Ada,Lee,Bo,Kim', ['Ada Lee', 'Bo Kim']],
    ['Ada;Lee;Bo;Kim', ['Ada Lee', 'Bo Kim']],
    ['田中さくら ＆ 鈴木健', ['田中さくら', '鈴木健']],
    ['田中さくら、鈴木健', ['田中さくら', '鈴木健']],
    ['王芳／李明', ['王芳', '李明']],
    ['김지민 & 박서준', ['김지민', '박서준']],
    ["Siobhán O'Neil & Zoë", ["Siobhán O'Neil", 'Zoë']],
    // Seats: a column of numbers, or one that is called so; never the number of a list.
    ['3\tAda\tBo', ['Ada', 'Bo', 3]],
    ['Ada\tBo\t3', ['Ada', 'Bo', 3]],
    ['3,Ada & Bo', ['Ada', 'Bo', 3]],
    ['3;Ada;Bo', ['Ada', 'Bo', 3]],
    ['12, Lee, Ada & Kim, Bo', ['Ada Lee', 'Bo Kim', 12]],
    ['Seat 3: Ada & Bo', ['Ada', 'Bo', 3]],
    ['Table 4 - Ada & Bo', ['Ada', 'Bo', 4]],
    ['Ada & Bo, table 4', ['Ada', 'Bo', 4]],
    ['7 Ada & Bo\n4 Cleo & Dara', ['Ada', 'Bo', 7], ['Cleo', 'Dara', 4]],
    ['1 Ada & Bo\n2 Cleo & Dara', ['Ada', 'Bo'], ['Cleo', 'Dara']],
    ['1) Ada & Bo\n2) Cleo & Dara', ['Ada', 'Bo'], ['Cleo', 'Dara']],
    ['(1) Ada & Bo', ['Ada', 'Bo']],
    ['1.\tAda & Bo', ['Ada', 'Bo']],
    ['•\tAda & Bo', ['Ada', 'Bo']],
    ['1. Ada\tBo', ['Ada', 'Bo']],
    ['- Ada & Bo\n* Cleo & Dara', ['Ada', 'Bo'], ['Cleo', 'Dara']],
    ['a) Ada & Bo', ['Ada', 'Bo']],
    ['① 田中 & 鈴木', ['田中', '鈴木']],
    ['Couple 1: Ada & Bo', ['Ada', 'Bo']],
    // Every way a line ends, and several on one.
    ['Ada & Bo\u2028Cleo & Dara', ['Ada', 'Bo'], ['Cleo', 'Dara']],
    ['Ada & Bo\rCleo & Dara\r\n\r\n  \nEli & Fin', ['Ada', 'Bo'], ['Cleo', 'Dara'], ['Eli', 'Fin']],
    ['Ada & Bo; Cleo & Dara', ['Ada', 'Bo'], ['Cleo', 'Dara']],
    ['Ada & Bo, Cleo & Dara', ['Ada', 'Bo'], ['Cleo', 'Dara']],
    ['Partner 1\tPartner 2\n"Ada\nLee"\t"Bo Kim"', ['Ada Lee', 'Bo Kim']],
    // Headings.
    ['Name 1/Name 2\nAda/Bo', ['Ada', 'Bo']],
    ['Partner A/B\nAda / Bo', ['Ada', 'Bo']],
    ['Couples:\nAda & Bo', ['Ada', 'Bo']],
    ['Names\nAda & Bo', ['Ada', 'Bo']],
    ['Seat\tCouple\n4\tAda & Bo', ['Ada', 'Bo', 4]],
    ['Seat,Partner A,Partner B\n4,Ada,Bo', ['Ada', 'Bo', 4]],
    ['First name,Last name,Partner first name,Partner last name\nAda,Lee,Bo,Kim', ['Ada Lee', 'Bo Kim']],
    ['Last 1;First 1;Last 2;First 2\nLee;Ada;Kim;Bo', ['Ada Lee', 'Bo Kim']],
    ['First 1,First 2,Last 1,Last 2\nAda,Bo,Lee,Kim', ['Ada Lee', 'Bo Kim']],
    ['#\tName\tEmail\tPartner\tEmail\n2\tAda Lee\ta@b.org\tBo Kim\tc@d.org', ['Ada Lee', 'Bo Kim', 2]],
    ['Family name,Partner 1,Partner 2\nLee,Ada,Bo', ['Ada Lee', 'Bo Lee']],
    ['Timestamp,Your name,Partner’s name,Email\n2026-01-02,Ada Lee,Bo Kim,a@b.co', ['Ada Lee', 'Bo Kim']],
    ['Her name,His name\nAda,Bo', ['Ada', 'Bo']],
    ['First partner,Second partner,Diet\nAda,Bo,none', ['Ada', 'Bo']],
    ['Name;Partner name\n"Lee, Ada";"Kim, Bo"', ['Ada Lee', 'Bo Kim']],
  ])('%j without a doubt', (text, ...couples) => {
    const found = read(text);
    expect(found.map(({ A, B, seat }) => (seat === null ? [A, B] : [A, B, seat]))).toEqual(couples);
    expect(found.flatMap(({ doubts }) => doubts)).toEqual([]);
  });

  test.each<[text: string, A: string, B: string, doubt: string]>([
    ['The Harpers', '', '', 'no-names'],
    ['Harper family', '', '', 'no-names'],
    ['Familie Harper', '', '', 'no-names'],
    ['Mr & Mrs John Lee', '', '', 'no-names'],
    ['Ada E Lee & Bo and Ro', 'Ada E Lee', 'Bo and Ro', 'odd-name'],
    ['Ada & Bo & Cleo', 'Ada', 'Bo & Cleo', 'more-names'],
    ['Lee, Ada & Bo', 'Ada Lee', 'Bo Lee', 'shared-name'],
    ['Ada & Bo, vegetarian', 'Ada', 'Bo', 'left-out'],
    ['Ada & Bo (vegetarian)', 'Ada', 'Bo', 'left-out'],
    ['Ada\tBo\tvegetarian', 'Ada', 'Bo', 'left-out'],
    ['Ada & Bo\tvegetarian', 'Ada', 'Bo', 'left-out'],
    ['Ada\t34\tBo\t36', 'Ada', 'Bo', 'left-out'],
    ['Ada 34 & Bo', 'Ada 34', 'Bo', 'odd-name'],
    ['Mr. Lee & Ms. Kim', 'Lee', 'Kim', 'odd-name'],
    ['12', '', '', 'no-names'],
    ['Couple name,Partner A,Partner B\nLee,Ada,Bo', 'Lee', 'Ada', 'more-names'],
  ])('%j is in doubt', (text, A, B, doubt) => {
    const found = read(text);
    expect(found[0]?.doubts).toContain(doubt);
    expect(found.map((couple) => [couple.A, couple.B])).toEqual([[A, B]]);
  });

  test('one name alone stays one name, and an unknown second is none', () => {
    expect(pairs('Ada\nAda &\nAda & ?\nAda & TBD\nAda +1')).toEqual([
      ['Ada', ''],
      ['Ada', ''],
      ['Ada', ''],
      ['Ada', ''],
      ['Ada', ''],
    ]);
  });

  test('the line stays beside its couple as it was pasted', () => {
    expect(read('Name\tPartner\n  "Lee, Ada"\tBo Kim \n').map(({ line }) => line)).toEqual(['"Lee, Ada"\tBo Kim']);
    expect(read('• Ada & Bo\n\n2. Cleo & Dara').map(({ line }) => line)).toEqual(['• Ada & Bo', '2. Cleo & Dara']);
  });

  test.each(['a ', 'a@', '1.', '12 ', 'a, ', '-', '"', '(', 'A: ', '+1 ', '\t', '& '])(
    'a book of %j that was pasted by mistake keeps nobody waiting',
    (sign) => {
      const began = performance.now();
      read(sign.repeat(20_000 / sign.length));
      expect(performance.now() - began).toBeLessThan(1000);
    },
  );

  test('many lines are all read', () => {
    const many = Array.from(
      { length: 75 },
      (_, n) => `${n + 1}. Xenia ${String.fromCharCode(65 + (n % 26))} & Yuri`,
    ).join('\n');
    expect(read(many)).toHaveLength(75);
  });
});
