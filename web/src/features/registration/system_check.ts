// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export type Need = Schemas['Need'];
/** works: seen here; old: seen, and too old; other: another one is here; unseen: a page cannot tell. */
export type Finding = 'works' | 'old' | 'other' | 'unseen';

interface Machine {
  userAgent: string;
  platform: string;
}

const kSystems: Record<string, RegExp> = { windows: /Win/i, linux: /Linux(?!.*Android)/i, macos: /Mac/i };
const kBrowsers: Record<string, RegExp> = { chrome: /Chrom(?:e|ium)\/(\d+)/, firefox: /Firefox\/(\d+)/ };

/** What a page can say of a line of the requirements by what the browser tells of itself. */
export function look(need: Need, machine: Machine): Finding {
  if (need.kind === 'system') return kSystems[need.code]?.test(machine.platform) ? 'works' : 'other';
  const version = kBrowsers[need.code]?.exec(machine.userAgent)?.[1];
  if (need.kind === 'browser') {
    if (version === undefined) return 'other';
    return Number(version) >= Number(need.version || 0) ? 'works' : 'old';
  }
  return 'unseen';
}
