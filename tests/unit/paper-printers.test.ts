import { expect, it } from 'vitest';
import { paperPrinters } from '../../electron/windows/paper-printers';

type PrinterInfo = Parameters<typeof paperPrinters>[0][number];

const aPrinter = (name: string, options: Readonly<Record<string, string>> = {}): PrinterInfo =>
  ({ name, displayName: name, description: '', options }) as PrinterInfo;

it.each([
  ['HP_LaserJet_M428', { 'printer-make-and-model': 'HP LaserJet Pro M428f-M429f, driverless, cups-filters 1.28' }],
  ['Ricoh in the hall', { 'printer-make-and-model': 'Ricoh MP C3003 PDF' }],
  ['Generic', { 'printer-make-and-model': 'Generic PDF Printer', 'device-uri': 'ipp://hall.local/ipp/print' }],
  ['Brother MFC-L2750DW series', { system_driverinfo: 'Brother MFC-L2750DW series;10.0;Brother' }],
  ['Dell XPS desk', {}],
])('%s prints on paper', (name, options) => {
  expect(paperPrinters([aPrinter(name, options)])).toEqual([{ name, title: name }]);
});

it.each([
  ['PDF', {}],
  ['office', { 'device-uri': 'cups-pdf:/' }],
  ['office', { 'printer-make-and-model': 'Generic CUPS-PDF Printer (no options)' }],
  ['office', { 'device-uri': 'file:/tmp/out' }],
  ['Microsoft Print to PDF', {}],
  ['Microsoft XPS Document Writer', {}],
  ['Scans', { system_driverinfo: 'Microsoft Print To PDF;10.0' }],
  ['OneNote (Desktop)', {}],
  ['Adobe PDF', {}],
  ['PDFCreator', {}],
  ['Fax', {}],
  ['HP OfficeJet 4650 (Fax)', {}],
])('%s makes a file, or sends it away: it is left out', (name, options) => {
  expect(paperPrinters([aPrinter(name, options)])).toEqual([]);
});

it('is called as the system calls it, where it does', () => {
  expect(paperPrinters([{ ...aPrinter('q7'), displayName: 'In the hall' }])).toEqual([
    { name: 'q7', title: 'In the hall' },
  ]);
  expect(paperPrinters([{ ...aPrinter('q7'), displayName: '' }])).toEqual([{ name: 'q7', title: 'q7' }]);
});
