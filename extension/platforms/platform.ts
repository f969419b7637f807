/**
 * What a platform must answer. A platform is a folder beside this file, and a row of wasm/data/platforms.tsv.
 * Readers are pure: they ask for nothing, keep nothing, and change nothing on the page.
 * Where its pages are and which responses may be read stands in its site.ts.
 */
import type { Signal } from '../.generated/report';
import type { PageText, Place, ReadContext } from '../reading/place';
import type { Reading } from '../reading/reading';
import type { Site } from './site';

/** What the script on a platform's pages needs of it. The texts that it finds there are read in the background. */
export interface PagePlatform {
  site: Site;
  /** What the address points at; null where it is no page of one account. */
  locate(url: URL): Place | null;
  /** Inline scripts of the first load worth sending to the background. */
  inlineTexts(document: Document): PageText[];
  /** Reads JSON-LD, meta and the rendered page. Never throws on any document. */
  readDocument(document: Document, context: ReadContext): Reading[];
  /** The element that prints the follower count; the badge is drawn beside it. */
  anchor(document: Document, place: Place): Element | null;
  /** Where the page shows an item of the report; only where the links' addresses (page/locate-item.ts) don't tell. */
  locateItem?(document: Document, item: Signal['items'][number]): Element | null;
}

export interface Platform extends PagePlatform {
  /** Reads a response or an inline script; a text that says nothing gives []. Never throws on any text. */
  readPageText(text: PageText, context: ReadContext): Reading[];
}
