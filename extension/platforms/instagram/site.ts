/** Instagram: where its pages are, and what they never show. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'instagram',
  access: 'install',
  hosts: [{ names: '@ www m', domains: 'instagram.com' }],
  example: 'https://www.instagram.com/name/',
  cutsDigits: true,
};

export const responses: Responses = {
  hosts: ['instagram.com'],
  paths: [
    '/graphql/query',
    '/api/graphql',
    '/api/v1/users/',
    '/api/v1/feed/user/',
    '/api/v1/clips/user',
    '/api/v1/media/',
    '/api/v1/friendships/',
  ],
};

export const shows: Shows = {
  always: ['profile.followers', 'profile.following', 'posts[].likes', 'posts[].comments', 'posts[].at'],
  lists: ['', 'reels'],
  viewsAlone: true,
  never: ['profile.createdAt'],
  notRendered: ['posts[].likes', 'posts[].comments', 'posts[].views', 'posts[].shares'],
  behindLogin: ['posts', 'posts[].likes', 'posts[].comments', 'posts[].views', 'comments', 'people'],
};
