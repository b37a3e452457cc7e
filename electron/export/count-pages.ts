import { PDFDocument } from '@cantoo/pdf-lib';

export const countPages = async (bytes: Uint8Array): Promise<number> =>
  (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
