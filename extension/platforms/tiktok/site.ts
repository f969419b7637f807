/** TikTok: where its pages are, and what they never show. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'tiktok',
  access: 'install',
  hosts: [{ names: '@ www m', domains: 'tiktok.com' }],
  example: 'https://www.tiktok.com/@name',
};

export const responses: Responses = {
  hosts: ['tiktok.com'],
  paths: [
    '/api/user/detail/',
    '/api/post/item_list/',
    '/api/creator/item_list/',
    '/api/item/detail/',
    '/api/comment/list/',
    '/api/user/list/',
  ],
};

export const shows: Shows = {
  always: [
    'profile.followers',
    'profile.following',
    'posts[].likes',
    'posts[].comments',
    'posts[].views',
    'posts[].shares',
    'posts[].at',
  ],
  lists: [''],
  notRendered: ['posts[].likes', 'posts[].comments', 'posts[].views', 'posts[].shares', 'posts[].saves'],
  behindLogin: ['comments', 'people', 'posts'],
};
