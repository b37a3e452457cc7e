import { describe, expect, it } from 'vitest';
import { decodeDocument, encodeDocument } from '../../electron/library/codec/document';
import { findOutput } from '../../renderer/console/sound/outputs';
import { documentKinds } from '../../shared/session/documents/documents';
import { defaultSettings } from '../../shared/session/state/settings';
import { aHeld } from './library-kit';

const left = { id: 'one', label: 'HDMI' };
const right = { id: 'two', label: 'HDMI' };

describe('the chosen sound output', () => {
  it('is itself, also beside another of its name', () => {
    expect(findOutput([left, right], right)).toBe(right);
  });

  it('is known by its name once its id has changed', () => {
    expect(findOutput([left], { id: 'of another start', label: 'HDMI' })).toBe(left);
  });

  it('is none when nothing of its name is there', () => {
    expect(findOutput([left, right], { id: 'three', label: 'Headphones' })).toBeNull();
  });

  it('kept by its id alone, as schema 1 did, is chosen again; every other setting stays', () => {
    const body = { ...defaultSettings, palette: 'dusk', sound: { on: true, volume: 0.25, device: 'a1b2' } };
    const bytes = encodeDocument({ ...documentKinds.settings, schema: 1 }, aHeld(body, 3, 'only'));
    expect(decodeDocument(documentKinds.settings, Buffer.from(bytes))).toMatchObject({
      ok: true,
      held: { generation: 3, body: { ...body, sound: { on: true, volume: 0.25, device: null } } },
    });
  });
});
