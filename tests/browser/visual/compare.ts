/** Compares two pictures as an eye would: smoothing of edges and a pixel's width do not count, colour and place do. */
import type { Page } from 'puppeteer-core';

export interface Difference {
  /** Null where the sizes agree. */
  sizes: string | null;
  /** Pixels that differ. */
  pixels: number;
  /** PNG of the seen picture, greyed, with what differs in red. */
  picture?: Buffer;
}

/** Steps of 255 by which a channel may lie outside of what stands around the pixel in the other picture. */
export const STEPS = 10;
/** Pixels of a picture that may differ all the same. */
export const PIXELS = 30;

/**
 * A pixel differs when one of its channels lies more than STEPS outside the range of the 3 × 3 pixels around the same
 * place in the other picture, either way round.
 * @param page any open page: the browser decodes the PNGs
 */
export async function compare(page: Page, seen: Buffer, kept: Buffer): Promise<Difference> {
  const { sizes, pixels, url } = await page.evaluate(inPage, seen.toString('base64'), kept.toString('base64'), STEPS);
  const picture = url ? Buffer.from(url.slice(url.indexOf(',') + 1), 'base64') : undefined;
  return { sizes, pixels, ...(picture ? { picture } : {}) };
}

async function inPage(
  one: string,
  other: string,
  steps: number,
): Promise<{ sizes: string | null; pixels: number; url?: string }> {
  const decode = async (text: string) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { width, height } = bitmap;
    return { canvas, context, width, height, data: context.getImageData(0, 0, width, height).data };
  };
  const [a, b] = [await decode(one), await decode(other)];
  if (a.width !== b.width || a.height !== b.height)
    return { sizes: `${a.width}×${a.height}, kept ${b.width}×${b.height}`, pixels: 0 };
  const { width, height } = a;
  const outside = (from: Uint8ClampedArray, to: Uint8ClampedArray, x: number, y: number): boolean => {
    for (let channel = 0; channel < 3; channel++) {
      const value = from[(y * width + x) * 4 + channel] as number;
      let [low, high] = [255, 0];
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const near = to[(row * width + column) * 4 + channel] as number;
          if (near < low) low = near;
          if (near > high) high = near;
        }
      if (value < low - steps || value > high + steps) return true;
    }
    return false;
  };
  const words = (data: Uint8ClampedArray) => new Uint32Array(data.buffer, data.byteOffset, width * height);
  const [left, right] = [words(a.data), words(b.data)];
  let pixels = 0;
  const marked = a.context.createImageData(width, height);
  for (let place = 0; place < width * height; place++) {
    const [x, y] = [place % width, Math.floor(place / width)];
    const differs = left[place] !== right[place] && (outside(a.data, b.data, x, y) || outside(b.data, a.data, x, y));
    if (differs) pixels++;
    const grey = 200 + ((a.data[place * 4 + 1] as number) / 255) * 55;
    marked.data.set(differs ? [220, 0, 0, 255] : [grey, grey, grey, 255], place * 4);
  }
  if (pixels === 0) return { sizes: null, pixels };
  a.context.putImageData(marked, 0, 0);
  return { sizes: null, pixels, url: a.canvas.toDataURL('image/png') };
}
