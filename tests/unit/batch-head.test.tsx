import { readFileSync } from 'node:fs';
import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import { BatchHead } from '../../renderer/console/couples/batch-head';

beforeAll(async () => void (await i18next.use(initReactI18next).init({ lng: 'en', resources: {} })));

const file = (state: 'made' | 'waits') => ({ state, fault: null, file: null });

// Each frame of a bar that glides lays out all that stands beside it.
it('a bar that comes on steps to where it is', () => {
  const html = renderToStaticMarkup(
    <MantineProvider>
      <BatchHead files={[file('made'), file('waits')]} folder="" goesOn stop={() => undefined} again={() => undefined}>
        <i />
      </BatchHead>
    </MantineProvider>,
  );
  expect(html).toContain('aria-valuenow="50"');
  expect(html).toContain('--progress-transition-duration:0ms');
});

// Else its table is laid out with a scroll bar and without one, each time anything beside it changes.
it('a list that takes the room that is left keeps the place of its scroll bar', () => {
  const sheet = readFileSync(`${import.meta.dirname}/../../renderer/console/couples/take-home.module.css`, 'utf8');
  const lists = sheet.match(/^\.[^{}]+\{[^{}]*flex: 0 1 auto;[^{}]*overflow: auto;[^{}]*\}/gm) ?? [];
  expect(lists).toHaveLength(2);
  for (const list of lists) expect(list).toContain('scrollbar-gutter: stable;');
});
