// SPDX-License-Identifier: Apache-2.0
import { isProblem, type ProblemItem } from '@/api/problem';
import type { TableFlaw } from '@/ui/TableFlaws';

/** A row of the file, and its column where only that is wrong: "12", "12/name_ru". */
const kPlace = /^\/?(\d+)(?:\/(.*))?$/;

function flawOf({ pointer, code, title }: ProblemItem): TableFlaw[] {
  const [, row, column = ''] = kPlace.exec(pointer ?? '') ?? [];
  return row ? [{ row: Number(row), column, code, title }] : [];
}

/** The rows that a refusal names; none where it is about something else. */
export function faultyRows(error: unknown): TableFlaw[] {
  if (!isProblem(error)) return [];
  const flaws = error.items.flatMap(flawOf);
  return flaws.length === error.items.length ? flaws : [];
}
