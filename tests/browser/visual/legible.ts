/** Finds words that can't be seen, from a picture of the page: what forced colours do is in no computed style. */
import type { Page } from 'puppeteer-core';

interface Words {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where words are drawn; run in the page. @param root where to look, the document by default */
export function wordsIn(root: ParentNode & Node = document.body): Words[] {
  const found: Words[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.nodeValue?.trim();
    if (!text || !parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (parent.closest('.visually-hidden, option, style, svg')) continue;
    range.selectNodeContents(node);
    const [box] = range.getClientRects();
    if (!box || box.width < 4 || box.height < 4 || box.left < 0 || box.top < 0) continue;
    if (box.right > innerWidth || box.bottom > innerHeight) continue;
    // What lies inside a box that scrolls may be out of sight.
    const hit = (parent.getRootNode() as Document).elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (hit && !hit.contains(parent) && !parent.contains(hit)) continue;
    // The middle of the line: a font's box is higher than what lies behind it.
    found.push({ text, x: box.left + 1, y: box.top + box.height / 4, width: box.width - 2, height: box.height / 2 });
  }
  return found;
}

/**
 * The words behind which the picture has one colour: the lightest and the darkest pixel differ by less than `ratio`.
 * @param desk an open page that decodes the picture
 * @param picture PNG of the window that the words were measured in, one pixel a px
 */
export function illegible(desk: Page, picture: Uint8Array, words: readonly Words[], ratio = 4.5): Promise<string[]> {
  return desk.evaluate(
    async (png, given, least) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      // WCAG's relative luminance.
      const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      return given
        .filter(({ x, y, width, height }) => {
          const { data } = context.getImageData(Math.floor(x), Math.floor(y), Math.ceil(width), Math.ceil(height));
          let [low, high] = [1, 0];
          for (let at = 0; at < data.length; at += 4) {
            const [red, green, blue] = [0, 1, 2].map((channel) => linear((data[at + channel] ?? 0) / 255)) as [
              number,
              number,
              number,
            ];
            const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            low = Math.min(low, luminance);
            high = Math.max(high, luminance);
          }
          return (high + 0.05) / (low + 0.05) < least;
        })
        .map(({ text }) => text);
    },
    Buffer.from(picture).toString('base64'),
    words,
    ratio,
  );
}
