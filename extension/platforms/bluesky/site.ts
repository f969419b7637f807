/** Bluesky: where its pages are. Other people's own servers are not on the list. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'bluesky',
  access: 'permission',
  hosts: [{ names: '@ main', domains: 'bsky.app' }],
  example: 'https://bsky.app/profile/name.bsky.social',
};

export const responses: Responses = {
  hosts: ['bsky.app', 'bsky.social', 'bsky.network'],
  paths: [
    '/xrpc/app.bsky.actor.getProfile',
    '/xrpc/app.bsky.feed.',
    '/xrpc/app.bsky.graph.getFollowers',
    '/xrpc/app.bsky.unspecced.getPostThreadV2',
  ],
};

export const shows: Shows = {
  always: [
    'profile.followers',
    'profile.following',
    'profile.posts',
    'posts[].likes',
    'posts[].comments',
    'posts[].shares',
    'posts[].at',
  ],
  lists: [''],
  never: ['posts[].views', 'posts[].sponsored'],
};
