// SPDX-License-Identifier: Apache-2.0
export const files = import.meta.glob<string>('../../../content/help/ru/*.md', { query: '?raw', import: 'default', eager: true });
