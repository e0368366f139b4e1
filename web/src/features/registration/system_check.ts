// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { isOlder, readVersion, type Version } from '@/signing/agent';

export type Need = Schemas['Need'];
/** works: seen here; old: seen, and too old; other: another one is here; unseen: not looked at, or a page cannot tell. */
export type Finding = 'works' | 'old' | 'other' | 'unseen';

/** What a browser tells of itself and of the system under it. */
export interface Machine {
  userAgent: string;
  platform: string;
  /** Of the system, as `userAgentData` says it; empty where the browser keeps it to itself. */
  platformVersion: string;
}

const kSystems: Record<string, RegExp> = { windows: /Win/i, linux: /Linux(?!.*Android)/i, macos: /Mac/i };
const kBrowsers: Record<string, RegExp> = { chrome: /Chrom(?:e|ium)\/(\d+)/, firefox: /Firefox\/(\d+)/ };
/** Browsers count Windows by its platform: 13 and more is called 11, 1 to 12 is 10, 0 is older. */
const kWindows11 = 13;

/** Version of the system in the words of its maker; undefined: the browser does not say. */
export function versionOfSystem({ userAgent, platformVersion }: Machine, code: string): Version | undefined {
  if (code === 'windows') {
    const kernel = /Windows NT (\d+)\.(\d+)/.exec(userAgent);
    if (kernel && Number(kernel[1]) < 10) return [Number(kernel[1]), Number(kernel[2])];
    const [platform] = readVersion(platformVersion);
    if (!platformVersion || !platform) return kernel && !platformVersion ? [10, 0] : undefined;
    return [platform >= kWindows11 ? 11 : 10, 0];
  }
  return platformVersion ? readVersion(platformVersion) : undefined;
}

const judge = (found: Version | undefined, least: string | undefined): Finding =>
  found && least && isOlder(found, readVersion(least)) ? 'old' : 'works';

/** What a page can say of a line of the requirements by what the browser tells of itself. */
export function look(need: Need, machine: Machine): Finding {
  if (need.kind === 'system')
    return kSystems[need.code]?.test(machine.platform) ? judge(versionOfSystem(machine, need.code), need.version) : 'other';
  if (need.kind === 'browser') {
    const version = kBrowsers[need.code]?.exec(machine.userAgent)?.[1];
    return version === undefined ? 'other' : judge(readVersion(version), need.version);
  }
  return 'unseen';
}

/** What a program that answered is to the requirements. */
export const judgeProgram = (need: Need, version: Version): Finding => judge(version, need.version);

interface Hints {
  getHighEntropyValues(names: string[]): Promise<{ platformVersion?: string }>;
}

/** This machine. Browsers without hints tell what stands in their name. */
export async function thisMachine(): Promise<Machine> {
  const { userAgent, platform } = navigator;
  const hints = (navigator as { userAgentData?: Hints }).userAgentData;
  const told = await hints?.getHighEntropyValues(['platformVersion']).catch(() => undefined);
  return { userAgent, platform, platformVersion: told?.platformVersion ?? '' };
}
