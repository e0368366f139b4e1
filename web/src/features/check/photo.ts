// SPDX-License-Identifier: Apache-2.0
import { readPhoto } from '@/ui/scanner/photo';
import { isMark, isShopCode, SymbolReader } from '@/ui/scanner/symbols';

/** The code in a photo; or what is to be said instead: texts `ui.scanner.hint.<hint>`. */
export async function codeOfPhoto(file: Blob): Promise<string | { hint: 'shop' | 'none' }> {
  const reader = new SymbolReader();
  try {
    const symbols = await readPhoto(reader, file);
    return symbols.find(isMark)?.text ?? { hint: symbols.some(isShopCode) ? 'shop' : 'none' };
  } finally {
    reader.end();
  }
}
