/** The pages that come with the install. All other platforms are asked for by a click. */
export const platformPages = [
  'https://www.instagram.com/*',
  'https://www.tiktok.com/*',
  'https://www.youtube.com/*',
  'https://m.youtube.com/*',
  'https://x.com/*',
  'https://twitter.com/*',
] as const;
