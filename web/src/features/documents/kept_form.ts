// SPDX-License-Identifier: Apache-2.0
import { readCodes } from '@/ui/codes/read_codes';
import type { Filled } from './job_document';

/** A form as it is kept: lists of codes as texts. Longer ones than the system keeps stay out. */
export interface Kept {
  values: Record<string, string>;
  codes: Record<string, string[]>;
}

const kMostKept = 900_000;

/** `long`: its codes are too many to be kept. */
export function keptOf({ values, codes }: Filled): { kept: Kept; long: boolean } {
  const kept: Kept = {
    values,
    codes: Object.fromEntries(Object.entries(codes).map(([name, list]) => [name, list.map((one) => one.text)])),
  };
  const long = JSON.stringify(kept).length >= kMostKept;
  return { kept: long ? { values, codes: {} } : kept, long };
}

export const listsOf = (kept: Kept): Filled => ({
  values: kept.values,
  codes: Object.fromEntries(Object.entries(kept.codes).map(([name, texts]) => [name, readCodes(texts.join('\n')).codes])),
});

/** Whether something is typed into it. */
export const isBegun = ({ values, codes }: Kept): boolean =>
  Object.values(values).some((value) => (value ?? '').trim() !== '') || Object.values(codes).some((list) => list.length > 0);
