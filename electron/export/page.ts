import { letsExport } from '../../shared/couple/summary/choose';
import { pageNow } from '../../shared/session/view/page-view';
import { type Maker, NotMade } from './maker';
import { pageHtml } from './page-html';

/** A page that is filled in at home, by one partner. Its code is on the disk before the page is handed out. */
export const page: Maker = ({ session, book, copy }) => {
  const { version } = copy;
  const record = session.records[copy.id]?.record;
  if (record === undefined) throw new NotMade('not-open');
  if (version === 'joint' || !letsExport(record.consents, version)) throw new NotMade('no-consent');
  const document = pageNow(session, book, copy.id, version);
  if (document === null) throw new NotMade('no-consent');
  return {
    from: document,
    bytes: async ({ codeOf }) =>
      new TextEncoder().encode(pageHtml({ ...document, code: await codeOf(copy.id, version) })),
  };
};
