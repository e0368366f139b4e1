// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export type Terms = Schemas['GroupTerms'];
type Tariff = Schemas['GroupTariff'];

const latest = <R extends { from: string }>(rows: readonly R[], day: string): R | undefined =>
  rows.filter((row) => row.from <= day).at(-1);

/** What a code costs on a day; null in a pilot, where it costs nothing, and where no tariff is in force. */
export function tariffOn(terms: Terms, day: string): Tariff | null {
  if (latest(terms.modes, day)?.mode === 'pilot') return null;
  return latest(terms.tariffs, day)?.tariff ?? null;
}

const kWhole = 10_000;

export interface Estimate {
  /** Codes that cost something, and those of packages that are free. */
  paid: number;
  free: number;
  /** Minor units; with VAT or without, as the tariff has it. */
  sum: number;
  /** With VAT: what the funds have to cover. */
  total: number;
  tariff: Tariff | null;
}

/** What an order will cost. The fees that count are those the system writes into the order. `vat`: hundredths of a percent. */
export function estimate(lines: readonly { level: string; count: number }[], terms: Terms, day: string, vat = 0): Estimate {
  const tariff = tariffOn(terms, day);
  const costs = (level: string) => tariff !== null && tariff.price_minor > 0 && !tariff.free_package_types?.includes(level);
  const paid = lines.filter((line) => costs(line.level)).reduce((sum, line) => sum + line.count, 0);
  const all = lines.reduce((sum, line) => sum + line.count, 0);
  const price = tariff?.price_minor ?? 0;
  const onTop = tariff?.vat_included ? 0 : Math.floor((price * vat) / kWhole + 0.5);
  return { paid, free: all - paid, sum: paid * price, total: paid * (price + onTop), tariff };
}

/** Today in the country, where days begin and end. */
export const todayIn = (zone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
