/** No text and no document makes a reader throw, hang or write where it should not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { platforms } from '../../../extension/platforms/registry';
import type { ReadContext } from '../../../extension/reading/place';
import { cases } from '../cases';
import { documentOf } from '../pages/capture';

const NOW = '2026-09-01T12:00:00Z';
const KEYS = [
  'rest_id',
  'legacy',
  'full_text',
  'favorite_count',
  'screen_name',
  'core',
  'user',
  'uniqueId',
  'stats',
  'followerCount',
  'videoId',
  'viewCountText',
  'title',
  'runs',
  'text',
  'metadataRows',
  'edges',
  'node',
  'code',
  'like_count',
  'taken_at',
  'username',
  'follower_count',
  'owner',
  'comments',
  'itemList',
  'id',
  'createTime',
  'author',
  'diggCount',
  '__proto__',
  'constructor',
  'toString',
  'length',
  'properties',
  'commentId',
  'externalId',
  'channelUrl',
  'header',
  'did',
  'handle',
  'followersCount',
  'uri',
  'record',
  'acct',
  'followers_count',
  'statuses_count',
  'login',
  'followers',
  'totalCount',
  'slug',
  'pinner',
  'post_id',
  'actors',
  'text_post_app_info',
  'name',
  'subreddit',
  'subscribers',
];

const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom<unknown>(null, true, '', 'a', '@a', '12', '1.2K', -1, Number.POSITIVE_INFINITY, 3, '2026'),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('node')), { maxLength: 6 }).map((entries) => {
      const object = Object.create(null) as Record<string, unknown>;
      for (const [key, inner] of entries)
        Object.defineProperty(object, key, { value: inner, enumerable: true, configurable: true, writable: true });
      return object;
    }),
  ),
})).node;

/** From now on each look at a part of a parsed document is counted. */
function countReads(): { reads(): number; stop(): void } {
  let reads = 0;
  const { parse } = JSON;
  const counting = <T>(value: T): T =>
    typeof value !== 'object' || value === null
      ? value
      : new Proxy(value, {
          get(target, key, self) {
            reads += 1;
            return counting(Reflect.get(target, key, self));
          },
          ownKeys(target) {
            const keys = Reflect.ownKeys(target);
            reads += keys.length;
            return keys;
          },
          has(target, key) {
            reads += 1;
            return Reflect.has(target, key);
          },
          getOwnPropertyDescriptor(target, key) {
            reads += 1;
            return Reflect.getOwnPropertyDescriptor(target, key);
          },
        });
  JSON.parse = (...given) => counting(parse(...given));
  return {
    reads: () => reads,
    stop() {
      JSON.parse = parse;
    },
  };
}

describe.each(platforms.map((platform) => [platform.site.platform, platform] as const))('%s', (_, platform) => {
  const place = platform.locate(new URL(platform.site.example));
  const context = { place, now: NOW, locale: 'en' } as ReadContext;
  const read = (text: string) =>
    platform.readPageText(
      {
        via: 'response',
        url: 'https://example.org/UserTweets/api/comment/list/youtubei/v1/browse/friendships/1/followers',
        text,
      },
      context,
    );

  test('any JSON', () => {
    fc.assert(
      fc.property(value, (json) => {
        expect(Array.isArray(read(JSON.stringify(json) ?? ''))).toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: cases(150) },
    );
  });

  test('any text, a million brackets, nothing', () => {
    for (const text of [
      '',
      'null',
      '[]',
      '{',
      '"',
      'for (;;);',
      '['.repeat(1_000_000),
      '{"a":'.repeat(100_000),
      '\ufeff{}',
      '{}\n{}\n{',
      'window._sharedData = {',
      'ytInitialData = {"a":',
    ])
      expect(read(text)).toEqual([]);
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(Array.isArray(read(text))).toBe(true);
      }),
      { numRuns: cases(200) },
    );
  });

  test('of a deep document no more is read than of the depth that counts, of a wide one each part as often as of a small one', () => {
    const deep = (depth: number) => `${'{"user":'.repeat(depth)}1${'}'.repeat(depth)}`;
    const wide = (width: number) => JSON.stringify(Array.from({ length: width }, () => ({ a: 1 })));
    const reads = (text: string) => {
      const counted = countReads();
      try {
        expect(read(text)).toEqual([]);
        return counted.reads();
      } finally {
        counted.stop();
      }
    };
    expect(reads(deep(5000))).toBe(reads(deep(500)));
    expect(reads(wide(8000))).toBeLessThanOrEqual(4.1 * reads(wide(2000)) + 100);
    expect([read(deep(5000)), read(wide(60_000))]).toEqual([[], []]);
  });

  test('an empty and a hostile document', () => {
    for (const html of [
      '',
      '<html></html>',
      '<script type="application/ld+json">{</script><script type="application/ld+json">null</script><script id="__UNIVERSAL_DATA_FOR_REHYDRATION__">x</script>',
      '<meta property="og:url" content="::"><meta property="og:description" content="1,2,3 - x"><main><header><h2>a</h2><ul><li>1<li>2<li>3</ul></header><a href="http://[">x</a><a href="/a/p/">y</a></main><article data-testid="tweet"><a href="/status/"><time></time></a></article>',
    ]) {
      const document = documentOf(html, platform.site.example);
      expect(Array.isArray(platform.readDocument(document, context))).toBe(true);
      expect(Array.isArray(platform.inlineTexts(document))).toBe(true);
      platform.anchor(document, context.place);
    }
  });
});
