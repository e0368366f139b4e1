// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Schemas } from '@/api/queries';
import { narrowed, signedBy, stageOf } from './state';

test('signatures are offered of the sides that have signed', () => {
  const at = '2026-11-26T10:00:00Z';
  expect(signedBy({})).toEqual([]);
  expect(signedBy({ signed_at: at, accepted_at: null })).toEqual([{ party: 'participant', at }]);
  expect(signedBy({ signed_at: at, accepted_at: at }).map((one) => one.party)).toEqual(['participant', 'operator']);
});

const contract = (state: Schemas['ContractState'], group?: string, in_force = ['active', 'amending'].includes(state)): Schemas['Contract'] => ({
  contract: 1, number: '1', kind: 'codes', title: '', company: '', tax_id: '', version: 1, date: '2026-11-26', state_name: '', state, group, in_force,
});

test('every contract is at one stage', () => {
  expect((['ready', 'viewed', 'returned'] as const).map((state) => stageOf(contract(state)))).toEqual(['to_sign', 'to_sign', 'to_sign']);
  expect((['draft', 'signed', 'review'] as const).map((state) => stageOf(contract(state)))).toEqual(['with_operator', 'with_operator', 'with_operator']);
  expect((['active', 'amending'] as const).map((state) => stageOf(contract(state)))).toEqual(['in_force', 'in_force']);
  expect((['superseded', 'ended'] as const).map((state) => stageOf(contract(state)))).toEqual(['over', 'over']);
  expect(stageOf(contract('amending', 'water', false))).toBe('over');
});

test('a list is narrowed by stage and group; what covers all groups stays', () => {
  const all = [contract('active'), contract('ready', 'water'), contract('active', 'beer'), contract('ended', 'water')];
  expect(narrowed(all, undefined, undefined)).toEqual(all);
  expect(narrowed(all, undefined, 'water')).toEqual([all[0], all[1], all[3]]);
  expect(narrowed(all, 'in_force', 'water')).toEqual([all[0]]);
  expect(narrowed(all, 'over', 'beer')).toEqual([]);
});
