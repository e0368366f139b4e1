// SPDX-License-Identifier: Apache-2.0

const door = new EventTarget();

export const openKeys = (): void => void door.dispatchEvent(new Event('open'));

export function watchKeysDoor(onOpen: () => void): () => void {
  door.addEventListener('open', onOpen);
  return () => door.removeEventListener('open', onOpen);
}
