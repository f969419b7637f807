/**
 * What a platform must answer. A platform is a folder beside this file; registry.ts lists them.
 * Readers are pure: they ask for nothing, keep nothing, and change nothing on the page.
 * Which responses may be read is one list for all, responses.ts: the observer in the page's world needs it alone.
 */
import type { Signal } from '../.generated/report';
import type { PlatformName, Reading } from '../reading/reading';

/** What the address bar points at. */
export interface Place {
  platform: PlatformName;
  /** `profile` shows an account, `post` one post of it, `people` a list of accounts around it. */
  kind: 'profile' | 'post' | 'people';
  /** The account, as far as the address tells (without @). A YouTube watch page tells none. */
  handle?: string;
  id?: string;
  /** An older address of the account that holds neither handle nor id: YouTube's '/c/name' and '/user/name'. */
  alias?: string;
  postId?: string;
  /** The tab of the profile, in the platform's own word: 'videos', 'reels' … */
  tab?: string;
}

/** A text that the page received or holds, read in the background. */
export interface PageText {
  via: 'response' | 'inline';
  /** Address of the response; of the page for inline texts. */
  url: string;
  /** Name of the inline script (its id or the variable it sets). */
  name?: string;
  /**
   * Address of the page when it asked for this response. YouTube's continuations name no channel: without this they are
   * not read, since they could be the channel's that was open before.
   */
  page?: string;
  text: string;
}

export interface ReadContext {
  place: Place;
  /** Now, RFC 3339 UTC: readers have no clock of their own. */
  now: string;
  /** `<html lang>`, where the page has one. */
  locale?: string;
}

/** What the script on a platform's pages needs of it. The texts that it finds there are read in the background. */
export interface PagePlatform {
  name: PlatformName;
  /** Host names of its pages. */
  hosts: RegExp;
  /** What the address points at; null where it is no page of one account. */
  locate(url: URL): Place | null;
  /** Inline scripts of the first load worth sending to the background. */
  inlineTexts(document: Document): PageText[];
  /** Reads JSON-LD, meta and the rendered page. Never throws on any document. */
  readDocument(document: Document, context: ReadContext): Reading[];
  /** The element that prints the follower count; the badge is drawn beside it. */
  anchor(document: Document, place: Place): Element | null;
  /** Where the page shows an item of the report; only where the links' addresses (reading/locate-item.ts) don't tell. */
  locateItem?(document: Document, item: Signal['items'][number]): Element | null;
}

export interface Platform extends PagePlatform {
  /** Reads a response or an inline script; a text that says nothing gives []. Never throws on any text. */
  readText(text: PageText, context: ReadContext): Reading[];
}
