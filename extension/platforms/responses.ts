/**
 * Addresses whose responses the page-world observer may read: data only, because the observer must stay tiny.
 * The host equals `host` or ends with `.host`; the path (with its query) contains `path`.
 */
export interface ResponseRule {
  host: string;
  path: string;
}

export const responseRules: readonly ResponseRule[] = [
  { host: 'instagram.com', path: '/graphql' },
  { host: 'instagram.com', path: '/api/v1/users/' },
  { host: 'instagram.com', path: '/api/v1/feed/user/' },
  { host: 'instagram.com', path: '/api/v1/clips/user' },
  { host: 'instagram.com', path: '/api/v1/media/' },
  { host: 'instagram.com', path: '/api/v1/friendships/' },
  { host: 'tiktok.com', path: '/api/user/detail/' },
  { host: 'tiktok.com', path: '/api/post/item_list/' },
  { host: 'tiktok.com', path: '/api/creator/item_list/' },
  { host: 'tiktok.com', path: '/api/item/detail/' },
  { host: 'tiktok.com', path: '/api/comment/list/' },
  { host: 'tiktok.com', path: '/api/user/list/' },
  { host: 'youtube.com', path: '/youtubei/v1/browse' },
  { host: 'youtube.com', path: '/youtubei/v1/next' },
  { host: 'youtube.com', path: '/youtubei/v1/player' },
  { host: 'x.com', path: '/UserByScreenName' },
  { host: 'x.com', path: '/UserByRestId' },
  { host: 'x.com', path: '/AboutAccountQuery' },
  { host: 'x.com', path: '/UserTweets' },
  { host: 'x.com', path: '/UserMedia' },
  { host: 'x.com', path: '/TweetDetail' },
  { host: 'x.com', path: '/Followers' },
  { host: 'x.com', path: '/BlueVerifiedFollowers' },
];

/** True where the address is on the list. An address that can't be parsed is not. */
export function isListed(address: string, rules: readonly ResponseRule[] = responseRules): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  const target = url.pathname + url.search;
  return rules.some(
    ({ host, path }) => (url.hostname === host || url.hostname.endsWith(`.${host}`)) && target.includes(path),
  );
}
