// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { isProblem } from './problem';

export type SaveState = 'untouched' | 'saving' | 'saved' | 'failed';

const kPauseMs = 900;
const kAgainMs = 3_000;
const kAgainAtMostMs = 60_000;
const kServersFault = 500;

/** What is refused is refused again until it is changed; everything else may go well the next time. */
const mayGoWell = (error: unknown): boolean => !isProblem(error) || error.problem.status >= kServersFault;

/** More bytes do not outlive the page: a rule of browsers. */
const kMostOnLeaving = 60_000;
export const mayOutlive = (body: unknown): boolean => new TextEncoder().encode(JSON.stringify(body)).length < kMostOnLeaving;

/** Keeps the newest value: one write at a time, so that none overtakes another, and "saved" is said of the newest alone.
 * For `useSyncExternalStore`. */
export class LatestSaved<T, A> {
  private state: SaveState = 'untouched';
  private listeners = new Set<() => void>();
  /** What is not known to be kept. */
  private newest: { value: T } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private turns: Promise<unknown> = Promise.resolve();
  private atWork = 0;
  private asked = false;
  private failures = 0;
  private attended = true;

  constructor(private readonly write: (value: T, leaving: boolean) => Promise<A>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly look = (): SaveState => this.state;

  /** When nothing has changed for a moment. */
  readonly later = (value: T): void => {
    this.take(value);
    this.wait(kPauseMs);
  };

  /** As soon as the write before it has ended; null when it is not kept. */
  readonly now = (value: T): Promise<A | null> => {
    const sent = this.take(value);
    return this.inTurn(() => this.send(sent, false));
  };

  /** Nothing is kept any more: `erase` comes after what is being written, and before what is written next. */
  readonly forget = (erase: () => Promise<unknown>): Promise<void> => {
    this.stopTimer();
    this.newest = null;
    this.say('untouched');
    return this.inTurn(async () => void (await erase()));
  };

  /** The page may not come back: what is not kept goes off at once, and once more in its turn if another write is under way. */
  readonly hide = (): void => {
    if (!this.newest) return;
    if (this.atWork === 0) return this.sendNewest(true);
    const { value } = this.newest;
    this.newest = { value };
    const besides = this.write(value, true).catch(() => null);
    void this.inTurn(() => besides);
    this.sendNewest(false);
  };

  readonly tryAgain = (): void => {
    if (this.state === 'failed') this.sendNewest(false);
  };

  /** Somebody sees the form. */
  readonly attend = (): void => {
    this.attended = true;
  };

  /** Nobody does any more: the last value is sent. Ends when it has been. */
  readonly leave = (): Promise<unknown> => {
    this.attended = false;
    this.sendNewest(false);
    return this.turns;
  };

  private take(value: T): { value: T } {
    this.stopTimer();
    this.failures = 0;
    this.newest = { value };
    this.say('saving');
    return this.newest;
  }

  private sendNewest(leaving: boolean): void {
    this.stopTimer();
    if (!this.newest || this.asked) return;
    this.asked = true;
    void this.inTurn(async () => {
      this.asked = false;
      if (this.newest) await this.send(this.newest, leaving);
    });
  }

  private async send(sent: { value: T }, leaving: boolean): Promise<A | null> {
    try {
      const answer = await this.write(sent.value, leaving);
      if (this.newest === sent) {
        this.stopTimer();
        this.failures = 0;
        this.newest = null;
        this.say('saved');
      }
      return answer;
    } catch (error) {
      if (this.newest === sent) {
        this.say('failed');
        if (this.attended && mayGoWell(error)) this.wait(Math.min(kAgainMs * 2 ** this.failures++, kAgainAtMostMs));
      }
      return null;
    }
  }

  private inTurn<R>(task: () => Promise<R>): Promise<R> {
    this.atWork += 1;
    const turn = this.turns.then(task).finally(() => (this.atWork -= 1));
    this.turns = turn.catch(() => null);
    return turn;
  }

  private wait(ms: number): void {
    this.stopTimer();
    this.timer = setTimeout(() => this.sendNewest(false), ms);
  }

  private stopTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private say(state: SaveState): void {
    if (this.state === state) return;
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}

const leaving = new Map<string, Promise<unknown>>();

/** Whoever opens a form waits for what was written when it was left: it is newer than what the system has. */
export const lastSaved = (name: string): Promise<unknown> => leaving.get(name) ?? Promise.resolve();

/** `write` stays the same as long as what is written is the same thing. */
export function useLatestSaved<T, A>(name: string, write: (value: T, leaving: boolean) => Promise<A>) {
  const saver = useMemo(() => new LatestSaved<T, A>(write), [write]);
  const state = useSyncExternalStore(saver.subscribe, saver.look);
  useEffect(() => {
    saver.attend();
    const hide = () => document.visibilityState === 'hidden' && saver.hide();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('online', saver.tryAgain);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('online', saver.tryAgain);
      const last = saver.leave().finally(() => leaving.get(name) === last && leaving.delete(name));
      leaving.set(name, last);
    };
  }, [name, saver]);
  return { saver, state };
}
