/** Substack: each publication has a host. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'substack',
  access: 'permission',
  hosts: [{ names: '*', domains: 'substack.com' }],
  example: 'https://substack.com/@name',
};

export const responses: Responses = {
  hosts: ['substack.com'],
  paths: ['/api/v1/archive', '/api/v1/reader/feed', '/api/v1/profile/posts', '/api/v1/user/', '/api/v1/post/'],
};

export const shows: Shows = {
  always: ['posts[].likes', 'posts[].comments', 'posts[].at'],
  lists: ['archive', 'posts'],
  never: ['posts[].views', 'posts[].sponsored', 'people'],
};
