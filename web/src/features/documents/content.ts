// SPDX-License-Identifier: Apache-2.0

export type Body = Record<string, unknown>;

/** A field of a document with what it says: several values where it is a list. */
export interface Fact {
  name: string;
  values: string[];
}

/** A code and the list it stands in: of the field, of a package, of a grade; or the part of it that was sold. */
export interface NamedCode {
  code: string;
  list: string;
  of: 'field' | 'package' | 'grade' | 'part';
}

export interface OrderedGoods {
  gtin: string;
  quantity: number;
  level: string;
  price: string;
  serials: number;
}

export interface Content {
  kind: string;
  facts: Fact[];
  codes: NamedCode[];
  /** Old and new ones, side by side. */
  pairs: { old: string; new: string }[];
  lines: OrderedGoods[];
  /** `kpp`: empty where the site has none of its own. */
  sites: { name: string; address: string; kpp: string }[];
}

const kCodeLists: readonly string[] = ['codes', 'packages', 'add', 'remove'];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
const objectsOf = (value: unknown): Body[] => (Array.isArray(value) ? value : []).filter((one): one is Body => typeof one === 'object' && one !== null);
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value : []).map(textOf).filter(Boolean);

/** What a document says, in the order of its fields. */
export function contentOf(body: Body): Content {
  const { kind, ...fields } = body;
  const content: Content = { kind: textOf(kind), facts: [], codes: [], pairs: [], lines: [], sites: [] };
  const add = (list: string, of: NamedCode['of'], codes: readonly string[]) => content.codes.push(...codes.map((code) => ({ code, list, of })));
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'lines') content.lines = objectsOf(value).map(orderedOf);
    else if (name === 'pairs') content.pairs = objectsOf(value).map((one) => ({ old: textOf(one.old), new: textOf(one.new) }));
    else if (name === 'results') objectsOf(value).forEach((one) => add(textOf(one.grade), 'grade', textsOf(one.codes)));
    else if (name === 'parts') objectsOf(value).forEach((one) => add(`${textOf(one.part)} / ${textOf(one.of)}`, 'part', [textOf(one.code)]));
    else if (name === 'sites') content.sites = objectsOf(value).map((one) => ({ name: textOf(one.name), address: textOf(one.address), kpp: textOf(one.kpp) }));
    else if (name === 'packages' && objectsOf(value).length) objectsOf(value).forEach((one) => add(textOf(one.package), 'package', textsOf(one.codes)));
    else if (kCodeLists.includes(name)) add(name, 'field', textsOf(value));
    else if (Array.isArray(value)) content.facts.push({ name, values: textsOf(value) });
    else if (typeof value === 'object' && value !== null) content.facts.push(...plainOf(value as Body));
    else if (value !== null) content.facts.push({ name, values: [textOf(value)] });
  }
  content.facts = content.facts.filter((one) => one.values.some(Boolean));
  return content;
}

const orderedOf = (line: Body): OrderedGoods => {
  const serials = textsOf(line.serials).length;
  return { gtin: textOf(line.gtin), quantity: Number(line.quantity ?? 0) || serials, level: textOf(line.level), price: textOf(line.price), serials };
};

/** Of what stands in one more brace, a card or an account: its plain values. */
const plainOf = (body: Body): Fact[] => Object.entries(body).map(([name, value]) => ({ name, values: [textOf(value)] }));
