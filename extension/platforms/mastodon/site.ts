/** Mastodon: on any host. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'mastodon',
  access: 'click',
  hosts: [],
  example: 'https://mastodon.social/@name',
};

export const responses: Responses = {
  hosts: 'any',
  paths: [
    '/api/v1/accounts/lookup',
    ...[...'123456789'].flatMap((digit) => [`/api/v1/accounts/${digit}`, `/api/v1/statuses/${digit}`]),
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
  never: ['posts[].views', 'posts[].sponsored'],
};
