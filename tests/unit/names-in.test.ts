import { describe, expect, it, test } from 'vitest';
import { content } from '../../shared/content/en/content';
import { nameIn, namesOf } from '../../shared/session/policy/names-in';
import { aRetreat } from '../make';

const names = ['Élodie van der Berg', 'Cleo', 'Al', 'O', '王 芳', '美咲', 'サラ', '지민', 'สมชาย', 'Łukasz', 'Søren'];

describe('a name from the roster', () => {
  test.each([
    ['Elodie, please sit', 'Élodie van der Berg'],
    ['An evening at the BERG', 'Élodie van der Berg'],
    ['CLEO!', 'Cleo'],
    ['Cleo’s tea', 'Cleo'],
    ['請Cleo過來', 'Cleo'],
    ['我们等王芳回来', '王 芳'],
    ['美咲さん、どうぞ', '美咲'],
    ['今日はサラの番です', 'サラ'],
    ['지민은 여기 앉으세요', '지민'],
    ['ขอเชิญสมชายนั่ง', 'สมชาย'],
    ['Thank you, Lukasz', 'Łukasz'],
    ['Soren and the sea', 'Søren'],
  ])('is found in “%s”', (text, name) => {
    expect(nameIn([text], names)).toBe(name);
  });

  test.each([
    'Two more minutes.',
    'Clear the table',
    'We are always almost there',
    'Cleopatra, and an ice-cream',
    'O what a day',
    '王先生的花芳香',
    '美しい一日、花が咲く',
    '지금 민들레',
    '',
  ])('is not found in “%s”', (text) => {
    expect(nameIn([text], names)).toBeNull();
  });

  it('is looked for in every text, and an empty place at the table is no name', () => {
    expect(nameIn(['Nothing here', 'Tea with Cleo'], ['', 'Cleo'])).toBe('Cleo');
    expect(nameIn(['Nothing', 'here'], ['', ' ', '—'])).toBeNull();
    // What ends one text and begins the next is no name.
    expect(nameIn(['王', '芳'], names)).toBeNull();
  });

  it('is noticed once it stands on the roster, whatever was written before', () => {
    const retreat = aRetreat();
    expect(nameIn(['An evening for Noor'], namesOf(retreat.couples))).toBeNull();
    const late = retreat.couples.map((couple, n) =>
      n === 1 ? { ...couple, B: { ...couple.B, name: 'Noor' } } : couple,
    );
    expect(nameIn(['An evening for Noor'], namesOf(late))).toBe('Noor');
  });
});

describe('a name that is a word of the language', () => {
  const common = new Set(content.commonWords);
  const roster = ['Will Lee', 'Anna', 'Grace', 'An Thi Nguyen', 'You', 'Jo', 'Ro'];
  test.each([
    ['Will you rest?', 'Will Lee'],
    ['WILL YOU REST', 'Will Lee'],
    ['Grace, your turn', 'Grace'],
    ['Annas turn', 'Anna'],
    ['annas turn', 'Anna'],
    ['Anna’s turn', 'Anna'],
    ["Anna's turn", 'Anna'],
    ['Will’s chair', 'Will Lee'],
    ['Wills chair', 'Will Lee'],
    ['jo, sit down', 'Jo'],
  ])('is found in “%s”', (text, name) => {
    expect(nameIn([text], roster, common)).toBe(name);
  });

  test.each([
    'We will rest',
    'with grace, in an hour',
    'write your wills',
    // "Thi" and an s, but a word.
    'This is the way, this way',
    'thank you',
    // Names of two letters hang no s on.
    'Ros and Jos',
    'Annals, mannas',
  ])('is not found in “%s”', (text) => {
    expect(nameIn([text], roster, common)).toBeNull();
  });

  it('is known by everyday words, each in lower case and once', () => {
    expect(content.commonWords.filter((word) => word !== word.toLowerCase() || word === '')).toEqual([]);
    expect(common.size).toBe(content.commonWords.length);
  });
});
