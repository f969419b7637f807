/** Reddit: where its pages are. The old site has no elements that could be read. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'reddit',
  access: 'permission',
  hosts: [{ names: '@ www new sh', domains: 'reddit.com' }],
  example: 'https://www.reddit.com/user/name/',
};

export const responses: Responses = {
  hosts: ['reddit.com'],
  paths: ['/about.json', '/submitted.json', '/overview.json', '/new.json', '/hot.json', '/top.json'],
};

export const shows: Shows = {
  always: ['posts[].comments', 'posts[].at'],
  lists: ['', 'submitted', 'hot', 'new', 'top'],
  never: ['posts[].views', 'posts[].shares', 'posts[].sponsored', 'people'],
};
