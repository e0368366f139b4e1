// SPDX-License-Identifier: Apache-2.0
const files = import.meta.glob<Record<string, string>>('./*.json', { eager: true, import: 'default' });

export const messages: Record<string, string> = Object.assign({}, ...Object.values(files));
