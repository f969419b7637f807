/**
 * Sketches of commenters: which people two creators share is told without keeping anybody's name. A sketch holds the
 * smallest 680 of the names' keyed hashes (bottom-k, KMV: Bar-Yossef et al. 2002; Beyer et al. 2007), 6 bytes each. The
 * key is this installation's own salt: without it no hash can be told from a name, and no two installations' compare.
 */
import type { Count, Snapshot } from '../.generated/snapshot';
import { highOf, lowOf } from '../reading/counts';

export interface Sketch {
  /** Distinct commenters that were read; the creator is none. */
  people: number;
  /** Their comments that were read. */
  read: number;
  /** Comments that the posts show under which any were read; 0 where they show no number. */
  shown: number;
  /** The smallest hashes, rising; all of them where there are no more people than this. */
  hashes: readonly number[];
}

const VERSION = 1;
const HEAD = 13;
const WIDTH = 6;
/** With the head, 4,093 bytes. */
export const MOST_HASHES = 680;

/** @param salt 16 bytes in base64. @returns undefined where nobody's name was read */
export async function sketchOf(
  { platform, profile, posts = [], comments = [] }: Pick<Snapshot, 'platform' | 'profile' | 'posts' | 'comments'>,
  salt: string,
): Promise<Sketch | undefined> {
  const own = profile.handle.toLowerCase();
  const others = comments.filter(({ author, byCreator }) => author && !byCreator && author.toLowerCase() !== own);
  const names = new Set(others.map(({ author }) => `${platform}:${(author as string).toLowerCase()}`));
  if (names.size === 0) return undefined;
  const under = new Set(others.map(({ postId }) => postId));
  const opened = posts.filter(({ id }) => id !== undefined && under.has(id));
  const told = opened.every(({ comments: count }) => count !== undefined) && opened.length === under.size;
  const shown = told ? opened.reduce((sum, { comments: count }) => sum + middle(count as Count), 0) : 0;
  return { people: names.size, read: others.length, shown, hashes: await smallest([...names], salt) };
}

function middle(count: Count): number {
  return Math.round((lowOf(count) + highOf(count)) / 2);
}

/** The first 48 bits of HMAC-SHA-256 of each name, the smallest of them, rising. */
async function smallest(names: readonly string[], salt: string): Promise<number[]> {
  const raw = Uint8Array.from(atob(salt), (char) => char.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const encoder = new TextEncoder();
  const hashes = await Promise.all(
    names.map(async (name) => {
      const mac = new DataView(await crypto.subtle.sign('HMAC', key, encoder.encode(name)));
      return mac.getUint16(0) * 2 ** 32 + mac.getUint32(2);
    }),
  );
  return hashes.sort((a, b) => a - b).slice(0, MOST_HASHES);
}

/** In base64: version, people, read, shown, then the hashes, big-endian. */
export function packed({ people, read, shown, hashes }: Sketch): string {
  const bytes = new DataView(new ArrayBuffer(HEAD + WIDTH * hashes.length));
  bytes.setUint8(0, VERSION);
  [people, read, shown].forEach((value, at) => {
    bytes.setUint32(1 + 4 * at, value);
  });
  hashes.forEach((hash, at) => {
    bytes.setUint16(HEAD + WIDTH * at, Math.floor(hash / 2 ** 32));
    bytes.setUint32(HEAD + WIDTH * at + 2, hash % 2 ** 32);
  });
  return btoa(String.fromCharCode(...new Uint8Array(bytes.buffer)));
}

/** @returns undefined for what is no sketch: a damaged disk or a file may say anything */
export function unpacked(text: string): Sketch | undefined {
  if (text.length > 6000 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const raw = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const bytes = new DataView(raw.buffer);
  const count = (raw.length - HEAD) / WIDTH;
  if (!Number.isInteger(count) || count < 1 || count > MOST_HASHES || bytes.getUint8(0) !== VERSION) return undefined;
  const [people, read, shown] = [1, 5, 9].map((at) => bytes.getUint32(at)) as [number, number, number];
  const hashes = Array.from(
    { length: count },
    (_, at) => bytes.getUint16(HEAD + WIDTH * at) * 2 ** 32 + bytes.getUint32(HEAD + WIDTH * at + 2),
  );
  const rising = hashes.every((hash, at) => at === 0 || hash > (hashes[at - 1] as number));
  if (!rising || people > read || count !== Math.min(people, MOST_HASHES)) return undefined;
  return { people, read, shown, hashes };
}
