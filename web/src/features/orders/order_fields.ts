// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Registrar } from '@/api/registrars';

export interface LineFields {
  gtin: string;
  quantity: number;
  price: string;
  /** Own serials, one a line; empty: the system makes them. */
  serials: string;
}

/** The form of an order: every field is there, empty or not. Names are those of the document. */
export interface Fields {
  group: string;
  principal: string;
  release_method: string;
  creation_method: string;
  place: string;
  contact: string;
  production_order: string;
  pay_at: string;
  registrar: string;
  lines: LineFields[];
}

export const emptyOrder: Fields = {
  group: '',
  principal: '',
  release_method: '',
  creation_method: '',
  place: '',
  contact: '',
  production_order: '',
  pay_at: '',
  registrar: '',
  lines: [],
};

export const stages: { name: 'basis' | 'products' | 'review'; fields: (keyof Fields)[] }[] = [
  { name: 'basis', fields: ['group', 'principal', 'release_method', 'creation_method', 'place', 'contact', 'production_order', 'pay_at', 'registrar'] },
  { name: 'products', fields: ['lines'] },
  { name: 'review', fields: [] },
];

export const serialsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

export const countOf = (line: LineFields): number => (line.serials.trim() ? serialsOf(line.serials).length : line.quantity);

/** The document that is signed; what was left empty is not said. */
export function documentOf(fields: Fields): { kind: 'order_codes' } & Schemas['OrderCodes'] {
  const said = <K extends keyof Fields>(name: K) => {
    const value = String(fields[name]).trim();
    return value ? { [name]: value } : {};
  };
  return {
    kind: 'order_codes',
    ...said('principal'),
    group: fields.group,
    release_method: fields.release_method,
    ...(fields.principal ? said('creation_method') : {}),
    ...said('contact'),
    ...said('place'),
    ...said('production_order'),
    ...said('pay_at'),
    ...said('registrar'),
    lines: fields.lines.map((line) => ({
      gtin: line.gtin,
      ...(line.serials.trim() ? { serials: serialsOf(line.serials) } : { quantity: line.quantity }),
      ...(line.price.trim() ? { price: line.price.trim().replace(',', '.') } : {}),
    })),
  };
}

/** The stage of the form that has the first mistake. */
export function stageWith(mistakes: readonly { field: string }[]): number {
  return stages.findIndex((stage) => stage.fields.some((name) => mistakes.some(({ field }) => field.split('.')[0] === name)));
}

/** Own registrars through which codes of the group can be ordered; null where the group asks for none on this day. */
export function fittingRegistrars(country: Pick<Schemas['Registrars'], 'needs' | 'registrars'>, group: string, day: string): Registrar[] | null {
  const need = country.needs.find((one) => one.groups.includes(group) && one.from <= day);
  return need ? country.registrars.filter((one) => one.state === 'active' && need.kinds.includes(one.kind)) : null;
}
