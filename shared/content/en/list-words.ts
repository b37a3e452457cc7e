import type { ListWords } from '../content-types';

const list = (words: string): readonly string[] => words.split(' ');

/** Words that stand in lists of couples beside the names; those of other languages are pasted too. */
export const listWords: ListWords = {
  and: list('and und et og och y e en ve with plus и і و 和 与 與 と 및'),
  between: ' & ',
  titles: list(
    'mr mrs ms miss mx mister missus dr prof professor rev sir madam dame lord lady herr frau mme mlle monsieur madame señor señora',
  ),
  article: list('the'),
  family: list('family families familie'),
  seat: list('seat seats table chair place'),
  number: list('couple pair number no nr num'),
  unknown: list('tbd tba tbc unknown guest partner nobody none'),
  columns: {
    first: list('first firstname forename given vorname prénom'),
    last: list('last lastname surname family nachname nom'),
    person: list(
      'name names partner partners person people participant participants couple couples pair pairs guest guests spouse husband wife attendee attendees client clients',
    ),
    contact: list('email mail phone mobile cell tel telephone contact address'),
    beside: list('full of the list and or id s preferred your my his her their'),
    ones: list('1 a one first'),
    twos: list('2 b two second'),
  },
};
