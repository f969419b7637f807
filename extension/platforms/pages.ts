/** The pages that come with the install. All other platforms are asked for by a click. */
export const platformPages = [
  'https://www.instagram.com/*',
  'https://m.instagram.com/*',
  'https://www.tiktok.com/*',
  'https://m.tiktok.com/*',
  'https://www.youtube.com/*',
  'https://m.youtube.com/*',
  'https://x.com/*',
  'https://mobile.x.com/*',
  'https://twitter.com/*',
  'https://mobile.twitter.com/*',
] as const;
