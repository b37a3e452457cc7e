import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Stage } from '../../renderer/room/stage';
import type { RoomView } from '../../shared/room/room-view';
import { roomViewSchema, sceneSchema } from '../../shared/room/room-view-schema';
import { galleryNow, galleryViews } from '../rig/gallery/views';

const markup = (view: RoomView): string =>
  renderToStaticMarkup(<Stage view={view} clock={{ now: () => galleryNow, wakeIn: () => () => undefined }} />);

function gallery(name: string): RoomView {
  const view = galleryViews[name];
  if (view === undefined) throw new Error(`no view ${name}`);
  return view;
}

/** All strings a view holds for the wall to say. */
function said(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['kind', 'side', 'to', 'state', 'cue', 'look', 'dial'].includes(key) ? [] : said(inner),
  );
}

const plain = (html: string): string =>
  html.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

describe('the Stage', () => {
  it('has every kind of scene and cover in the gallery, each a view that may be sent', () => {
    const views = Object.values(galleryViews);
    for (const view of views) expect(roomViewSchema.safeParse(view).error).toBeUndefined();
    const kinds = sceneSchema.options.map((option) => option.shape.kind.value);
    expect(new Set(views.map((view) => view.scene.kind))).toEqual(new Set(kinds));
    expect(new Set(views.map((view) => view.cover.kind))).toEqual(new Set(['none', 'blank', 'holding', 'help']));
  });

  it.each(Object.keys(galleryViews))('says all that %s has to say', (name) => {
    const { scene, cover, message } = gallery(name);
    const html = plain(markup(gallery(name)));
    // A talk has no ring to rest under, and a hand-over is over when it is over.
    const rests = scene.kind !== 'talk' && scene.kind !== 'handover';
    // Written by the ring, when its last minute has begun.
    const listens = 'listens' in scene && scene.rehearsal !== null ? { listens: '' } : {};
    const shown = { ...scene, ...(rests ? {} : { rest: '' }), ...listens, underMinute: '' };
    for (const text of said({ scene: shown, cover, message })) expect(html).toContain(text);
  });

  it('says one thing once: a title that is the thought stands there as the thought alone', () => {
    const pause = gallery('break-over');
    expect(markup(pause).match(/>Break</g)).toHaveLength(1);
  });

  it('writes no style into its markup, so that the strictest policy lets it through', () => {
    for (const view of Object.values(galleryViews)) expect(markup(view)).not.toContain('style=');
  });

  it('sets every text in its own direction', () => {
    for (const view of Object.values(galleryViews)) {
      const texts = markup(view).match(/<div[^>]*>(?=[^<])/g) ?? [];
      for (const tag of texts) expect(tag).toMatch(/dir="|wall-emblem-letter|wall-plan-more/);
    }
  });

  it('hands the floor by place, letter and shape', () => {
    const html = markup(gallery('turn-a'));
    expect(html).toContain('data-scene="turn" data-side="A"');
    expect(html).toMatch(/wall-emblem" data-side="A" data-tone="full"/);
    expect(html).toMatch(/wall-listener" data-side="B"/);
  });

  it('takes the scene from sight under a cover, and shows no message on a blank wall', () => {
    const html = markup({ ...gallery('message'), cover: { kind: 'blank' } });
    expect(html).toContain('data-covered="true"');
    expect(html).toMatch(/wall-cover" data-cover="blank"><\/div>/);
  });

  it('shows no cue from before it was there', () => {
    expect(markup(gallery('cue'))).not.toMatch(/wall-halo|wall-glow|The bell has rung/);
  });
});
