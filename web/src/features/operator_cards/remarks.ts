// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

/** Remarks by the part of the card; a name of a field has no slashes, a pointer has. */
export interface Remarks {
  remarks: Record<string, string | undefined>;
}

export const kWhole = 'card';

export const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '_') || kWhole;
const pointerOf = (field: string): string => (field === kWhole ? '' : `/${field.replaceAll('_', '/')}`);

/** What is sent with a return: the remarks that somebody wrote. */
export function remarksOf({ remarks }: Remarks): Schemas['CardRemark'][] {
  return Object.entries(remarks)
    .map(([field, text]) => ({ at: pointerOf(field), text: text?.trim() ?? '' }))
    .filter(({ text }) => text !== '');
}
