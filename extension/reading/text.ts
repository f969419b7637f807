/** Texts of pages, made fit for the contract: well-formed, without control characters, at most 4 KiB of UTF-8. */

export const TEXT_BYTES = 4096;

/** @returns undefined for anything that is no text, or empty. */
export function cleanText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = cut(
    value
      .slice(0, 4 * TEXT_BYTES)
      .toWellFormed()
      .replace(/[^\P{Cc}\t\n]/gu, '')
      .trim(),
  );
  return text === '' ? undefined : text;
}

/** An identifier or handle: short, without spaces around and a leading @. */
export function readName(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? String(value) : value;
  if (typeof text !== 'string' || text.length > 300) return undefined;
  const name = cleanText(text.replace(/[\u200e\u200f\u2066-\u2069\u202a-\u202e]/g, ''))?.replace(/^@/, '');
  return name === '' ? undefined : name;
}

/** An address of the web; anything else is no link. */
export function readLink(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || value.length > 2000) return undefined;
  try {
    const url = new URL(/^[\w-]+(\.[\w-]+)+(\/|$)/.test(value) ? `https://${value}` : value, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Handles are compared without case and @. */
export function sameName(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a.replace(/^@/, '').toLowerCase() === b.replace(/^@/, '').toLowerCase();
}

/** What stands before the first stop that ends a sentence; a stop after a number's own short word ('888 Tsd. Follower') ends none. */
export function firstSentence(text: string): string {
  const end = /(?<=\p{L}|\p{N}\+?)(?<!\p{N}\s?\p{L}{1,6})[.!?](?=\s|$)|[。！？]/u.exec(text);
  return end ? text.slice(0, end.index) : text;
}

/** Cuts at a code point, so that the UTF-8 stays within the cap. */
function cut(text: string): string {
  if (text.length * 3 <= TEXT_BYTES) return text;
  let bytes = 0;
  let end = 0;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > TEXT_BYTES) break;
    end += char.length;
  }
  return text.slice(0, end);
}
