// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

type Judged = Schemas['JudgedDocument'];

/** Kinds of documents by what they do with goods and codes. */
export const areas = {
  production: ['print', 'report_quality', 'drop_out', 'apply', 'introduce', 'introduce_foreign', 'correct', 'remark'],
  packages: ['aggregate', 'disaggregate', 'reaggregate'],
  movement: ['ship', 'accept', 'cancel_shipment'],
  sales: ['receipt', 'refund'],
  withdrawal: ['withdraw', 'cancel_withdrawal', 'return', 'write_off'],
} as const;
export type Area = keyof typeof areas;
export const areaNames = Object.keys(areas) as Area[];

const kOrder: readonly string[] = Object.values(areas).flat();

export interface KindRow {
  kind: string;
  documents: number;
  rejected: number;
  accepted: number;
  refused: number;
}

export function kindRows(documents: readonly Judged[], area: string | undefined): KindRow[] {
  const wanted: readonly string[] = area && area in areas ? areas[area as Area] : kOrder;
  const rows = new Map<string, KindRow>();
  for (const one of documents) {
    if (!wanted.includes(one.kind)) continue;
    const row = rows.get(one.kind) ?? { kind: one.kind, documents: 0, rejected: 0, accepted: 0, refused: 0 };
    const rejected = one.status === 'rejected';
    rows.set(one.kind, {
      kind: one.kind,
      documents: row.documents + 1,
      rejected: row.rejected + (rejected ? 1 : 0),
      accepted: row.accepted + (rejected ? 0 : one.accepted),
      refused: row.refused + one.refused,
    });
  }
  return [...rows.values()].sort((a, b) => kOrder.indexOf(a.kind) - kOrder.indexOf(b.kind));
}

const dayOf = (moment: string): string => {
  const date = new Date(moment);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
};

const kMostDays = 400;

/** Codes that went through, day by day of the reader; days without any are there too. */
export function codesByDay(documents: readonly Judged[], from: string, until: string): { day: string; value: number }[] {
  const found = new Map<string, number>();
  for (const one of documents) {
    if (one.status === 'rejected') continue;
    const day = dayOf(one.received_at);
    found.set(day, (found.get(day) ?? 0) + one.accepted);
  }
  const days: { day: string; value: number }[] = [];
  const end = Date.parse(`${until}T00:00:00Z`);
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= end && days.length < kMostDays; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push({ day, value: found.get(day) ?? 0 });
  }
  return days;
}
