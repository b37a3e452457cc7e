import { PDFDocument } from '@cantoo/pdf-lib';

/** Whoever opens it has all of it: to read aloud, to print, to copy. */
const permissions = {
  printing: 'highResolution',
  copying: true,
  contentAccessibility: true,
  modifying: true,
  annotating: true,
  fillingForms: true,
  documentAssembly: true,
} as const;

/** The same pages, tags and outline, all of it under AES-256 by this phrase: its title too is read by nobody else. */
export async function encryptPdf(bytes: Uint8Array, phrase: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.encrypt({ algorithm: 'AES-256', userPassword: phrase, ownerPassword: phrase, permissions });
  return document.save({ updateFieldAppearances: false });
}
