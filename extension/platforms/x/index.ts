import type { Platform } from '../platform';
import { locate } from './address';
import { anchor, readDocument } from './document';
import { readText } from './texts';

const GRAPHQL = [
  'UserByScreenName', 'UserByRestId', 'AboutAccountQuery', 'UserTweets', 'UserTweetsAndReplies', 'UserMedia', 'UserHighlightsTweets', 'TweetDetail',
  'TweetResultByRestId', 'Followers', 'BlueVerifiedFollowers',
];

export const x: Platform = {
  name: 'x',
  matches: ['https://x.com/*', 'https://twitter.com/*', 'https://mobile.x.com/*', 'https://mobile.twitter.com/*'],
  responses: ['x.com', 'twitter.com'].flatMap((host) => GRAPHQL.map((query) => ({ host, path: `/${query}` }))),
  locate,
  inlineTexts: () => [],
  readText,
  readDocument,
  anchor,
};
