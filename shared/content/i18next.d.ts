import 'i18next';
import type { words } from './en/interface/interface';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof words;
  }
}
