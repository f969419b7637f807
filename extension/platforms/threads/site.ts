/** Threads: where its pages are. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'threads',
  access: 'permission',
  hosts: [{ names: '@ www', domains: 'threads.com threads.net' }],
  example: 'https://www.threads.com/@name',
};

export const responses: Responses = {
  hosts: ['threads.com', 'threads.net'],
  paths: ['/graphql/query', '/api/graphql'],
};

export const shows: Shows = {
  always: ['profile.followers', 'posts[].likes', 'posts[].comments', 'posts[].at'],
  lists: [''],
  never: ['profile.createdAt'],
};
