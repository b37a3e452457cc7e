declare global {
  /** Read by the scroll lock under Mantine's dialogs, which writes a style element of its own. */
  var __webpack_nonce__: string | undefined;
}

/** The nonce this page's style elements must carry under its content policy; empty when there is none. */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  // Browsers hide a nonce from getAttribute once a policy is in force.
  return meta?.nonce || meta?.content || '';
}

export function giveNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce();
}
