// SPDX-License-Identifier: Apache-2.0
import type { Reading } from './symbols';

export interface Picture {
  image: ImageData;
  /** Looks for the stripes of shops too, which takes longer. */
  thorough: boolean;
}

/** Reads symbols in a thread of its own; one picture at a time. */
export class Decoder {
  private readonly worker = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' });
  private busy = false;

  /** Null when it is still at the picture before. */
  read(picture: Picture): Promise<Reading[]> | null {
    if (this.busy) return null;
    this.busy = true;
    return new Promise<Reading[]>((resolve, reject) => {
      this.worker.onmessage = ({ data }: MessageEvent<Reading[] | null>) => {
        this.busy = false;
        if (data) resolve(data);
        else reject(new Error('decoder'));
      };
      this.worker.onerror = () => {
        this.busy = false;
        reject(new Error('decoder'));
      };
      this.worker.postMessage(picture, [picture.image.data.buffer]);
    });
  }

  end(): void {
    this.worker.terminate();
  }
}

const kLargest = 1600;

/** What the symbols of a photo say; tried smaller too, which helps where the picture is not sharp. */
export async function readPhoto(file: Blob): Promise<Reading[]> {
  const photo = await createImageBitmap(file);
  const decoder = new Decoder();
  try {
    for (const largest of [kLargest, kLargest / 2]) {
      const scale = Math.min(1, largest / Math.max(photo.width, photo.height));
      const found = await decoder.read({ image: pixelsOf(photo, photo.width * scale, photo.height * scale), thorough: true });
      if (found?.length) return found;
    }
    return [];
  } finally {
    decoder.end();
    photo.close();
  }
}

/** Symbols are found only with white around them: a photo that ends at the symbol gets an edge. */
function pixelsOf(photo: ImageBitmap, width: number, height: number): ImageData {
  const edge = Math.round(Math.max(width, height) * 0.05);
  const canvas = new OffscreenCanvas(Math.round(width) + 2 * edge, Math.round(height) + 2 * edge);
  const sheet = canvas.getContext('2d', { willReadFrequently: true });
  if (!sheet) throw new Error('canvas');
  sheet.fillStyle = '#fff';
  sheet.fillRect(0, 0, canvas.width, canvas.height);
  sheet.drawImage(photo, edge, edge, Math.round(width), Math.round(height));
  return sheet.getImageData(0, 0, canvas.width, canvas.height);
}
