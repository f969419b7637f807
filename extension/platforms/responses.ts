/**
 * Addresses whose responses the page-world observer may read: data only, because the observer must stay tiny.
 * The host equals `host` or ends with `.host`; the path, without its query, contains `path`. The host '' stands for every host
 * that no other rule names: the observer runs there only after the person's click.
 */
export interface ResponseRule {
  host: string;
  path: string;
}

function under(hosts: readonly string[], paths: readonly string[]): ResponseRule[] {
  return hosts.flatMap((host) => paths.map((path) => ({ host, path })));
}

/** The hosts of Bluesky's servers; other people's own servers are not on the list. */
const BLUESKY = ['bsky.app', 'bsky.social', 'bsky.network'];

export const responseRules: readonly ResponseRule[] = [
  ...under(
    ['instagram.com'],
    [
      '/graphql/query',
      '/api/graphql',
      '/api/v1/users/',
      '/api/v1/feed/user/',
      '/api/v1/clips/user',
      '/api/v1/media/',
      '/api/v1/friendships/',
    ],
  ),
  ...under(
    ['tiktok.com'],
    [
      '/api/user/detail/',
      '/api/post/item_list/',
      '/api/creator/item_list/',
      '/api/item/detail/',
      '/api/comment/list/',
      '/api/user/list/',
    ],
  ),
  ...under(['youtube.com'], ['/youtubei/v1/browse', '/youtubei/v1/next', '/youtubei/v1/player', '/youtubei/v1/reel']),
  ...under(
    ['x.com', 'twitter.com'],
    [
      '/UserByScreenName',
      '/UserByRestId',
      '/AboutAccountQuery',
      '/UserTweets',
      '/UserMedia',
      '/UserHighlightsTweets',
      '/TweetDetail',
      '/TweetResultByRestId',
      '/Followers',
      '/BlueVerifiedFollowers',
    ],
  ),
  ...under(BLUESKY, [
    '/xrpc/app.bsky.actor.getProfile',
    '/xrpc/app.bsky.feed.',
    '/xrpc/app.bsky.graph.getFollowers',
    '/xrpc/app.bsky.unspecced.getPostThreadV2',
  ]),
  ...under(['threads.com', 'threads.net'], ['/graphql/query', '/api/graphql']),
  ...under(['gql.twitch.tv'], ['/gql']),
  ...under(['facebook.com'], ['/api/graphql']),
  ...under(['reddit.com'], ['/about.json', '/submitted.json', '/new.json']),
  ...under(
    ['pinterest.com'],
    [
      '/resource/UserResource/',
      '/resource/UserPinsResource/',
      '/resource/UserActivityPinsResource/',
      '/resource/UserFollowersResource/',
    ],
  ),
  ...under(['kick.com'], ['/api/v2/channels/']),
  // Mastodon's accounts and posts by their numbers: its other addresses under these paths speak of the viewer.
  ...under(
    [''],
    [
      '/api/v1/accounts/lookup',
      ...[...'123456789'].flatMap((digit) => [`/api/v1/accounts/${digit}`, `/api/v1/statuses/${digit}`]),
    ],
  ),
  ...under(
    ['substack.com'],
    ['/api/v1/archive', '/api/v1/reader/feed', '/api/v1/profile/posts', '/api/v1/user/', '/api/v1/post/'],
  ),
];

/** True where the address is on the list. An address that can't be parsed is not. */
export function isListed(address: string, rules: readonly ResponseRule[] = responseRules): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  const target = url.pathname;
  const isAt = ({ host }: ResponseRule) => host !== '' && (url.hostname === host || url.hostname.endsWith(`.${host}`));
  const own = rules.some(isAt);
  return rules.some((rule) => (rule.host === '' ? !own : isAt(rule)) && target.includes(rule.path));
}
