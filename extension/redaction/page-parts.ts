/** What stands on a page, as its script hands it to our own page: nothing of it has been taken out yet. */
import type { Place } from '../reading/place';

/** An element: its name, its attributes as name and value in turn, what is in it. A text stands for itself. */
export type Tree = string | readonly [name: string, attributes: readonly string[], inside: readonly Tree[]];

export interface PageParts {
  address: string;
  /** What the address points at. */
  place: Place;
  /** Time of the visit, RFC 3339. */
  now: string;
  version: string;
  /** The document; its scripts are those that are read. */
  tree: Tree;
  /** Answers that are read, with the address of the page that asked for each. */
  responses: readonly { url: string; page: string; text: string }[];
}
