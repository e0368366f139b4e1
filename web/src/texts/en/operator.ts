// SPDX-License-Identifier: Apache-2.0
/** Of the pages for the operator’s people. */
const files = import.meta.glob<Record<string, string>>(
  ['./operator_*.json'],
  { eager: true, import: 'default' },
);

export const messages: Record<string, string> = Object.assign({}, ...Object.values(files));
