import { pageNow } from '../../shared/session/view/page-view';
import { type Maker, NotMade } from './maker';
import { pageHtml } from './page-html';
import { notReady } from './ready';

/** A page that is filled in at home, by one partner. Its code is on the disk before the page is handed out. */
export const page: Maker = (at) => {
  const { session, book, copy } = at;
  const { version } = copy;
  const refused = notReady(at, 'questions');
  if (refused !== null || version === 'joint') throw refused ?? new NotMade('nothing');
  const document = pageNow(session, book, copy.id, version);
  if (document === null) throw new NotMade('no-consent');
  return {
    from: document,
    bytes: async ({ codeOf }) =>
      new TextEncoder().encode(pageHtml({ ...document, code: await codeOf(copy.id, version) })),
  };
};
