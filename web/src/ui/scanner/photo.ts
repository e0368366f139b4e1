// SPDX-License-Identifier: Apache-2.0
import type { Symbol, SymbolReader } from './symbols';

const kMostPixels = 1_600;

/** The symbols of a photo. Smaller and with an edge first, which is fast; then as it is, for codes that are tiny in it. */
export async function readPhoto(reader: SymbolReader, file: Blob): Promise<Symbol[]> {
  const photo = await createImageBitmap(file);
  try {
    const found = await reader.read(withEdge(photo));
    return found.length ? found : await reader.read(file);
  } finally {
    photo.close();
  }
}

/** Symbols are found only with white around them: a photo that ends at the symbol gets some. */
function withEdge(photo: ImageBitmap): ImageData {
  const scale = Math.min(1, kMostPixels / Math.max(photo.width, photo.height));
  const [width, height] = [Math.round(photo.width * scale), Math.round(photo.height * scale)];
  const edge = Math.round(Math.max(width, height) * 0.05);
  const canvas = document.createElement('canvas');
  canvas.width = width + 2 * edge;
  canvas.height = height + 2 * edge;
  const sheet = canvas.getContext('2d', { willReadFrequently: true });
  if (!sheet) throw new Error('canvas');
  sheet.fillStyle = '#fff';
  sheet.fillRect(0, 0, canvas.width, canvas.height);
  sheet.drawImage(photo, edge, edge, width, height);
  return sheet.getImageData(0, 0, canvas.width, canvas.height);
}
