// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

/** The value of an attribute as people read it: choices by their names, with the unit. */
export function valueOf(one: Schemas['CardAttribute'], known: Schemas['CardFormAttribute'] | undefined): string {
  const named = (code: string) => known?.choices.find((choice) => choice.code === code)?.name ?? code;
  const values = one.values?.length ? (one.values as string[]) : one.value ? [one.value] : [];
  return [values.map(named).join(', '), one.unit].filter(Boolean).join(' ') || '—';
}

/** A term that may be open at either end. */
export const dayOf = (from: string | null | undefined, until: string | null | undefined): string =>
  from || until ? `${from ?? '…'} – ${until ?? '…'}` : '';
