/** Built into the app by `build/page-parts.mjs`. */
declare module 'virtual:page-parts' {
  /** The script of the page that is filled in at home, and its style: each whole, in one text. */
  export const script: string;
  export const style: string;
}
