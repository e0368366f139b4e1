// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PackingDesk } from './desk';
import type { ClosedBox, Desk, Shelf } from './store';
import { takesBack } from './take_back';

/** Keeps nothing while it is full. */
class TestShelf implements Shelf {
  full = false;
  kept: Desk = { setup: null, box: { units: [] } };
  known = new Map<string, ClosedBox>();
  desk = () => Promise.resolve(this.kept);
  boxes = () => Promise.resolve([...this.known.values()]);
  keep(desk: Desk, changed: readonly ClosedBox[], gone: readonly string[]): Promise<void> {
    if (this.full) return Promise.reject(new DOMException('', 'QuotaExceededError'));
    this.kept = desk;
    for (const box of changed) this.known.set(box.id, box);
    for (const id of gone) this.known.delete(id);
    return Promise.resolve();
  }
  reopen = () => Promise.resolve();
  close = () => undefined;
}

const unit = (serial: string) => `010478700100001221${serial}\u001d93abcd`;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what the browser would not keep is said, tried again, and kept in the end', async () => {
  const shelf = new TestShelf();
  const desk = await PackingDesk.at(shelf);
  desk.setUp({ gtin: '04787001000012', size: 2, label: 'count', prefix: '14787001', next: 1 });
  desk.scan(unit('a'));
  await vi.advanceTimersByTimeAsync(0);
  expect(shelf.kept.box.units).toHaveLength(1);

  shelf.full = true;
  desk.scan(unit('b'));
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.look().unkept).toBe(true);
  desk.scan(unit('c'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(desk.look()).toMatchObject({ unkept: true, box: { units: [{ text: unit('c') }] } });
  expect(shelf.known.size).toBe(0);

  // The browser has emptied it, and there is room again: all that is on the desk is kept, the closed box too.
  shelf.full = false;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(desk.look().unkept).toBe(false);
  expect(shelf.kept.box.units).toEqual(desk.look().box.units);
  expect([...shelf.known.values()].map((one) => one.units)).toEqual([[unit('a'), unit('b')]]);
});

test('a box is settled when that is kept, and no earlier', async () => {
  const shelf = new TestShelf();
  const desk = await PackingDesk.at(shelf);
  desk.setUp({ gtin: '04787001000012', size: 1, label: 'count', prefix: '14787001', next: 1 });
  desk.scan(unit('a'));
  await vi.advanceTimersByTimeAsync(0);
  shelf.full = true;
  let settled = false;
  const id = desk.look().boxes[0]?.id ?? '';
  void desk.settle(id, { state: 'sent' }).then(() => (settled = true));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(settled).toBe(false);
  shelf.full = false;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(settled).toBe(true);
  expect(shelf.known.get(id)?.state).toBe('sent');
  desk.forgetSent();
  await vi.advanceTimersByTimeAsync(0);
  expect(shelf.known.size).toBe(0);
});

test('Ctrl+Z takes a unit out on any keyboard, and is left to whatever is typed into', () => {
  const pressed = (at: Element, key: string, more: KeyboardEventInit = { ctrlKey: true }) => {
    const event = new KeyboardEvent('keydown', { key, code: 'KeyZ', bubbles: true, ...more });
    at.dispatchEvent(event);
    return takesBack(event);
  };
  const [field, button] = [document.createElement('input'), document.createElement('button')];
  document.body.append(field, button);
  expect(pressed(button, 'z')).toBe(true);
  expect(pressed(button, 'я')).toBe(true);
  expect(pressed(button, 'я', {})).toBe(false);
  expect(pressed(field, 'z')).toBe(false);
});
