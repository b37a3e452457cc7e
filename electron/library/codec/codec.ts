/** How bytes stand on the disk: every document, older copy, list and live position passes here. */
export interface Codec {
  readonly encode: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Rejects bytes that it did not encode. */
  readonly decode: (bytes: Uint8Array) => Promise<Uint8Array>;
}

export const plain: Codec = {
  encode: async (bytes) => bytes,
  decode: async (bytes) => bytes,
};
