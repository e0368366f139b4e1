// SPDX-License-Identifier: Apache-2.0
import { inAddress } from '@/api/whole_numbers';
import { momentAfter, momentOf } from '@/ui/days';
import type { Address } from '@/ui/address';

/** Areas of actions, those that people look for most first. */
const kAreas = [
  'document', 'order', 'session', 'contract', 'card', 'invoice', 'api_key', 'task', 'account', 'application', 'certificate', 'channel', 'codes', 'comment',
  'journal', 'prefix', 'prior_contract', 'registrar', 'sandbox', 'signature', 'standing', 'ticket', 'violation',
] as const;
/** Of the operator alone. */
const kOperatorAreas = ['announcement', 'audit', 'classifier', 'group', 'group_manager', 'letter', 'payment', 'provider', 'statement'] as const;
const kOperatorRights = ['decide_applications', 'manage_contracts', 'block_codes', 'moderate_goods', 'settlements', 'support', 'block_participants'];

export const areasFor = (rights: readonly string[]): readonly string[] =>
  rights.some((right) => kOperatorRights.includes(right)) ? [...kAreas, ...kOperatorAreas] : kAreas;

export const fields = ['action', 'user', 'object', 'code', 'from', 'until', 'refused'] as const;

/** The filters of the address as the interface takes them: days become moments of the reader. */
export function queryOf(address: Address) {
  return {
    action: address.action,
    user: address.user ? inAddress(address.user) : undefined,
    object: address.object,
    code: address.code,
    from: address.from ? momentOf(address.from) : undefined,
    until: address.until ? momentAfter(address.until) : undefined,
    refused: address.refused === undefined ? undefined : address.refused === 'true',
  };
}

export function exportAddress(address: Address, format: 'csv' | 'jsonl'): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(queryOf(address))) if (value !== undefined) query.set(name, String(value));
  return `/api/v1/journal/export?${query}`;
}
