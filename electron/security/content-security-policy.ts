type Directives = Readonly<Record<string, string>>;

const nobody: Directives = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

const ownFiles: Directives = {
  ...nobody,
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'none'",
};

const written = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** The policy of a page: its own files and what its entry of the table says beyond that. */
export const pagePolicy = (own: Directives): string => written({ ...ownFiles, ...own });

/** The policy of a card: one style and nothing else. */
export const cardPolicy = (nonce: string): string => written({ ...nobody, 'style-src': `'nonce-${nonce}'` });

export const headers = (type: string, policy: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
});
