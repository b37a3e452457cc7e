import type { RoomBridge } from '../../shared/room/channel';

declare global {
  interface Window {
    readonly holdfastRoom: RoomBridge;
  }
}
