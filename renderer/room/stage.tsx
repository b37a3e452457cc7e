import '../tokens.css';
import './stage.css';
import './ring.css';
import './turn.css';
import './still-scenes.css';
import './over-scene.css';
import './tall.css';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RoomScene, RoomView } from '../../shared/room/room-view';
import type { LiveClock } from '../../shared/room/window-clock';
import { faces, furtherFaces } from './faces';
import { Cover, Message } from './over-scene';
import { directionOf } from './return-time';
import { Scene } from './scene';
import { sceneKey } from './scene-key';
import { useLayers } from './use-layers';
import { type Wall, WallProvider } from './wall-context';

/** Milliseconds a cue is shown for. */
const glowMs = 3200;

interface Props {
  readonly view: RoomView;
  /** What may come next: laid out in advance and never shown before it is the view's own scene. */
  readonly coming?: RoomScene | null;
  /** Pass another one when the clock has moved, so that everything is drawn again. */
  readonly clock: LiveClock;
  /** Told whether all text fits at 1/20 of the height or more, whenever that changes. */
  readonly onFit?: (fits: boolean) => void;
}

/**
 * What the room sees, in plain boxes with roles, so that no page's styles for elements reach it: it fills its parent, which must have a size, and looks the same at the same size in any page.
 * Everything it shows comes from the view.
 */
export function Stage({ view, coming = null, clock, onFit }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(root);
  const fonts = useFonts();
  const glow = useGlow(view.cue, view.scene);
  const { look, cover, message } = view;
  const layers = useLayers(view.scene, coming, look.motion === 'full');
  const wall = useMemo<Wall>(() => ({ clock, look, width, height, glow }), [clock, look, width, height, glow]);

  const fits = useRef({ scene: true, message: true, cover: true });
  const told = useRef<boolean | null>(null);
  const sceneFits = useCallback((ok: boolean): void => {
    fits.current.scene = ok;
  }, []);
  const messageFits = useCallback((ok: boolean): void => {
    fits.current.message = ok;
  }, []);
  const coverFits = useCallback((ok: boolean): void => {
    fits.current.cover = ok;
  }, []);
  useEffect(() => {
    if (height === 0 || fonts === 0) return;
    const all =
      fits.current.scene && (message === null || fits.current.message) && (cover.kind === 'none' || fits.current.cover);
    if (told.current === all) return;
    told.current = all;
    onFit?.(all);
  });

  const measured = `${width} ${height} ${fonts} ${look.language} ${look.clock.pm} ${look.digits}`;
  return (
    <div
      className="wall"
      ref={root}
      lang={look.language}
      dir={directionOf(look.language)}
      data-palette={look.palette}
      data-motion={look.motion}
      data-blank={look.blankColour}
      data-covered={cover.kind !== 'none'}
      data-message={message !== null}
    >
      <WallProvider value={wall}>
        <div className="wall-under">
          {layers.map((layer) => (
            <Scene key={layer.id} scene={layer.scene} stands={layer.stands} measured={measured} report={sceneFits} />
          ))}
          {glow === null ? null : <div className="wall-glow" key={glow.id} />}
        </div>
        {message === null ? null : <Message text={message} measured={measured} report={messageFits} />}
        {cover.kind === 'none' ? null : <Cover cover={cover} measured={measured} report={coverFits} />}
      </WallProvider>
    </div>
  );
}

function useSize(root: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return size;
}

/** Grows each time a face has loaded, so that text is measured again; 0 until the two families are there. */
function useFonts(): number {
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    const more = (): void => setLoaded((n) => n + 1);
    // A face that cannot load leaves the fallback: it is measured all the same.
    void Promise.allSettled(faces.map((face) => document.fonts.load(face)))
      .then(more)
      .then(() => Promise.allSettled(furtherFaces.map(([face, letters]) => document.fonts.load(face, letters))));
    document.fonts.addEventListener('loadingdone', more);
    return () => document.fonts.removeEventListener('loadingdone', more);
  }, []);
  return loaded;
}

/** The cue to show, for as long as it is shown. Cues from before the page was there are past. */
function useGlow(cue: RoomView['cue'], scene: RoomScene): Wall['glow'] {
  const seen = useRef(cue?.id ?? 0);
  const before = useRef(scene);
  const [glow, setGlow] = useState<Wall['glow']>(null);
  useEffect(() => {
    // What ends and goes on by itself is told of with what follows already on: "time" is not said of who has just begun.
    const goesOn = sceneKey(before.current) !== sceneKey(scene);
    before.current = scene;
    if (cue === null || cue.id <= seen.current) return;
    seen.current = cue.id;
    if (cue.cue === 'none') return;
    setGlow({ id: cue.id, words: goesOn ? null : cue.words });
  }, [cue, scene]);
  useEffect(() => {
    if (glow === null) return;
    const over = setTimeout(() => setGlow(null), glowMs);
    return () => clearTimeout(over);
  }, [glow]);
  return glow;
}
