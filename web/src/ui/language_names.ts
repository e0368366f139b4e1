// SPDX-License-Identifier: Apache-2.0

/** Languages are called by their own names: whoever looks for his reads no other. */
export const languageNames = { uz: 'Oʻzbekcha', ru: 'Русский', en: 'English' } as const;
