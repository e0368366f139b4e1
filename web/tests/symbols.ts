// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import bwip from 'bwip-js/node';

/** A GS1 Data Matrix of a code, as bwip-js wants its text: separators become FNC1. */
async function draw(code: string, scale: number): Promise<Buffer> {
  const options = {
    bcid: 'datamatrix',
    text: `^FNC1${code.replaceAll('^', '^094').replaceAll('\u001d', '^FNC1')}`,
    parse: true,
    parsefnc: true,
    scale,
    paddingwidth: 12,
    paddingheight: 12,
    backgroundcolor: 'FFFFFF',
  };
  return bwip.toBuffer(options) as unknown as Promise<Buffer>;
}

/** A photo of a code, as a file that is chosen. */
export const photoOf = (code: string) => draw(code, 4);

export async function photoOfStripes(gtin: string): Promise<Buffer> {
  const edges = { paddingwidth: 12, paddingheight: 12, backgroundcolor: 'FFFFFF' };
  return bwip.toBuffer({ bcid: 'ean13', text: gtin.slice(1), scale: 3, ...edges }) as unknown as Promise<Buffer>;
}

const kWidth = 640;
const kHeight = 480;
const kFrames = 4;

/** What a camera sees: a code in the middle of a white sheet, as a film in Y4M. */
export async function filmOf(code: string, path: string): Promise<void> {
  const { width, pixels } = await modulesOf(code);
  const luma = Buffer.alloc(kWidth * kHeight, 235);
  const size = Math.floor(260 / width);
  const left = Math.floor((kWidth - size * width) / 2);
  const top = Math.floor((kHeight - size * width) / 2);
  for (let y = 0; y < size * width; ++y)
    for (let x = 0; x < size * width; ++x)
      if (pixels[Math.floor(y / size) * width + Math.floor(x / size)]) luma[(top + y) * kWidth + left + x] = 16;
  const chroma = Buffer.alloc((kWidth * kHeight) / 2, 128);
  const frames = Array.from({ length: kFrames }, () => Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]));
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${kWidth} H${kHeight} F10:1 Ip A1:1 C420\n`), ...frames]));
}

/** The dark modules of a symbol. */
async function modulesOf(code: string): Promise<{ width: number; pixels: number[] }> {
  const [symbol] = bwip.raw({
    bcid: 'datamatrix',
    text: `^FNC1${code.replaceAll('^', '^094').replaceAll('\u001d', '^FNC1')}`,
    parse: true,
    parsefnc: true,
  }) as unknown as [{ pixs: number[]; pixx: number }];
  return { width: symbol.pixx, pixels: symbol.pixs };
}
