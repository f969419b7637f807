/** Any other page. */
import type { Shows, Site } from '../site';

export const site: Site = {
  platform: 'generic',
  access: 'click',
  hosts: [],
  example: 'https://name.example/',
  nameless: true,
};

export const shows: Shows = {
  always: [],
  never: ['posts[].pinned', 'posts[].sponsored', 'people'],
};
