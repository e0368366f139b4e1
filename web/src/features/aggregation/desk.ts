// SPDX-License-Identifier: Apache-2.0
import { newKey } from '@/api/client';
import { closeShort, scan, undone, type Around, type Outcome, type Setup, type Step, type Unit } from './packing';
import { PackingStore, type ClosedBox, type Desk } from './store';

export interface DeskView extends Desk {
  boxes: readonly ClosedBox[];
  /** What the last scan did; `turn` grows, so that the same outcome twice is seen twice. */
  last: (Outcome & { turn: number }) | null;
  /** The last unit was taken out again by the system's word. */
  rejected: { text: string; title: string; remedy: string } | null;
}

/** The packing place at work: every step is kept before the next scan. For `useSyncExternalStore`. */
export class PackingDesk {
  private view: DeskView;
  private listeners = new Set<() => void>();
  private turn = 0;
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly store: PackingStore,
    desk: Desk,
    boxes: ClosedBox[],
  ) {
    this.view = { ...desk, boxes, last: null, rejected: null };
  }

  static async open(participant: string): Promise<PackingDesk> {
    const store = await PackingStore.open(participant);
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

  close(): void {
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
    this.view = { ...this.view, ...changes };
    const { setup, box } = this.view;
    this.writing = this.writing.then(() => this.store.keep({ setup, box }, boxes, gone));
    for (const listener of this.listeners) listener();
    return this.writing;
  }
}
