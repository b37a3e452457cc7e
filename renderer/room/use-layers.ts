import { useEffect, useState } from 'react';
import type { RoomScene } from '../../shared/room/room-view';
import { sceneKey } from './scene-key';

/** Milliseconds a change of scene takes. */
export const fadeMs = 500;
/** Milliseconds after a change, fade and all, until the scene to come is laid out: not in the frames that people see change. */
const restMs = 250;

/** How many that were not covered yet are kept under one that leaves: presses are not faster than that. */
const mostCovered = 3;

export interface Layer {
  readonly id: number;
  readonly scene: RoomScene;
  /** `coming` is drawn and never seen: it is ready when Next is pressed. */
  readonly stands: 'leaving' | 'on' | 'coming';
}

const newId = (layers: readonly Layer[]): number => Math.max(...layers.map(({ id }) => id)) + 1;
const same = (a: RoomScene, b: RoomScene): boolean => sceneKey(a) === sceneKey(b);

/** The layers once `scene` is on: over what still leaves, as it may not be covered yet. One that was laid out for it is taken as it stands. */
function changed(layers: readonly Layer[], on: Layer, scene: RoomScene): readonly Layer[] {
  if (same(on.scene, scene)) return layers.map((layer) => (layer === on ? { ...on, scene } : layer));
  const ready = layers.find((layer) => layer.stands === 'coming' && same(layer.scene, scene));
  const next: Layer = { id: ready?.id ?? newId(layers), scene, stands: 'on' };
  const leaving = layers.filter(({ stands }) => stands === 'leaving').slice(-mostCovered);
  return [...leaving, { ...on, stands: 'leaving' }, next];
}

/** The layers at rest: what is on, and out of sight what may come. */
function settled(layers: readonly Layer[], coming: RoomScene | null): readonly Layer[] {
  const on = layers.filter(({ stands }) => stands === 'on');
  if (coming === null || on.some(({ scene }) => same(scene, coming))) return on;
  const ready = layers.find((layer) => layer.stands === 'coming' && same(layer.scene, coming));
  return [...on, ready ?? { id: newId(layers), scene: coming, stands: 'coming' }];
}

/**
 * The scene, under it what it follows until that is covered, and out of sight the one that may come. With `fade` off a
 * change is a cut: what leaves is out of sight at once, and taken away in a later frame than the one people wait for.
 */
export function useLayers(scene: RoomScene, coming: RoomScene | null, fade: boolean): readonly Layer[] {
  const [layers, setLayers] = useState<readonly Layer[]>([{ id: 0, scene, stands: 'on' }]);
  const on = layers.find(({ stands }) => stands === 'on');
  if (on === undefined) throw new Error('a stage has a scene');
  let shown = layers;
  if (on.scene !== scene) {
    shown = changed(layers, on, scene);
    setLayers(shown);
  }
  const newest = shown.find(({ stands }) => stands === 'on')?.id ?? 0;
  const comes = coming === null ? '' : sceneKey(coming);
  useEffect(() => {
    const left = ({ id, stands }: Layer): boolean => stands === 'leaving' && id < newest;
    const done = setTimeout(() => setLayers((all) => all.filter((layer) => !left(layer))), fadeMs);
    return () => clearTimeout(done);
  }, [newest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `comes` is what comes by value, and each change begins the wait anew
  useEffect(() => {
    const done = setTimeout(() => setLayers((all) => settled(all, coming)), (fade ? fadeMs : 0) + restMs);
    return () => clearTimeout(done);
  }, [newest, comes, fade]);
  return shown;
}
