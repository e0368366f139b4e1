// SPDX-License-Identifier: Apache-2.0
import type { ProgramKind, SigningAgent, Version } from './agent';
import { hostKeys } from './host_keys';

/** Code of a program is fetched when it is called. */
export async function openProgram(kind: ProgramKind): Promise<SigningAgent> {
  if (kind === 'cryptopro') return new (await import('./cryptopro')).CryptoProAgent();
  return new (await import('./eimzo')).EimzoAgent(await hostKeys());
}

/** What the program says of itself. Throws AgentError where it does not answer. Some browsers ask their user first. */
export async function versionOf(kind: ProgramKind): Promise<Version> {
  return kind === 'cryptopro' ? (await import('./cryptopro')).version() : (await import('./eimzo')).version();
}
