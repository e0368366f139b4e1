// SPDX-License-Identifier: Apache-2.0
import { useDictionaries } from '@/api/queries';
import type { Dictionary } from './jobs';

/** What may be chosen from a dictionary of the country. */
export function useEntries(dictionary: Dictionary): { id: string; name: string }[] {
  const all = useDictionaries();
  const reasons = { withdrawal_reason: all?.withdrawal_reasons, write_off_reason: all?.write_off_reasons };
  const entries = dictionary === 'way' ? all?.ways : reasons[dictionary]?.filter((one) => one.given);
  return (entries ?? []).map((one) => ({ id: one.code, name: one.name }));
}
