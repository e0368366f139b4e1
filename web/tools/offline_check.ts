// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

const kDoor = '/src/app/check_door.tsx';
const kWorker = new URL('./offline_check.worker.js', import.meta.url);
/** What the page of the check needs beside scripts and styles. */
const kBeside = ['/mark.svg', '/check.webmanifest'];

/**
 * Writes offline_check.js, the worker that keeps the shell of the check: the page, its styles, every script behind the
 * door of the check, and the decoder of the camera.
 */
export function offlineCheck(): Plugin {
  return {
    name: 'offline-check',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one): one is Rolldown.OutputChunk => one.type === 'chunk');
      const door = chunks.find((one) => one.facadeModuleId?.endsWith(kDoor));
      const entry = chunks.find((one) => one.isEntry);
      if (!door || !entry) return this.error(`no chunk of ${kDoor}`);
      const kept = new Set<string>();
      const keep = (name: string) => {
        const chunk = bundle[name];
        if (kept.has(name) || chunk?.type !== 'chunk') return;
        kept.add(name);
        for (const style of chunk.viteMetadata?.importedCss ?? []) kept.add(style);
        // The first script knows the door of the cabinet too: what is behind that one stays outside.
        for (const next of chunk.isEntry ? chunk.imports : [...chunk.imports, ...chunk.dynamicImports]) keep(next);
      };
      keep(door.fileName);
      keep(entry.fileName);
      const decoder = Object.keys(bundle).filter((name) => /(decoder|zxing)[^/]*\.(js|wasm)$/.test(name));
      const shell = ['/', ...kBeside, ...[...new Set([...kept, ...decoder])].map((name) => `/${name}`)];
      const version = createHash('sha256').update(shell.join()).digest('hex').slice(0, 12);
      const source = readFileSync(kWorker, 'utf8')
        .replace("'VERSION'", `'${version}'`)
        .replace("['SHELL']", JSON.stringify(shell));
      this.emitFile({ type: 'asset', fileName: 'offline_check.js', source });
    },
  };
}
