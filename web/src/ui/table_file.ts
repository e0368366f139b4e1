// SPDX-License-Identifier: Apache-2.0

// Tables as files: what is on screen, for a spreadsheet.

export type Cell = string | number;
export type Rows = readonly (readonly Cell[])[];

/** A moment as spreadsheets read it, in the reader's zone. */
export const momentCell = (at: string): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));

const quoted = (cell: Cell): string => `"${String(cell).replaceAll('"', '""')}"`;

/** Separators of codes stay as they are. */
export const asCsv = (rows: Rows): string => `\ufeff${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;

export function keepText(text: string, name: string, type = 'text/csv;charset=utf-8'): void {
  keepFile(new Blob([text], { type }), name);
}

export function keepFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const kHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const kMain = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const kOffice = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kPackage = 'http://schemas.openxmlformats.org/package/2006';
const kTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Characters that XML does not have are left out, GS of codes among them. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ufffd]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const cellOf = (cell: Cell): string =>
  typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;

/** A workbook of one sheet (ECMA-376); its first row is the heading. */
export function asWorkbook(rows: Rows): Blob {
  const sheet = rows.map((row) => `<row>${row.map(cellOf).join('')}</row>`).join('');
  const pane = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return zipped({
    '[Content_Types].xml': `${kHead}<Types xmlns="${kPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kTypes}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${kHead}<Relationships xmlns="${kPackage}/relationships"><Relationship Id="rId1" Type="${kOffice}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${kHead}<workbook xmlns="${kMain}" xmlns:r="${kOffice}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${kHead}<Relationships xmlns="${kPackage}/relationships"><Relationship Id="rId1" Type="${kOffice}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${kHead}<worksheet xmlns="${kMain}">${pane}<sheetData>${sheet}</sheetData></worksheet>`,
  });
}

const kCrc = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (kCrc[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

const little = (fields: readonly [value: number, size: 2 | 4][]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(fields.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
};

/** A ZIP archive whose files are stored as they are (APPNOTE 6.3.3). The day is the first that the format knows. */
function zipped(files: Record<string, string>): Blob {
  const utf8 = new TextEncoder();
  const kDay = 0x21;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const list: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  let listed = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = utf8.encode(path);
    const bytes = utf8.encode(content);
    const common: [number, 2 | 4][] = [[20, 2], [0x800, 2], [0, 2], [0, 2], [kDay, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
    const local = little([[0x04034b50, 4], ...common]);
    const central = little([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]);
    parts.push(local, name, bytes);
    list.push(central, name);
    at += local.length + name.length + bytes.length;
    listed += central.length + name.length;
  }
  const count = Object.keys(files).length;
  const end = little([[0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [listed, 4], [at, 4], [0, 2]]);
  return new Blob([...parts, ...list, end], { type: `${kTypes}.sheet` });
}
