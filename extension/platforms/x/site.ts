/** X, once Twitter: where its pages are, and what they never show. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'x',
  access: 'install',
  hosts: [{ names: '@ www mobile', domains: 'x.com twitter.com' }],
  example: 'https://x.com/name',
  cutsDigits: true,
  favouritesLoggedOut: true,
};

export const responses: Responses = {
  hosts: ['x.com', 'twitter.com'],
  paths: [
    '/UserByScreenName',
    '/UserByRestId',
    '/AboutAccountQuery',
    '/UserTweets',
    '/UserMedia',
    '/UserHighlightsTweets',
    '/UserArticlesTweets',
    '/TweetDetail',
    '/TweetResultByRestId',
    '/Followers',
    '/BlueVerifiedFollowers',
  ],
};

export const shows: Shows = {
  always: [
    'profile.followers',
    'profile.following',
    'profile.posts',
    'profile.createdAt',
    'posts[].likes',
    'posts[].comments',
    'posts[].shares',
    'posts[].at',
  ],
  lists: ['', 'with_replies'],
  behindLogin: ['people', 'comments'],
};
