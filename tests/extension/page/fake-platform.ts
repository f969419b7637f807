/** An invented platform: its count is `b`, its posts are the ids of `article`s, its inline texts are in `script`s. */

import { vi } from 'vitest';
import type { Here } from '../../../extension/page/drawing';
import { site } from '../../../extension/platforms/instagram/site';
import type { PagePlatform } from '../../../extension/platforms/platform';

export const anchor = vi.fn<PagePlatform['anchor']>((page) => page.querySelector('b'));

export const platform: PagePlatform = {
  site,
  locate: () => null,
  inlineTexts: (page) =>
    [...page.querySelectorAll('script')].map((script) => ({ via: 'inline', url: '', text: script.textContent ?? '' })),
  readDocument: (page, { now }) => {
    const posts = [...page.querySelectorAll('article')].map(({ id }) => ({ id }));
    return posts.length > 0 ? [{ platform: 'instagram', subject: {}, via: 'dom', at: now, posts }] : [];
  },
  anchor,
};

export const hereOf = (handle?: string): Here => ({
  platform,
  place: { platform: 'instagram', kind: 'profile', handle },
});
