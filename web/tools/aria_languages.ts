// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * The words that React Aria itself says, in our three languages: of its 34 only English and Russian are kept, and
 * Uzbek, which it lacks, is added from src/ui/aria_uzbek.ts.
 */
export function ariaLanguages(): Plugin {
  const uzbek = fileURLToPath(new URL('../src/ui/aria_uzbek.ts', import.meta.url));
  return {
    name: 'aria-languages',
    enforce: 'pre',
    transform(code, id) {
      const [path] = id.split('?');
      if (!path || !/\/react-(aria|aria-components|stately)\/.*\/intlStrings\.mjs$/.test(path)) return null;
      const folder = /from "([^"]+)\/en-US\.mjs"/.exec(code)?.[1];
      if (!folder) return null;
      const subject = /intl\/([a-z]+)$/.exec(folder)?.[1];
      return `import en from '${folder}/en-US.mjs';
import ru from '${folder}/ru-RU.mjs';
import { uzbek } from '${uzbek}';
export default { 'en-US': en, 'ru-RU': ru, 'uz-UZ': { ...en, ...uzbek['${subject ?? 'components'}'] } };`;
    },
  };
}
