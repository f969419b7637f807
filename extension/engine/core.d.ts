/** The door of the core, as wasm/bindings declares it. */
declare module '@core/plumb.mjs' {
  export interface Core {
    /** Snapshot text in, report or refusal text out: one line of JSON. `details` adds an entry for each person and comment. */
    score(snapshot: string, details: boolean): string;
    /** The same without these signals and benchmark rows: their ids with a comma between them. */
    scoreWithout(snapshot: string, details: boolean, without: string): string;
    /** The instance's memory as it is now. */
    readonly HEAPU8: Uint8Array;
    /** Of wasm/bindings/meter.mjs: how many turns its loops may still make; the one that has none left traps. */
    readonly asm: { readonly turns: { value: bigint } };
  }
  export default function create(options: { wasmBinary: ArrayBuffer; locateFile(path: string): string }): Promise<Core>;
}
