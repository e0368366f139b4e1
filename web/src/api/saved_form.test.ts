// SPDX-License-Identifier: Apache-2.0
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from './queries';
import { useSavedForm } from './saved_form';

type Ended = () => void;
const system = vi.hoisted(() => ({ asked: [] as string[], ends: [] as Ended[], kept: null as string | null }));
vi.mock('./client', async (original) => {
  const took = (what: string, change: () => void) => {
    system.asked.push(what);
    return new Promise<void>((resolve) =>
      system.ends.push(() => {
        change();
        resolve();
      }),
    );
  };
  return {
    ...(await original<object>()),
    call: (answer: Promise<unknown>) => answer,
    api: {
      GET: () => {
        system.asked.push('GET');
        return Promise.resolve({ body: system.kept });
      },
      PUT: (_: string, { body }: { body: { body: string } }) => took(`PUT ${body.body}`, () => (system.kept = body.body)),
      DELETE: () => took('DELETE', () => (system.kept = null)),
    },
  };
});

const wrapper = ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client: queryClient }, children);
const open = () => renderHook(() => useSavedForm<string>('form', 'kind'), { wrapper });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const end = () => act(async () => system.ends.shift()?.());

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(system, { asked: [], ends: [], kept: null });
  queryClient.clear();
});
afterEach(() => vi.useRealTimers());

test('a form that is left with unsaved text and opened again has that text', async () => {
  const first = open();
  await pass(10);
  act(() => first.result.current.keep('a'));
  await pass(1_000);
  act(() => first.result.current.keep('ab'));
  first.unmount();
  await pass(10);
  const again = open();
  await pass(10);
  expect(again.result.current.before).toBeUndefined();
  expect(system.asked).toEqual(['GET', 'PUT "a"']);
  await end();
  await pass(10);
  await end();
  await pass(10);
  expect(system.asked).toEqual(['GET', 'PUT "a"', 'PUT "ab"', 'GET']);
  expect(again.result.current.before).toBe('ab');
  again.unmount();
});

test('a form that was sent is not kept again by what was under way', async () => {
  const { result, unmount } = open();
  await pass(10);
  act(() => result.current.keep('a'));
  await pass(1_000);
  expect(result.current.state).toBe('saving');
  let forgotten = false;
  act(() => void result.current.forget().then(() => (forgotten = true)));
  unmount();
  await pass(10);
  await end();
  await pass(10);
  await end();
  await pass(1_000);
  expect(forgotten).toBe(true);
  expect(system.asked).toEqual(['GET', 'PUT "a"', 'DELETE']);
  expect(system.kept).toBeNull();
});
