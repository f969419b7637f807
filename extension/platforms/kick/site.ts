/** Kick: where its pages are. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'kick',
  access: 'permission',
  hosts: [{ names: '@ www', domains: 'kick.com' }],
  example: 'https://kick.com/name',
};

export const responses: Responses = {
  hosts: ['kick.com'],
  paths: ['/api/v2/channels/'],
};

export const shows: Shows = {
  always: ['profile.followers', 'posts[].views', 'posts[].at'],
  lists: ['videos'],
  never: [
    'posts[].likes',
    'posts[].comments',
    'posts[].shares',
    'posts[].pinned',
    'posts[].sponsored',
    'comments',
    'people',
  ],
};
