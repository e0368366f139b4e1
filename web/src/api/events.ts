// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import { sessionAgain } from './session';

/** What the system tells while one listens (docs/api, "Events"). */
export const eventNames = [
  'order.waits',
  'order.ready',
  'order.declined',
  'order.codes_expiring',
  'order.expired',
  'shipment.incoming',
  'shipment.answered',
  'shipment.cancelled',
  'code.sold_by_other',
  'recall.declared',
  'card.changed',
  'contract.changed',
  'channel.changed',
  'registrar.changed',
  'account.paid',
  'invoice.issued',
  'mandate.given',
  'mandate.ended',
  'document.judged',
  'document.signature_revoked',
  'ticket.answered',
  'ticket.closed',
  'violation.reported',
] as const;

export interface LiveEvent {
  id: string;
  name: string;
  /** JSON as text. */
  data: string;
  at: string;
}

const kName = 'tamga.events';
const kFrames = ['listening', 'missed'];

/** One window of the browser listens and tells the others: a browser opens few connections to one site. */
function listen(tell: (event: LiveEvent) => void): () => void {
  const others = new BroadcastChannel(kName);
  const ended = new AbortController();
  others.onmessage = ({ data }: MessageEvent<LiveEvent>) => tell(data);
  const hold = () =>
    new Promise<void>((done) => {
      if (ended.signal.aborted) return done();
      let source: EventSource;
      const heard = (message: MessageEvent<string>) => {
        const event = { id: message.lastEventId, name: message.type, data: message.data, at: new Date().toISOString() };
        others.postMessage(event);
        tell(event);
      };
      const begin = () => {
        source = new EventSource('/api/v1/events');
        for (const name of [...kFrames, ...eventNames]) source.addEventListener(name, heard);
      };
      begin();
      // A browser goes on by itself after a break, but not after a refusal.
      const again = () => source.readyState === EventSource.CLOSED && begin();
      sessionAgain.addEventListener('again', again);
      ended.signal.addEventListener('abort', () => {
        sessionAgain.removeEventListener('again', again);
        source.close();
        done();
      });
    });
  if ('locks' in navigator) navigator.locks.request(kName, { signal: ended.signal }, hold).catch(() => undefined);
  else void hold();
  return () => {
    ended.abort();
    others.close();
  };
}

const listeners = new Set<(event: LiveEvent) => void>();
let stop: (() => void) | null = null;

function watch(onEvent: (event: LiveEvent) => void): () => void {
  listeners.add(onEvent);
  stop ??= listen((event) => listeners.forEach((one) => one(event)));
  return () => {
    listeners.delete(onEvent);
    if (listeners.size) return;
    stop?.();
    stop = null;
  };
}

/** `onEvent` hears every event of the participant while the page is open. Events need the right `see_codes`. */
export function useEvents(onEvent: (event: LiveEvent) => void, enabled = true): void {
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => (enabled ? watch((event) => latest.current(event)) : undefined), [enabled]);
}
