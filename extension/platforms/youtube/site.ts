/** YouTube: where its pages are, and what they never show. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'youtube',
  access: 'install',
  hosts: [{ names: '@ www m', domains: 'youtube.com' }],
  example: 'https://www.youtube.com/@name',
  nameless: true,
  cutsDigits: true,
};

export const responses: Responses = {
  hosts: ['youtube.com'],
  paths: ['/youtubei/v1/browse', '/youtubei/v1/next', '/youtubei/v1/player', '/youtubei/v1/reel'],
};

export const shows: Shows = {
  always: ['posts[].views'],
  lists: ['videos', 'shorts', 'streams'],
  // The home of a channel is what its owner put there.
  listsCounted: ['', 'featured'],
  never: ['posts[].shares', 'posts[].pinned', 'people'],
  // A stream on air prints who watches now.
  viewless: ['text', 'live'],
};
