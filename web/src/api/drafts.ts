// SPDX-License-Identifier: Apache-2.0

const kPersonal = /(?:^order-|^document\..+\.)(\d+)$/;

/** Forms carry the number of their user in their name where everybody has one of his own; others are everybody's. */
export function isOwnDraft(name: string, user: string): boolean {
  const [, whose] = kPersonal.exec(name) ?? [];
  return whose === undefined || whose === user;
}
