// SPDX-License-Identifier: Apache-2.0
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { queryClient, type Schemas } from '@/api/queries';
import type { SavedForm } from '@/api/saved_form';
import { useBeginning } from './beginning';
import { emptyOrder, type Fields } from './order_fields';

const address = vi.hoisted(() => ({ now: {} as Record<string, string | undefined>, change: vi.fn() }));
vi.mock('@/ui/address', () => ({ useAddress: () => [address.now, address.change] }));
vi.mock('@/api/client', async (original) => ({
  ...(await original<object>()),
  api: { GET: () => Promise.resolve({}) },
  call: () => Promise.resolve({ gtin: '04787001000012', group: 'water', name: 'Water' }),
}));

const me = { rights: [], participant: { tax_id: '301234513' } } as unknown as Schemas['Me'];
const savedWith = (before: Fields | null): SavedForm<Fields> => ({
  before,
  state: 'untouched',
  keep: vi.fn<(value: Fields) => void>(),
  forget: () => Promise.resolve(),
});
const inPage = (saved: SavedForm<Fields>) =>
  renderHook(() => useBeginning(me, saved), {
    wrapper: ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client: queryClient }, children),
  });

beforeEach(() => {
  queryClient.clear();
  address.change.mockClear();
  address.now = { gtin: '04787001000012' };
});

test('a product is kept at once, and its wish leaves the address', async () => {
  const saved = savedWith(null);
  const { result } = inPage(saved);
  await waitFor(() => expect(result.current.ready).toBe(true));
  expect(result.current.fields?.lines).toHaveLength(1);
  expect(saved.keep).toHaveBeenCalledExactlyOnceWith(result.current.fields);
  expect(address.change).toHaveBeenCalledExactlyOnceWith({ gtin: undefined, repeat: undefined });
});

test('an order of another group is kept until it is answered which goes on', async () => {
  const begun = { ...emptyOrder, group: 'beer', lines: [{ gtin: '04787001000050', quantity: 5, price: '', serials: '' }] };
  const saved = savedWith(begun);
  const { result } = inPage(saved);
  await waitFor(() => expect(result.current.asking).toBe(true));
  expect(saved.keep).not.toHaveBeenCalled();
  expect(address.change).not.toHaveBeenCalled();
  act(() => result.current.answer('kept'));
  expect(result.current).toMatchObject({ asking: false, fields: begun });
  expect(saved.keep).not.toHaveBeenCalled();
  expect(address.change).toHaveBeenCalledOnce();
});
