import type { PrintBridge } from '../../shared/couple/print-channel';

declare global {
  interface Window {
    readonly holdfastPrint: PrintBridge;
  }
}
