// SPDX-License-Identifier: Apache-2.0
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lastSaved, LatestSaved, mayOutlive, useLatestSaved } from './latest_saved';
import { ProblemError, SilentError, type Problem } from './problem';

interface Write {
  value: string;
  leaving: boolean;
  end: (answer?: string) => void;
  fail: (error?: Error) => void;
}

let writes: Write[];
const write = (value: string, leaving: boolean) =>
  new Promise<string>((resolve, reject) =>
    writes.push({ value, leaving, end: (answer = '') => resolve(answer), fail: (error = new SilentError('network')) => reject(error) }),
  );
const written = () => writes.map((one) => one.value);
const pause = (ms = 1_000) => vi.advanceTimersByTimeAsync(ms);
const settle = () => pause(0);

beforeEach(() => {
  vi.useFakeTimers();
  writes = [];
});
afterEach(() => vi.useRealTimers());

test('what is typed while an older text is written is not saved until it is written itself, after it', async () => {
  const saver = new LatestSaved(write);
  saver.later('a');
  await pause();
  saver.later('ab');
  await pause();
  saver.later('abc');
  await pause();
  expect(written()).toEqual(['a']);
  writes[0]?.end();
  await settle();
  expect(saver.look()).toBe('saving');
  expect(written()).toEqual(['a', 'abc']);
  writes[1]?.end();
  await settle();
  expect(saver.look()).toBe('saved');
});

test('an older write that ends in the pause does not call the newer text saved', async () => {
  const saver = new LatestSaved(write);
  saver.later('a');
  await pause();
  saver.later('ab');
  writes[0]?.end();
  await settle();
  expect(saver.look()).toBe('saving');
  await pause();
  writes[1]?.end();
  await settle();
  expect(saver.look()).toBe('saved');
  expect(written()).toEqual(['a', 'ab']);
});

test('an older write that fails leaves the word to the newer one', async () => {
  const saver = new LatestSaved(write);
  saver.later('a');
  await pause();
  saver.later('ab');
  writes[0]?.fail();
  await settle();
  expect(saver.look()).toBe('saving');
  await pause();
  expect(written()).toEqual(['a', 'ab']);
});

test('what had no answer is tried again, later each time, and at once when the network is back', async () => {
  const saver = new LatestSaved(write);
  saver.later('a');
  await pause();
  writes[0]?.fail();
  await settle();
  expect(saver.look()).toBe('failed');
  await pause(3_000);
  expect(written()).toEqual(['a', 'a']);
  writes[1]?.fail();
  await pause(5_000);
  expect(writes).toHaveLength(2);
  saver.tryAgain();
  await settle();
  expect(saver.look()).toBe('failed');
  writes[2]?.end();
  await settle();
  expect(saver.look()).toBe('saved');
  await pause(100_000);
  expect(writes).toHaveLength(3);
});

test('what is refused waits for the next change', async () => {
  const saver = new LatestSaved(write);
  saver.later('a');
  await pause();
  writes[0]?.fail(new ProblemError({ code: 'DRAFT_TOO_LONG', status: 413, title: '' } as Problem));
  await pause(100_000);
  expect(saver.look()).toBe('failed');
  expect(writes).toHaveLength(1);
  saver.later('');
  await pause();
  expect(writes).toHaveLength(2);
});

test('a form that is left sends its last text after what is under way', async () => {
  const saver = new LatestSaved(write);
  saver.later('a');
  await pause();
  saver.later('ab');
  const last = saver.leave();
  await settle();
  expect(written()).toEqual(['a']);
  writes[0]?.fail();
  await settle();
  expect(written()).toEqual(['a', 'ab']);
  writes[1]?.fail();
  await last;
  await pause(100_000);
  expect(writes).toHaveLength(2);
});

test('a page that is hidden waits for nothing, and what overlapped is written once more', async () => {
  const saver = new LatestSaved(write);
  saver.later('a');
  await pause();
  saver.later('ab');
  saver.hide();
  expect(writes.map(({ value, leaving }) => [value, leaving])).toEqual([['a', false], ['ab', true]]);
  writes[1]?.end();
  await settle();
  expect(saver.look()).toBe('saving');
  writes[0]?.end();
  await settle();
  expect(written()).toEqual(['a', 'ab', 'ab']);
  writes[2]?.end();
  await settle();
  expect(saver.look()).toBe('saved');
});

test('a page that is hidden between two writes sends what waits', async () => {
  const saver = new LatestSaved(write);
  saver.hide();
  saver.later('a');
  saver.hide();
  await settle();
  expect(writes).toMatchObject([{ value: 'a', leaving: true }]);
});

test('a form that is forgotten is erased after what is under way, and never written again', async () => {
  const saver = new LatestSaved(write);
  const erase = vi.fn(() => Promise.resolve());
  saver.later('a');
  await pause();
  saver.later('ab');
  const forgotten = saver.forget(erase);
  await pause();
  expect(erase).not.toHaveBeenCalled();
  writes[0]?.end();
  await forgotten;
  await pause();
  expect(erase).toHaveBeenCalledOnce();
  expect(written()).toEqual(['a']);
  expect(saver.look()).toBe('untouched');
});

test('what is written now comes after what is under way, with the answer to it', async () => {
  const saver = new LatestSaved(write);
  saver.later('a');
  await pause();
  const answer = saver.now('ab');
  await settle();
  expect(written()).toEqual(['a']);
  writes[0]?.end('old');
  await settle();
  writes[1]?.end('new');
  expect(await answer).toBe('new');
  expect(saver.look()).toBe('saved');
});

test('whoever opens a form again waits for what was written when it was left', async () => {
  const { result, unmount } = renderHook(() => useLatestSaved('a form', write));
  result.current.saver.later('a');
  unmount();
  const opened = vi.fn();
  void lastSaved('a form').then(opened);
  await settle();
  expect(written()).toEqual(['a']);
  expect(opened).not.toHaveBeenCalled();
  writes[0]?.end();
  await settle();
  expect(opened).toHaveBeenCalledOnce();
});

test('the bytes of a text decide whether it outlives the page', () => {
  expect(mayOutlive('a'.repeat(40_000))).toBe(true);
  expect(mayOutlive('ж'.repeat(40_000))).toBe(false);
});
