import type { Report } from './report.js';
import type { Refusal, Snapshot } from './snapshot.js';

export type { Refusal, Report, Snapshot };

export interface ScoreOptions {
  /** An entry for each person and comment. */
  details?: boolean;
  /** Signals and benchmark rows that are not to be used, by their ids. */
  without?: readonly string[];
}

export interface Scorer {
  /** What follows from a snapshot, or why nothing does. @throws where the core stopped, or came to no end: then `renew` it */
  score(snapshot: Snapshot, options?: ScoreOptions): Report | Refusal;
  /** The same of a JSON text: one line of JSON, byte for byte what `plumb score` writes. */
  scoreText(snapshot: string, options?: ScoreOptions): string;
  /** A new instance, after one has stopped, or to give back the memory that a huge snapshot took. */
  renew(): Promise<void>;
}

/** @param options.wasmBinary  bytes of plumb.wasm, where they can't be read beside this module */
export function createScorer(options?: { wasmBinary?: ArrayBuffer | Uint8Array }): Promise<Scorer>;
