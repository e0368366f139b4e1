// SPDX-License-Identifier: Apache-2.0
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Picture } from './decoder';
import type { Reading } from './symbols';

prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** 'Plain' keeps the separators of the code, which the bracketed form drops. */
const kSquares: ReaderOptions = { formats: ['DataMatrix', 'QRCode'], tryHarder: true, textMode: 'Plain' };
const kEverything: ReaderOptions = { ...kSquares, formats: ['DataMatrix', 'QRCode', 'EANUPC'] };

addEventListener('message', ({ data }: MessageEvent<Picture>) => {
  void readBarcodes(data.image, data.thorough ? kEverything : kSquares)
    .then((found) => found.filter((one) => one.isValid).map(({ format, text }): Reading => ({ format, text })))
    .catch((): Reading[] | null => null)
    .then((readings) => postMessage(readings));
});
