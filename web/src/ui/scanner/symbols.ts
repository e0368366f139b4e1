// SPDX-License-Identifier: Apache-2.0

/** A symbol in a picture: its text with separators, and its AIM identifier (ISO/IEC 15424). */
export interface Symbol {
  text: string;
  symbology: string;
}

export interface Question {
  id: number;
  image: ImageData | Blob;
}
export interface Answer {
  id: number;
  symbols: Symbol[];
  failed?: string;
}

/** The shop's own bar code, with nothing but the number of the product. */
export const isShopCode = ({ symbology }: Symbol): boolean => symbology.startsWith(']E') || symbology.startsWith(']X');

/** What may carry a mark or the number of a package: Data Matrix, GS1-128, a QR code with a GS1 Digital Link. */
export function isMark({ text, symbology }: Symbol): boolean {
  if (symbology.startsWith(']d') || symbology === ']C1') return true;
  if (symbology.startsWith(']Q')) return symbology === ']Q3' || /^https?:\/\/[^/]+\/(?:.*\/)?0[01]\/\d/.test(text);
  return symbology.startsWith(']C') && /^\(?00\)?\d{18}$/.test(text);
}

/** Reads pictures aside, one after another; wasm and worker are fetched with the first one. */
export class SymbolReader {
  private worker: Worker | null = null;
  private asked = 0;
  private waiting = new Map<number, { resolve(found: Symbol[]): void; reject(reason: Error): void }>();

  read(image: ImageData | Blob): Promise<Symbol[]> {
    this.worker ??= this.start();
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker?.postMessage({ id, image } satisfies Question);
    });
  }

  end(): void {
    this.worker?.terminate();
    this.worker = null;
    this.waiting.clear();
  }

  private start(): Worker {
    const worker = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const one = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.failed) one?.reject(new Error(data.failed));
      else one?.resolve(data.symbols);
    };
    return worker;
  }
}
