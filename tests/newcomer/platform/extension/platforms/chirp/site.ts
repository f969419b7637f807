/** Chirp: where its pages are, and what they never show. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'chirp',
  access: 'permission',
  hosts: [{ names: '@ www m', domains: 'chirp.example chirp.test' }],
  example: 'https://chirp.example/@name',
};

export const responses: Responses = {
  hosts: ['chirp.example', 'chirp.test'],
  paths: ['/api/profile/', '/api/chirps/'],
};

export const shows: Shows = {
  always: ['profile.followers', 'posts[].likes', 'posts[].comments', 'posts[].at'],
  never: ['posts[].saves', 'posts[].pinned', 'posts[].sponsored', 'people', 'comments'],
};
