// SPDX-License-Identifier: Apache-2.0
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Answer, Question } from './symbols';

prepareZXingModule({ overrides: { locateFile: () => wasm } });

self.onmessage = async ({ data: { id, image } }: MessageEvent<Question>) => {
  const answer: Answer = { id, symbols: [] };
  try {
    const found = await readBarcodes(image, {
      formats: ['DataMatrix', 'QRCode', 'Code128', 'EAN13', 'EAN8', 'UPCA'],
      tryHarder: true,
      // Otherwise the text comes with brackets and its separators are lost.
      textMode: 'Plain',
      maxNumberOfSymbols: 4,
    });
    answer.symbols = found.filter((one) => one.isValid).map((one) => ({ text: one.text, symbology: one.symbologyIdentifier }));
  } catch (error) {
    answer.failed = String(error);
  }
  self.postMessage(answer);
};
