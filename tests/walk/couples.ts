/** Invented people whose names are as long, as short and as alike as those of a real evening. */
const names = [
  'Ada & Bo',
  'Cleo & Dara',
  'Emil & Finn',
  'Maximiliana-Josephine & Bartholomew-Alexander',
  'Noor & Sam',
  'Ines & Tomas',
  'Zoë & Chloé',
  'Ana María & José Luis',
  'Wei & Li',
  'Jo & Jo',
  'Aoife & Siobhán',
  'Björn & Åsa',
  'Priya & Arjun',
  'Oluwaseun & Adaeze',
  'Kateřina & Ondřej',
  'Mette & Anne-Sofie',
  'Yusuf & Elif',
  'Hana & Kenji',
  'Gwendolyn & Peregrine',
  'Lou & Max',
  'Ada & Ben',
  'Vasiliki & Konstantinos',
  'Sven & Lars',
  'Marguerite & Jean-Baptiste',
  'Ivy & Rose',
  'Dmitri & Yelena',
  'Tui & Aroha',
  'Fatima & Omar',
  'Beatrix & Ottoline',
  'Nia & Rhys',
] as const;

export const mostCouples = names.length * 2;

/** So many couples, as they are typed: one on each line. The second time round each has a family name. */
export function couplesTyped(count: number): string {
  return Array.from({ length: count }, (_, n) => {
    const pair = names[n % names.length] ?? '';
    return n < names.length ? pair : `${pair} Falkenberg`;
  }).join('\n');
}
