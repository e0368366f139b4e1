// SPDX-License-Identifier: Apache-2.0
/** Long lists of words that one page alone needs. */
const files = import.meta.glob<Record<string, string>>(['./*_words.json'], { eager: true, import: 'default' });

export const messages: Record<string, string> = Object.assign({}, ...Object.values(files));
