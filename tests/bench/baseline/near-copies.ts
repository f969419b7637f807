/** Near-copies among many short texts: one-permutation MinHash and banding, with the core's hashes. */

const SIZE = 16;
const ROWS = 2;
const SHINGLE = 4;
const EMPTY = 0xffff_ffff;

export type Signature = Uint32Array;

/** The halves of a number of 64 bits. */
let high = 0;
let low = 0;

/** high, low times a constant: JavaScript multiplies 32 bits at a time, and keeps the lower half. */
function multiply(byHigh: number, byLow: number): void {
  const [a, b] = [low >>> 16, low & 0xffff];
  const [c, d] = [byLow >>> 16, byLow & 0xffff];
  const middle = a * d + ((b * d) >>> 16);
  const carried = a * c + Math.floor(middle / 0x1_0000) + ((middle & 0xffff) + b * c) / 0x1_0000;
  high = (Math.imul(high, byLow) + Math.imul(low, byHigh) + Math.floor(carried)) | 0;
  low = Math.imul(low, byLow);
}

/** The finalizer of MurmurHash3, of 64 bits as in the core: near-copies are near only by the same hashes. */
function mix(): void {
  low ^= high >>> 1;
  multiply(0xff51_afd7, 0xed55_8ccd);
  low ^= high >>> 1;
  multiply(0xc4ce_b9fe, 0x1a85_ec53);
  low ^= high >>> 1;
}

/** Minima of the hashed shingles of four characters, one for each of 16 classes. @param plain  Shape.plain */
export function signatureOf(plain: readonly number[]): Signature {
  const own = new Uint32Array(SIZE).fill(EMPTY);
  const take = (first: number, second: number) => {
    high = first;
    low = second;
    mix();
    const at = high >>> 28;
    if (low >>> 0 < (own[at] as number)) own[at] = low;
  };
  let [first, second] = [0, 0]; // 16 bits of each of the last four characters
  for (const [i, code] of plain.entries()) {
    first = (first << 16) | (second >>> 16);
    second = (second << 16) ^ (code & 0xffff) ^ (code >>> 16);
    if (i + 1 >= SHINGLE) take(first, second);
  }
  if (plain.length < SHINGLE) take(first, second);
  // Classes without a shingle borrow from the next one that has some, marked by the distance.
  return own.map((least, i) => {
    if (least !== EMPTY) return least;
    for (let away = 1; away < SIZE; away += 1) {
      const other = own[(i + away) % SIZE] as number;
      if (other !== EMPTY) return other ^ Math.imul(away, 0x9e37_79b9);
    }
    return EMPTY;
  });
}

function alike(a: Signature, b: Signature): boolean {
  let equal = 0;
  for (let i = 0; i < SIZE; i += 1) if (a[i] === b[i]) equal += 1;
  return equal >= SIZE / 2;
}

function isLess(a: Signature, b: Signature): boolean {
  for (let i = 0; i < SIZE; i += 1) if (a[i] !== b[i]) return (a[i] as number) < (b[i] as number);
  return false;
}

/** The same for all copies of one text, in the order of the core's. */
function nameOf(signature: Signature): string {
  high = 0x9e37_79b9;
  low = 0x7f4a_7c15;
  for (const least of signature) {
    low ^= least;
    mix();
  }
  return [high >>> 0, (low | 1) >>> 0].map((half) => half.toString(16).padStart(8, '0')).join('');
}

export interface NearCopies {
  /** Texts alike, itself counted. */
  count: number;
  /** The same for copies of one text; empty where there is none. */
  group: string;
}

/** The near-copies of each text: those alike to the least one of a common band. */
export function findNearCopies(signatures: readonly Signature[]): NearCopies[] {
  const copies = signatures.map((): NearCopies => ({ count: 1, group: '' }));
  for (let row = 0; row < SIZE; row += ROWS) {
    const bands = new Map<number, number[]>();
    for (const [i, signature] of signatures.entries()) {
      // 53 bits of the two rows.
      const key = (signature[row] as number) * 0x20_0000 + ((signature[row + 1] as number) & 0x1f_ffff);
      const band = bands.get(key);
      if (band) band.push(i);
      else bands.set(key, [i]);
    }
    for (const band of bands.values()) if (band.length > 1) group(band, signatures, copies);
  }
  return copies;
}

function group(band: readonly number[], signatures: readonly Signature[], copies: NearCopies[]): void {
  const of = (i: number) => signatures[i] as Signature;
  const leader = of(band.reduce((least, i) => (isLess(of(i), of(least)) ? i : least)));
  const members = band.filter((i) => alike(of(i), leader));
  if (members.length < 2) return;
  const name = nameOf(leader);
  for (const i of members) {
    const own = copies[i] as NearCopies;
    if (members.length > own.count || (members.length === own.count && name > own.group))
      copies[i] = { count: members.length, group: name };
  }
}
