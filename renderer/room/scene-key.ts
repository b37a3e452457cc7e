import type { RoomScene } from '../../shared/room/room-view';

/** What makes a scene another scene: everything but its timer's stamps. */
export function sceneKey(scene: RoomScene): string {
  return JSON.stringify({ ...scene, dial: null });
}
