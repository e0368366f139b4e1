// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export const checks = ['certificate', 'organization', 'head'] as const;
export type Check = (typeof checks)[number];
export type CheckState = 'runs' | 'silent' | 'good';

/** Checks for which an answer is missing, by the finding that says so. */
const kSilent: Record<string, readonly Check[]> = { AUTHORITY_SILENT: ['certificate'], REGISTER_SILENT: ['organization', 'head'] };

/** How each check stands while an application is judged; none when all is told by its state and findings. */
export function checksOf({ state, findings }: Pick<Schemas['Application'], 'state' | 'findings'>): { check: Check; state: CheckState }[] {
  if (state === 'checking') return checks.map((check) => ({ check, state: 'runs' }));
  if (state !== 'waiting') return [];
  const silent = findings.flatMap((one) => kSilent[one.error] ?? []);
  return checks.map((check) => ({ check, state: silent.includes(check) ? 'silent' : 'good' }));
}
