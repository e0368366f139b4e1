// SPDX-License-Identifier: Apache-2.0

const kMargin = 24;
const kNearlyWhite = 250;

/** The part of a picture in which something is drawn: of a sheet with one label, the label. */
export async function withoutMargins(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext('2d');
  if (!pen) return picture;
  pen.drawImage(bitmap, 0, 0);
  const { data, width, height } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) {
      if ((data[4 * (y * width + x)] ?? 255) >= kNearlyWhite) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  if (right < 0) return picture;
  const cut = new OffscreenCanvas(right - left + 1 + 2 * kMargin, bottom - top + 1 + 2 * kMargin);
  const cutter = cut.getContext('2d');
  if (!cutter) return picture;
  cutter.fillStyle = 'white';
  cutter.fillRect(0, 0, cut.width, cut.height);
  cutter.drawImage(bitmap, left, top, right - left + 1, bottom - top + 1, kMargin, kMargin, right - left + 1, bottom - top + 1);
  return cut.convertToBlob();
}
