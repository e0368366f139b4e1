// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import bwip from 'bwip-js/node';
import { afterEach, inject, test } from 'vitest';
import { Visitor } from './visitor';

const kBrackets = '(01)04787001000012(21)5Ab9xYzQw1234(93)dGVz';
const kWidth = 640;
const kHeight = 480;

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

/** A film of one picture: the symbol in the middle of a white page, for the camera of the browser. */
function film(): string {
  const [symbol] = bwip.raw({ bcid: 'gs1datamatrix', text: kBrackets }) as { pixs: number[]; pixx: number; pixy: number }[];
  if (!symbol) throw new Error('no symbol');
  const scale = Math.floor(300 / symbol.pixx);
  const luma = Buffer.alloc(kWidth * kHeight, 235);
  const [left, top] = [(kWidth - symbol.pixx * scale) >> 1, (kHeight - symbol.pixy * scale) >> 1];
  for (let y = 0; y < symbol.pixy * scale; ++y)
    for (let x = 0; x < symbol.pixx * scale; ++x)
      if (symbol.pixs[Math.floor(y / scale) * symbol.pixx + Math.floor(x / scale)]) luma[(top + y) * kWidth + left + x] = 16;
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((kWidth * kHeight) / 2, 128)]);
  const path = join(inject('folder'), 'code.y4m');
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${kWidth} H${kHeight} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
  return path;
}

test('the camera reads a code, separators included, and counts it once', async () => {
  visitor = await Visitor.come(inject('sites').uz, { film: film() });
  await visitor.signIn(/Togʻ buloq/);
  await visitor.go('/documents/new/cancel_withdrawal');
  await visitor.press('Scan with the camera');
  await visitor.sees('1 code');
  await visitor.looksRight('open camera');
  // It stays in sight for many pictures, and is told once.
  await visitor.page.waitForTimeout(1_000);
  await visitor.sees('Added: 1. Repeated: 0.');
  await visitor.press('Close the camera');
  await visitor.press('Show the list');
  await visitor.sees('0104787001000012215Ab9xYzQw1234␝93dGVz');
});

test('a photograph is as good, and the bar code of the shop is explained', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  await visitor.signIn(/Togʻ buloq/);
  await visitor.go('/documents/new/return');
  const photos = visitor.page.locator('input[type=file][accept="image/*"]');
  const white = { scale: 4, paddingwidth: 12, paddingheight: 12, backgroundcolor: 'FFFFFF' };
  const shop = await bwip.toBuffer({ bcid: 'ean13', text: '4787001000012', ...white });
  await photos.setInputFiles({ name: 'shop.png', mimeType: 'image/png', buffer: shop });
  await visitor.sees('This is the shop’s bar code');
  const mark = await bwip.toBuffer({ bcid: 'gs1datamatrix', text: kBrackets, ...white });
  await photos.setInputFiles({ name: 'mark.png', mimeType: 'image/png', buffer: mark });
  await visitor.sees('1 code');
  await visitor.page.getByText('This is the shop’s bar code').waitFor({ state: 'detached' });
});
