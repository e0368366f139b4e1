// SPDX-License-Identifier: Apache-2.0
import type { Dictionary } from './jobs';

/** What stands under a name: `text` is shown as it is, all else in the reader's words. */
export type ValueType =
  | 'text'
  | 'mono'
  | 'day'
  | 'moment'
  | 'country'
  | 'goods'
  | 'document'
  | 'order'
  | 'group'
  | 'level'
  | 'role'
  | 'right'
  | 'part_in_trade'
  | 'registrar'
  | 'release_method'
  | 'creation_method'
  | 'decision'
  | 'pay_at'
  | 'language'
  | 'certificate'
  | Dictionary;

const kTypes: Record<string, ValueType> = {
  produced_on: 'day',
  expires_on: 'day',
  produced_from: 'day',
  produced_to: 'day',
  from: 'day',
  until: 'day',
  at: 'moment',
  country: 'country',
  issuer: 'country',
  way: 'way',
  release_method: 'release_method',
  creation_method: 'creation_method',
  pay_at: 'pay_at',
  group: 'group',
  groups: 'group',
  level: 'level',
  roles: 'role',
  rights: 'right',
  types: 'part_in_trade',
  registrar: 'registrar',
  decision: 'decision',
  language: 'language',
  certificate: 'certificate',
  gtin: 'goods',
  order: 'order',
  shipment: 'document',
  recall: 'document',
  mandate: 'document',
  package: 'mono',
  declaration: 'mono',
  receiver: 'mono',
  customer: 'mono',
  contractor: 'mono',
  principal: 'mono',
  provider: 'mono',
  bank: 'mono',
  account: 'mono',
  register: 'mono',
  person_id: 'mono',
};

const kReasons: Record<string, ValueType> = { withdraw: 'withdrawal_reason', write_off: 'write_off_reason', drop_out: 'write_off_reason' };

export const typeOf = (kind: string, name: string): ValueType => (name === 'reason' ? kReasons[kind] : kTypes[name]) ?? 'text';
