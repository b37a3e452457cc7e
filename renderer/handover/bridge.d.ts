import type { HandoverBridge } from '../../shared/couple/handover-channel';

declare global {
  interface Window {
    readonly holdfastHandover: HandoverBridge;
  }
}
