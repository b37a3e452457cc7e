/** As much of Papa Parse as is used here; its own types would bring Node's into the pages. */
declare module 'papaparse' {
  interface Step {
    readonly data: readonly string[];
    readonly errors: readonly { readonly type: string }[];
    /** Where in the text the row ends. */
    readonly meta: { readonly cursor: number };
  }
  interface Config {
    readonly delimiter: string;
    readonly newline: '\n';
    readonly quoteChar: string;
    readonly step: (row: Step) => void;
  }
  const Papa: { readonly parse: (text: string, config: Config) => void };
  export = Papa;
}
