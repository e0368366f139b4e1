// SPDX-License-Identifier: Apache-2.0

/** The articles in the order in which they are needed: web/content/help/<language>/<slug>.md. */
export const contents = [
  { section: 'start', slugs: ['first-steps', 'key', 'registration', 'contracts', 'people'] },
  { section: 'codes', slugs: ['goods', 'orders', 'labels', 'application'] },
  { section: 'goods', slugs: ['packing', 'shipping', 'withdrawal'] },
  { section: 'around', slugs: ['money', 'errors', 'support', 'programs', 'check'] },
] as const;

export const slugs: readonly string[] = contents.flatMap((part) => part.slugs);
