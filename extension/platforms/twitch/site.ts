/** Twitch: where its pages are. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'twitch',
  access: 'permission',
  hosts: [{ names: '@ www m', domains: 'twitch.tv' }],
  example: 'https://www.twitch.tv/name',
};

export const responses: Responses = {
  hosts: ['gql.twitch.tv'],
  paths: ['/gql'],
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
