import { scopes } from '../fields';
import type { Leaf } from './pages';
import type { PrintoutWords } from './printout-words';

/** A page for each partner, for each decides alone and out of the other's sight: every scope with a yes and a no, and a signature. */
export const consentLeaves = ({ say, consents, takeBack }: PrintoutWords): Leaf[] =>
  (['A', 'B'] as const).map((side) => ({
    title: say('consentTitle'),
    lines: [say('consentOf', { side }), say('consentAlone')],
    sections: [
      {
        id: 'scopes',
        title: say('consentAsked'),
        intro: say('consentAskedIntro'),
        groups: [
          {
            title: null,
            items: scopes.map((scope) => ({
              id: scope,
              title: consents[scope].title,
              about: null,
              parts: [
                { kind: 'paragraph', text: consents[scope].text },
                { kind: 'boxes', of: [say('yes'), say('no')] },
              ],
            })),
          },
        ],
      },
      {
        id: 'take-back',
        title: say('takeBackTitle'),
        intro: null,
        groups: [
          {
            title: null,
            items: [{ id: 'take-back', title: '', about: null, parts: [{ kind: 'list', items: [...takeBack] }] }],
          },
        ],
      },
      {
        id: 'sign',
        title: say('signTitle'),
        intro: null,
        groups: [
          {
            title: null,
            items: [
              {
                id: 'sign',
                title: '',
                about: null,
                parts: [{ kind: 'gaps', of: [say('seat'), say('date'), say('signature')] }],
              },
            ],
          },
        ],
      },
    ],
    closing: [],
  }));
