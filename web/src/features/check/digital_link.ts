// SPDX-License-Identifier: Apache-2.0

/** What a GS1 Digital Link names: one package, or only which goods they are. */
export type Linked = { code: string } | { gtin: string };

const kGtin = /^(\d{8}|\d{12,14})$/;

/**
 * Reads an address of any host, with or without a path before the key: /01/04787001000012/21/5abc?17=271231. The name of
 * an application identifier may be written out. Null: the address names no goods.
 */
export function readLink(path: string): Linked | null {
  const parts = path.split('/').filter(Boolean);
  const value = (...names: string[]): string | undefined => {
    const at = parts.findIndex((part, place) => names.includes(part) && place + 1 < parts.length);
    return at < 0 ? undefined : decoded(parts[at + 1] ?? '');
  };
  const transport = value('00', 'sscc');
  if (transport && /^\d{18}$/.test(transport)) return { code: `00${transport}` };
  const gtin = value('01', 'gtin');
  if (!gtin || !kGtin.test(gtin)) return null;
  const serial = value('21', 'ser');
  return serial ? { code: `01${gtin.padStart(14, '0')}21${serial}` } : { gtin: gtin.padStart(14, '0') };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The same of a text that somebody scanned or pasted: a whole address, or something else. */
export function readText(text: string): Linked | null {
  if (!/^https?:\/\//i.test(text)) return null;
  try {
    return readLink(new URL(text).pathname);
  } catch {
    return null;
  }
}

/** The number under the striped bar code: it names goods, and its check digit is right. */
export function readStripes(text: string): string | null {
  if (!kGtin.test(text)) return null;
  const digits = [...text].map(Number).reverse();
  const sum = digits.reduce((all, digit, at) => all + digit * (at % 2 ? 3 : 1), 0);
  return sum % 10 === 0 ? text.padStart(14, '0') : null;
}
