// SPDX-License-Identifier: Apache-2.0
/** Of the pages for participants, beside the public ones. */
const files = import.meta.glob<Record<string, string>>(
  ['./*.json', '!./operator_*.json', '!./*_words.json', '!./app.json', '!./ui.json', '!./signing.json', '!./sign_in.json', '!./registration.json', '!./public_site.json', '!./news.json', '!./help.json', '!./check.json', '!./letters.json'],
  { eager: true, import: 'default' },
);

export const messages: Record<string, string> = Object.assign({}, ...Object.values(files));
