// SPDX-License-Identifier: Apache-2.0
import type { Box, Setup } from './packing';

/** A closed box: waits for the line, was taken by the system, or was refused by it. */
export interface ClosedBox {
  /** Also the idempotency key of its document. */
  id: string;
  label: string;
  units: string[];
  /** Identities of the units: without check parts. */
  identities: string[];
  at: string;
  state: 'waiting' | 'sent' | 'refused';
  /** As it was signed: the same bytes go again when a connection broke. */
  signed?: { bytes: Uint8Array<ArrayBuffer>; signature: string };
  document?: string;
  why?: { title: string; remedy: string; code?: string }[];
}

export interface Desk {
  setup: Setup | null;
  box: Box;
}

const kDesk = 'desk';
const kBoxes = 'boxes';

/** Where a desk and its boxes are kept. */
export interface Shelf {
  desk(): Promise<Desk>;
  boxes(): Promise<ClosedBox[]>;
  /** The desk, and with it boxes that were closed or changed: all of it or nothing. */
  keep(desk: Desk, changed: readonly ClosedBox[], gone: readonly string[]): Promise<void>;
  /** Opened anew where the browser has shut it; it may be empty then. */
  reopen(): Promise<void>;
  close(): void;
}

function opened(participant: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`tamga.packing.${participant}`, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(kDesk);
      request.result.createObjectStore(kBoxes, { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });
}

/** What the packing place of a participant keeps in this browser: it outlives reloads, the line and the session. */
export class PackingStore implements Shelf {
  private constructor(
    private readonly participant: string,
    private base: IDBDatabase,
  ) {}

  static async open(participant: string): Promise<PackingStore> {
    return new PackingStore(participant, await opened(participant));
  }

  async reopen(): Promise<void> {
    this.base.close();
    this.base = await opened(this.participant);
  }

  async desk(): Promise<Desk> {
    return (await this.ask<Desk | undefined>(kDesk, 'readonly', (store) => store.get(kDesk))) ?? { setup: null, box: { units: [] } };
  }
  async boxes(): Promise<ClosedBox[]> {
    const all = await this.ask<ClosedBox[]>(kBoxes, 'readonly', (store) => store.getAll());
    return all.sort((a, b) => a.at.localeCompare(b.at));
  }

  keep(desk: Desk, changed: readonly ClosedBox[], gone: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const work = this.base.transaction([kDesk, kBoxes], 'readwrite', { durability: 'strict' });
      work.objectStore(kDesk).put(desk, kDesk);
      for (const box of changed) work.objectStore(kBoxes).put(box);
      for (const id of gone) work.objectStore(kBoxes).delete(id);
      work.oncomplete = () => resolve();
      // A full disk ends the work without an error of any of its requests.
      work.onabort = () => reject(work.error ?? new Error('indexedDB'));
    });
  }

  close(): void {
    this.base.close();
  }

  private ask<T>(name: string, mode: IDBTransactionMode, question: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    return new Promise((resolve, reject) => {
      const request = question(this.base.transaction(name, mode).objectStore(name));
      request.onsuccess = () => resolve(request.result as T);
      request.onerror = () => reject(request.error ?? new Error('indexedDB'));
    });
  }
}
