// SPDX-License-Identifier: Apache-2.0
// Writes NAME.br and NAME.gz beside every built file that becomes smaller by it: the server sends them as they are.
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;
rmSync(join(dist, '.vite'), { recursive: true, force: true });
for (const name of readdirSync(dist, { recursive: true })) {
  const path = join(dist, name);
  if (!statSync(path).isFile() || /\.(br|gz|png|jpg)$/.test(name)) continue;
  const bytes = readFileSync(path);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  for (const [ending, made] of [['.br', brotliCompressSync(bytes, quality)], ['.gz', gzipSync(bytes, { level: 9 })]])
    if (made.length < bytes.length) writeFileSync(path + ending, made);
}
