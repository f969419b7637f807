/** Places in a module, bytes from its beginning. */
export interface Loop {
  /** Of its first instruction. */
  begins: number;
  /** Of the one that ends it. */
  ends: number;
}
export function loopsOf(bytes: Uint8Array): Loop[];
export function withInstructions(bytes: Uint8Array, places: [at: number, instructions: number[]][]): Uint8Array;
export function metered(bytes: Uint8Array, name?: string): Uint8Array;
