import { useEffect, useState } from 'react';
import type { RoomScene } from '../../shared/room/room-view';
import { sceneKey } from './scene-key';

/** Milliseconds a change of scene takes. */
export const fadeMs = 500;

export interface Layer {
  readonly id: number;
  readonly scene: RoomScene;
  readonly leaving: boolean;
}

/** The scene, and under it the one it follows for as long as they cross-fade. With `fade` off a change is a cut. */
export function useLayers(scene: RoomScene, fade: boolean): readonly Layer[] {
  const [layers, setLayers] = useState<readonly Layer[]>([{ id: 0, scene, leaving: false }]);
  const top = layers[layers.length - 1];
  if (top === undefined) throw new Error('a stage has a scene');
  let shown = layers;
  if (top.scene !== scene) {
    const same = sceneKey(top.scene) === sceneKey(scene);
    const below = same ? layers.slice(0, -1) : fade ? [{ ...top, leaving: true }] : [];
    shown = [...below, { id: same ? top.id : top.id + 1, scene, leaving: false }];
    setLayers(shown);
  }
  const newest = shown[shown.length - 1]?.id ?? 0;
  useEffect(() => {
    const done = setTimeout(() => setLayers((all) => all.filter((layer) => layer.id >= newest)), fadeMs);
    return () => clearTimeout(done);
  }, [newest]);
  return shown;
}
