/** What a reader is told of the page: which account its address points at, the texts found there, and when. */
import type { PlatformName } from './reading';

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
