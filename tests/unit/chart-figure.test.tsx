import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { ChartFigure } from '../../renderer/console/couples/practice/chart-figure';
import { loadLanguage } from '../../shared/content/language';
import { translator } from '../../shared/content/translator';

await loadLanguage('en');

const captionOf = (count: number): string | undefined =>
  /<figcaption[^>]*>(.*)<\/figcaption>/u.exec(
    renderToStaticMarkup(
      <I18nextProvider i18n={translator('en')}>
        <ChartFigure
          title="Bids"
          says="Some noticed"
          drawn={{ most: 10, of: 'days' }}
          columns={['Day']}
          rows={Array.from({ length: count }, (_, n) => ({ id: `${n}`, cells: [`${n}`] }))}
          signs={[]}
        >
          {null}
        </ChartFigure>
      </I18nextProvider>,
    ),
  )?.[1];

describe('a chart of a couple’s page', () => {
  it('says how many of its days are drawn where some are not, and nothing of it where all are', () => {
    expect(captionOf(61)).toContain('The picture shows the last 10 of 61 days.');
    expect(captionOf(11)).toContain('The picture shows the last 10 of 11 days.');
    expect(captionOf(10)).not.toContain('picture');
  });
});
