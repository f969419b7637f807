/** A page may ask for the next profile before its address changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addReading, emptyDossier } from '../../../extension/dossier/dossier';
import { toSnapshot } from '../../../extension/dossier/snapshot';
import { placeAt, platformAt } from '../../../extension/platforms/registry';
import { type Expectation, pageOf } from '../pages/expectation';

const pages = new URL('../../pages/', import.meta.url);
const load = (path: string): Expectation => JSON.parse(readFileSync(new URL(path, pages), 'utf8'));

describe('answers ahead of the address', () => {
  test.each([
    'instagram/timeline-traps',
    'instagram/info-2023',
    'tiktok/profile-responses',
    'youtube/videos-traps',
    'youtube/watch-live',
    'x/user-2026',
    'x/user-2024',
  ])('%s', (name) => {
    const wanted = load(`${name}.json`);
    const page = pageOf(wanted);
    const found = placeAt(page.address);
    const platform = platformAt(page.address);
    if (!found || !platform) throw new Error(page.address);
    for (const before of [
      { platform: found.place.platform, kind: 'profile' as const },
      { platform: found.place.platform, kind: 'profile' as const, handle: 'someone_else' },
    ]) {
      const readings = (page.responses ?? []).flatMap(({ url, body }) =>
        platform.readPageText(
          { via: 'response', url, text: body },
          { place: before, now: page.now, locale: page.locale },
        ),
      );
      // The viewed account takes nothing of it; the next one takes all.
      const other = readings.reduce(addReading, emptyDossier({ ...before, handle: 'someone_else' }));
      expect([other.profile, other.posts, other.people]).toEqual([[], [], []]);
      const next = toSnapshot(readings.reduce(addReading, emptyDossier(found.place)), page.now, page.address);
      const seen = 'snapshot' in next ? next.snapshot : undefined;
      const wantedCount = wanted.expect?.counts?.['posts'];
      if (wantedCount !== undefined) expect(seen?.posts?.length).toBe(wantedCount);
      const followers = wanted.expect?.profile?.['followers'];
      if (followers) expect(seen?.profile.followers).toEqual(followers);
    }
  });

  test('what passes by without an account of its own stays unread', () => {
    for (const file of readdirSync(new URL('x/', pages))) {
      const wanted = load(`x/${file}`);
      for (const { url, body } of pageOf(wanted).responses ?? []) {
        const readings = platformAt('https://x.com/home')?.readPageText(
          {
            via: 'response',
            url: url
              .replace(/\/(UserByScreenName|UserTweets|Followers|AboutAccountQuery)/, '/HomeTimeline')
              .replace(/variables.*/, ''),
            text: body,
          },
          { place: { platform: 'x', kind: 'profile' }, now: wanted.now },
        );
        expect(readings).toEqual([]);
      }
    }
  });
});
