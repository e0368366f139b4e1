// SPDX-License-Identifier: Apache-2.0
import { newKey } from '@/api/client';
import { closeShort, scan, undone, type Around, type Outcome, type Setup, type Step, type Unit } from './packing';
import { PackingStore, type ClosedBox, type Desk, type Shelf } from './store';

const kAgainMs = 3_000;

export interface DeskView extends Desk {
  boxes: readonly ClosedBox[];
  /** What the last scan did; `turn` grows, so that the same outcome twice is seen twice. */
  last: (Outcome & { turn: number }) | null;
  /** The last unit was taken out again by the system's word. */
  rejected: { text: string; title: string; remedy: string } | null;
  /** This browser does not keep what is done here; it is tried again and again. */
  unkept: boolean;
}

/** The packing place at work: every step is kept, in its order. For `useSyncExternalStore`. */
export class PackingDesk {
  private view: DeskView;
  private listeners = new Set<() => void>();
  private turn = 0;
  private writing: Promise<void> = Promise.resolve();
  /** What is not kept yet: boxes by their id, null where one is gone. */
  private unwritten = new Map<string, ClosedBox | null>();
  private deskWritten = true;
  private closed = false;
  private wake = () => {};

  private constructor(
    private readonly store: Shelf,
    desk: Desk,
    boxes: ClosedBox[],
  ) {
    this.view = { ...desk, boxes, last: null, rejected: null, unkept: false };
  }

  static async open(participant: string): Promise<PackingDesk> {
    return PackingDesk.at(await PackingStore.open(participant));
  }
  static async at(store: Shelf): Promise<PackingDesk> {
    return new PackingDesk(store, await store.desk(), await store.boxes());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly look = (): DeskView => this.view;

  setUp(setup: Setup): void {
    this.change({ setup, last: null, rejected: null });
  }

  scan(text: string): Outcome | null {
    const { setup, box } = this.view;
    return setup ? this.take(scan(setup, box, this.around(), text)) : null;
  }

  closeShort(): Outcome | null {
    const { setup, box } = this.view;
    return setup ? this.take(closeShort(setup, box, this.around())) : null;
  }

  undo(): void {
    this.change({ box: undone(this.view.box), last: null, rejected: null });
  }

  /** The system does not let this unit be packed: it comes out of the open box. False when it is not there any more. */
  reject(text: string, title: string, remedy: string): boolean {
    const units = this.view.box.units.filter((unit) => unit.text !== text);
    if (units.length === this.view.box.units.length) return false;
    this.change({ box: { units }, last: null, rejected: { text, title, remedy } });
    return true;
  }

  /** A refused box is opened again, with its units, when none is open. */
  reopen(id: string): void {
    const found = this.view.boxes.find((one) => one.id === id);
    if (!found || found.state !== 'refused' || this.view.box.units.length) return;
    const units: Unit[] = found.units.map((text, at) => ({ text, identity: found.identities[at] ?? text }));
    this.change({ box: { units }, boxes: this.view.boxes.filter((one) => one !== found), last: null }, [], [id]);
  }

  /** Done when it is kept. */
  settle(id: string, result: Partial<ClosedBox>): Promise<void> {
    const before = this.view.boxes.find((one) => one.id === id);
    if (!before) return Promise.resolve();
    const after = { ...before, ...result };
    return this.change({ boxes: this.view.boxes.map((one) => (one === before ? after : one)) }, [after]);
  }

  /** A new shift: boxes that the system has are not listed any more. */
  forgetSent(): void {
    const gone = this.view.boxes.filter((one) => one.state === 'sent').map((one) => one.id);
    this.change({ boxes: this.view.boxes.filter((one) => one.state !== 'sent') }, [], gone);
  }

  /** Tries again at once; nobody waits for more after that. */
  close(): void {
    this.closed = true;
    this.wake();
    void this.writing.finally(() => this.store.close());
  }

  private around(): Around {
    const alive = this.view.boxes.filter((one) => one.state !== 'refused');
    return { packed: new Set(alive.flatMap((one) => one.identities)), labels: new Set(alive.map((one) => one.label)) };
  }

  private take({ outcome, box, done, setup }: Step): Outcome {
    const last = { ...outcome, turn: ++this.turn };
    if (!done) {
      this.change({ box, setup, last, rejected: null });
      return outcome;
    }
    const closed: ClosedBox = {
      id: newKey(),
      label: done.label,
      units: done.units.map((unit) => unit.text),
      identities: done.units.map((unit) => unit.identity),
      at: new Date().toISOString(),
      state: 'waiting',
    };
    this.change({ box, setup, last, rejected: null, boxes: [...this.view.boxes, closed] }, [closed]);
    return outcome;
  }

  private change(changes: Partial<DeskView>, boxes: ClosedBox[] = [], gone: string[] = []): Promise<void> {
    for (const box of boxes) this.unwritten.set(box.id, box);
    for (const id of gone) this.unwritten.set(id, null);
    this.deskWritten = false;
    this.writing = this.writing.then(() => this.write());
    this.tell(changes);
    return this.writing;
  }

  private tell(changes: Partial<DeskView>): void {
    this.view = { ...this.view, ...changes };
    for (const listener of this.listeners) listener();
  }

  /** Keeps all that is not kept yet; what the browser refuses is said and tried again until it is kept. */
  private async write(): Promise<void> {
    while (!this.deskWritten || this.unwritten.size) {
      const { setup, box } = this.view;
      const parts = new Map(this.unwritten);
      const changed = [...parts.values()].filter((one) => one !== null);
      const gone = [...parts].flatMap(([id, one]) => (one ? [] : [id]));
      this.deskWritten = true;
      try {
        await this.store.keep({ setup, box }, changed, gone);
        for (const [id, one] of parts) if (this.unwritten.get(id) === one) this.unwritten.delete(id);
        if (this.view.unkept) this.tell({ unkept: false });
      } catch {
        this.deskWritten = false;
        if (this.closed) return;
        this.tell({ unkept: true });
        await this.pause();
        // The browser may have emptied it meanwhile.
        await this.store.reopen().catch(() => undefined);
        for (const one of this.view.boxes) if (!this.unwritten.has(one.id)) this.unwritten.set(one.id, one);
      }
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, kAgainMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
