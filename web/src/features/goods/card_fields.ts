// SPDX-License-Identifier: Apache-2.0
import type { CardBody, CardForm } from './card_queries';

export interface Value {
  value: string;
  unit: string;
}
export interface Nested {
  gtin: string;
  quantity: number;
}
export interface Conformity {
  kind: string;
  number: string;
  issuer: string;
  from: string;
  until: string;
}

/** What the editor of a card holds: every attribute by its id, written or not. */
export interface Fields {
  values: Record<string, Value>;
  nested: Nested[];
  conformity: Conformity[];
  photos: string[];
}

/** Lists have one value a line. */
export function fieldsOf(body: CardBody | null): Fields {
  return {
    values: Object.fromEntries(
      body?.attributes.map((one) => [one.id, { value: one.value ?? one.values?.join('\n') ?? '', unit: one.unit ?? '' }]) ?? [],
    ),
    nested: body?.nested?.map(({ gtin, quantity }) => ({ gtin, quantity })) ?? [],
    conformity:
      body?.conformity?.map(({ kind, number, issuer, from, until }) => ({ kind, number, issuer, from: from ?? '', until: until ?? '' })) ?? [],
    photos: body?.photos ?? [],
  };
}

const whole = (one: Conformity): boolean => Boolean(one.kind && one.number.trim() && one.issuer.trim());

/** The card as it is kept and sent: attributes in the order of the form, rows that were only begun left out. */
export function bodyOf(fields: Fields, form: CardForm, of: { gtin: string; level: string }): CardBody {
  const attributes = form.attributes.flatMap((attribute): CardBody['attributes'] => {
    const { value = '', unit = '' } = fields.values[attribute.id] ?? {};
    const text = value.trim();
    if (!text) return [];
    if (attribute.type === 'list') return [{ id: attribute.id, values: text.split('\n').map((line) => line.trim()).filter(Boolean) }];
    const written = attribute.type === 'number' ? text.replace(/\s/g, '').replace(',', '.') : text;
    return [{ id: attribute.id, value: written, ...(attribute.units.length && unit ? { unit } : {}) }];
  });
  const nested = fields.nested.filter((one) => one.gtin && one.quantity > 0);
  const conformity = fields.conformity.filter(whole).map(({ from, until, ...rest }) => ({
    ...rest,
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  }));
  return {
    gtin: of.gtin,
    group: form.group,
    level: of.level,
    attributes,
    ...(nested.length ? { nested } : {}),
    ...(conformity.length ? { conformity } : {}),
    ...(fields.photos.length ? { photos: fields.photos } : {}),
  };
}

/** How a row of a part is called among the fields. */
export const rowField = (part: 'nested' | 'conformity', at: number): string => `${part}.${at}`;

/** Mandatory attributes that say nothing yet. */
export const missingOf = (fields: Fields, form: CardForm): string[] =>
  form.attributes.filter((one) => one.mandatory && !fields.values[one.id]?.value.trim()).map((one) => one.id);

/**
 * The field that a pointer into a card means: '/attributes/3/value' is the attribute that stands third in it. Rows keep
 * their numbers. Null: the card as a whole.
 */
export function fieldAt(pointer: string, body: CardBody): string | null {
  const [, part, number] = pointer.split('/');
  if (part === 'attributes') return number === undefined ? null : (body.attributes[Number(number)]?.id ?? null);
  if (part === 'nested' || part === 'conformity') return number === undefined ? part : `${part}.${number}`;
  return part === 'photos' ? 'photos' : null;
}
