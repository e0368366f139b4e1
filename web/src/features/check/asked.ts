// SPDX-License-Identifier: Apache-2.0
import { useMemo, useSyncExternalStore } from 'react';
import { readLink, readStripes, readText, type Linked } from './digital_link';

// What is asked about stands in the address. The part behind # stays in the browser: check parts of codes come into no
// log of a server on the way.

function watch(changed: () => void): () => void {
  addEventListener('popstate', changed);
  addEventListener('hashchange', changed);
  return () => {
    removeEventListener('popstate', changed);
    removeEventListener('hashchange', changed);
  };
}

const address = () => location.pathname + location.search + location.hash;

/** A code, or goods without a code; null: nothing yet. */
export function readAddress(text: string): (Linked & { typed: string }) | null {
  const url = new URL(text, 'https://here.invalid');
  if (!/^\/check(\/|$)/.test(url.pathname)) {
    const linked = readLink(url.pathname);
    return linked && { ...linked, typed: 'code' in linked ? linked.code : linked.gtin };
  }
  const typed = new URLSearchParams(url.hash.slice(1)).get('code') ?? url.searchParams.get('code') ?? '';
  if (!typed) return null;
  const gtin = readStripes(typed);
  const meant = readText(typed) ?? (gtin ? { gtin } : { code: typed });
  return { ...meant, typed };
}

/** What the address asks about, and how to ask about something else. */
export function useAsked(): [ReturnType<typeof readAddress>, (text: string) => void] {
  const now = useSyncExternalStore(watch, address);
  const asked = useMemo(() => readAddress(now), [now]);
  return [asked, ask];
}

function ask(text: string): void {
  const hash = text ? `#code=${encodeURIComponent(text)}` : '';
  if (/^\/check(\/|$)/.test(location.pathname)) location.hash = hash;
  else location.assign(`/check${hash}`);
}
