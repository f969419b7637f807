/** How readings of a page become one dossier, and that a snapshot. A long file: a rule of merging a test, all from the same few readings. */
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Post } from '../../../extension/.generated/snapshot';
import { absorb, addReading, CAPS, type Dossier, emptyDossier } from '../../../extension/dossier/dossier';
import { toSnapshot } from '../../../extension/dossier/snapshot';
import type { Place } from '../../../extension/reading/place';
import type { Reading, Via } from '../../../extension/reading/reading';
import { readSchema } from '../../../extension/tools/schema';

const NOW = '2026-09-01T12:00:00Z';
const PLACE: Place = { platform: 'instagram', kind: 'profile', handle: 'mara.voss' };
const validate = new Ajv2020({ strict: false }).compile(readSchema('snapshot'));

function reading(via: Via, parts: Partial<Reading>, at = NOW): Reading {
  return { platform: 'instagram', subject: { handle: 'mara.voss' }, via, at, ...parts };
}

function snapshot(readings: Reading[], place = PLACE) {
  const result = toSnapshot(
    readings.reduce(addReading, emptyDossier(place)),
    NOW,
    'https://www.instagram.com/mara.voss/',
    'en',
  );
  if (!('snapshot' in result)) throw new Error(JSON.stringify(result));
  expect(validate(result.snapshot), JSON.stringify(validate.errors)).toBe(true);
  return result.snapshot;
}

describe('dossier', () => {
  test('exact beats rounded, whoever says it; every place stays in sources', () => {
    const rounded = reading('response', { profile: { followers: { low: 16_400, high: 16_499 } } });
    const exact = reading('dom', { profile: { followers: 16_476 } });
    for (const order of [
      [rounded, exact],
      [exact, rounded],
    ]) {
      const { profile, sources } = snapshot(order);
      expect(profile.followers).toBe(16_476);
      expect(sources?.map(({ field, via, value }) => [field, via, value])).toEqual([
        ['profile.followers', 'response', { low: 16_400, high: 16_499 }],
        ['profile.followers', 'dom', 16_476],
      ]);
    }
  });

  test('an exact number that a rounded one can not mean does not beat it: trust decides, and time within one place', () => {
    const rounded = reading('response', { profile: { followers: { low: 888_000, high: 888_999 } } });
    const misread = reading('dom', { profile: { followers: 888 } });
    expect(snapshot([rounded, misread]).profile.followers).toEqual({ low: 888_000, high: 888_999 });
    expect(snapshot([misread, rounded]).profile.followers).toEqual({ low: 888_000, high: 888_999 });
    const before = reading('dom', { profile: { followers: 16_476 } }, '2026-09-01T11:00:00Z');
    const grown = reading('dom', { profile: { followers: { low: 16_500, high: 16_599 } } });
    expect(snapshot([before, grown]).profile.followers).toEqual({ low: 16_500, high: 16_599 });
    const same = reading('dom', { profile: { followers: { low: 16_400, high: 16_499 } } });
    expect(snapshot([before, same]).profile.followers).toBe(16_476);
    const likes = (via: 'response' | 'dom', value: NonNullable<Post['likes']>) =>
      reading(via, { posts: [{ id: 'A', likes: value }], postsOrder: 'latest' });
    const posts = [likes('response', { low: 12_000, high: 12_999 }), likes('dom', 12)];
    expect(snapshot(posts).posts?.[0]?.likes).toEqual({ low: 12_000, high: 12_999 });
    expect(snapshot(posts.reverse()).posts?.[0]?.likes).toEqual({ low: 12_000, high: 12_999 });
  });

  test('where equally exact, the more trusted place wins; in one place the newer', () => {
    const readings = [
      reading('dom', { profile: { followers: 3 } }),
      reading('meta', { profile: { followers: 2 } }),
      reading('response', { profile: { followers: 1 } }),
    ];
    expect(snapshot(readings).profile.followers).toBe(1);
    expect(snapshot(readings.reverse()).profile.followers).toBe(1);
    const older = reading('dom', { profile: { followers: 5 } }, '2026-09-01T11:00:00Z');
    expect(snapshot([reading('dom', { profile: { followers: 6 } }), older]).profile.followers).toBe(6);
    expect(snapshot([older, reading('dom', { profile: { followers: 6 } })]).profile.followers).toBe(6);
  });

  test('the same post from two places is one post: gaps are filled, exact values stay', () => {
    const grid = reading('dom', {
      posts: [
        {
          id: 'A',
          views: { low: 5_600_000, high: 5_699_999 },
          at: '2026-08-01T00:00:00Z',
          atStep: 86_400,
          pinned: true,
        },
      ],
      postsOrder: 'latest',
    });
    const answer = reading('response', {
      posts: [
        { id: 'A', likes: 339_123, views: 5_612_000, at: '2026-08-01T09:30:00Z' },
        { id: 'B', likes: 1 },
      ],
      postsOrder: 'latest',
    });
    for (const order of [
      [grid, answer],
      [answer, grid],
    ]) {
      const posts = snapshot(order).posts as Post[];
      expect(posts.length).toBe(2);
      expect(posts.find((post) => post.id === 'A')).toEqual({
        id: 'A',
        views: 5_612_000,
        likes: 339_123,
        at: '2026-08-01T09:30:00Z',
        pinned: true,
      });
    }
  });

  test('nothing of another account gets in; an id that nothing names yet waits', () => {
    const foreign = reading('response', { subject: { handle: 'other' }, profile: { followers: 9 } });
    const own = reading('response', { subject: { handle: 'Mara.Voss', id: '50' }, profile: { followers: 1 } });
    const list = reading('response', { subject: { id: '50' }, people: [{ handle: 'fan', relation: 'follower' }] });
    const otherList = reading('response', {
      subject: { id: '60' },
      people: [{ handle: 'no_fan', relation: 'follower' }],
    });
    for (const order of [
      [foreign, list, otherList, own],
      [own, otherList, list, foreign],
    ]) {
      const result = snapshot(order);
      expect(result.profile).toEqual({ handle: 'Mara.Voss', followers: 1 });
      expect(result.people?.map((person) => person.handle)).toEqual(['fan']);
    }
    const before = emptyDossier(PLACE);
    expect(addReading(before, foreign)).toBe(before);
    expect(addReading(before, { ...own, platform: 'x' })).toBe(before);
  });

  test('a reading that adds nothing gives the same object', () => {
    const first = addReading(
      emptyDossier(PLACE),
      reading('response', {
        profile: { followers: 1 },
        posts: [{ id: 'A', likes: 1 }],
        comments: [{ id: 'c', text: 'x' }],
        people: [{ handle: 'a', relation: 'liker' }],
      }),
    );
    expect(
      addReading(
        first,
        reading('response', {
          profile: { followers: 1 },
          posts: [{ id: 'A', likes: 1 }],
          comments: [{ id: 'c', text: 'x' }],
          people: [{ handle: 'a', relation: 'liker' }],
        }),
      ),
    ).toBe(first);
    expect(addReading(first, reading('response', { profile: { followers: 2 } }))).not.toBe(first);
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  });

  test('a post page learns its account from the post', () => {
    const place: Place = { platform: 'youtube', kind: 'post', postId: 'film0000001' };
    const comments: Reading = {
      platform: 'youtube',
      subject: { postId: 'film0000001' },
      via: 'response',
      at: NOW,
      comments: [{ id: 'c', postId: 'film0000001', text: 'x' }],
    };
    const watch: Reading = {
      platform: 'youtube',
      subject: { handle: 'nord', id: 'UC1', postId: 'film0000001' },
      via: 'response',
      at: NOW,
      posts: [{ id: 'film0000001', likes: 3 }],
    };
    for (const order of [
      [comments, watch],
      [watch, comments],
    ]) {
      const result = snapshot(order, place);
      expect([result.profile.handle, result.posts?.length, result.comments?.length]).toEqual(['nord', 1, 1]);
    }
  });

  test("a watch page is taken into its channel, another channel's is not", () => {
    const channel = addReading(emptyDossier({ platform: 'youtube', kind: 'profile', handle: 'nord' }), {
      platform: 'youtube',
      subject: { handle: 'nord', id: 'UC1' },
      via: 'response',
      at: NOW,
      profile: { followers: 10 },
      posts: [{ id: 'film0000001', views: 100 }],
      postsOrder: 'latest',
    });
    const watch = (handle: string, id: string): Dossier =>
      addReading(emptyDossier({ platform: 'youtube', kind: 'post', postId: 'film0000001' }), {
        platform: 'youtube',
        subject: { handle, id, postId: 'film0000001' },
        via: 'response',
        at: NOW,
        posts: [{ id: 'film0000001', likes: 7 }],
        comments: [{ id: 'c', text: 'x' }],
      });
    const merged = toSnapshot(absorb(channel, watch('nord', 'UC1')), NOW, 'https://www.youtube.com/@nord');
    expect('snapshot' in merged && [merged.snapshot.posts, merged.snapshot.comments?.length]).toEqual([
      [{ id: 'film0000001', views: 100, likes: 7 }],
      1,
    ]);
    expect(absorb(channel, watch('other', 'UC2'))).toBe(channel);
  });

  test('posts that were picked for their success are left out where the latest are known', () => {
    const home = reading('response', {
      posts: [
        { id: 'hit', views: 9 },
        { id: 'new', views: 1 },
      ],
      postsOrder: 'home',
    });
    const latest = reading('response', {
      posts: [
        { id: 'new', views: 1 },
        { id: 'old', views: 2 },
      ],
      postsOrder: 'latest',
    });
    expect(snapshot([home]).postsOrder).toBe('home');
    const both = snapshot([home, latest]);
    expect([both.postsOrder, both.posts?.map((post) => post.id)]).toEqual(['latest', ['new', 'old']]);
  });

  test('logged out, X lists favourites whatever the list says', () => {
    const place: Place = { platform: 'x', kind: 'profile', handle: 'mara.voss' };
    const said: Reading = {
      platform: 'x',
      subject: { handle: 'mara.voss' },
      via: 'response',
      at: NOW,
      posts: [{ id: '1', likes: 1 }],
      postsOrder: 'latest',
    };
    expect(snapshot([said], place).postsOrder).toBe('latest');
    expect(snapshot([said, { ...said, via: 'dom', viewer: { loggedIn: false } }], place).postsOrder).toBe('top');
  });

  test('what is missing is said, with the reason', () => {
    const why = (readings: Reading[]) => new Map(snapshot(readings).missing?.map((entry) => [entry.field, entry.why]));
    const hidden = why([
      reading('response', {
        profile: { followers: 1 },
        posts: [{ id: 'A', likesHidden: true, comments: 1, views: 2 }],
      }),
    ]);
    expect([
      hidden.get('posts[].likes'),
      hidden.get('posts[].comments'),
      hidden.get('profile.createdAt'),
      hidden.get('profile.following'),
    ]).toEqual(['hidden', undefined, 'not_on_page', 'not_read']);
    expect(why([reading('meta', { profile: { followers: 1 }, viewer: { loggedIn: false } })]).get('posts')).toBe(
      'login',
    );
    expect(why([reading('response', { profile: { followers: 1, private: true } })]).get('posts')).toBe('hidden');
  });

  test('streams alone, or short videos alone, are told as such: the other videos were not shown', () => {
    const why = (platform: Place['platform'], kinds: Post['kind'][]) =>
      snapshot(
        [
          {
            platform,
            subject: { handle: 'mara.voss' },
            via: 'response',
            at: NOW,
            profile: { followers: 1000 },
            posts: kinds.map((kind, index) => ({ id: `v${index}`, kind, views: 10, at: NOW })),
          },
        ],
        { platform, kind: 'profile', handle: 'mara.voss' },
      ).missing?.find(({ field }) => field === 'posts[].kind')?.why;
    expect([
      why('youtube', ['live', 'live']),
      why('youtube', ['short', 'short']),
      why('youtube', ['live', 'video']),
      why('youtube', []),
      // No list of its own: what is shown is all there is.
      why('tiktok', ['short', 'short']),
    ]).toEqual(['not_on_page', 'not_on_page', undefined, undefined, undefined]);
  });

  test('what came before our scripts is not heard, and no reader failed on it', () => {
    const place: Place = { platform: 'mastodon', kind: 'profile', handle: 'ida@social.example' };
    const header: Reading = {
      platform: 'mastodon',
      subject: { handle: 'ida@social.example' },
      via: 'dom',
      at: NOW,
      profile: { followers: 10, following: 2, posts: 5 },
    };
    const whys = (late?: true) => {
      const result = toSnapshot(
        addReading({ ...emptyDossier(place), late }, header),
        NOW,
        'https://social.example/@ida',
      );
      const missing = 'snapshot' in result ? result.snapshot.missing : undefined;
      return ['posts', 'profile.createdAt', 'comments'].map(
        (name) => missing?.find(({ field }) => field === name)?.why,
      );
    };
    expect(whys()).toEqual(['not_read', 'not_on_page', 'not_on_page']);
    expect(whys(true)).toEqual(['not_heard', 'not_heard', 'not_on_page']);
  });

  test('a page with a header that gives nothing of what its platform always shows may have changed; of all else nothing is said', () => {
    const why = (place: Place, parts: Partial<Reading>) =>
      new Map(
        snapshot(
          [{ platform: place.platform, subject: { handle: 'mara.voss' }, via: 'response', at: NOW, ...parts }],
          place,
        ).missing?.map((entry) => [entry.field, entry.why]),
      );
    const at = (platform: Place['platform'], tab?: string): Place => ({
      platform,
      kind: 'profile',
      handle: 'mara.voss',
      ...(tab === undefined ? {} : { tab }),
    });
    const header = { profile: { followers: 10 } };
    expect(why(at('instagram'), header).get('posts')).toBe('not_read');
    expect(why(at('instagram', 'tagged'), header).get('posts')).toBe('not_on_page');
    expect(why(at('youtube', 'videos'), header).get('posts')).toBe('not_read');
    expect(why(at('youtube'), header).get('posts')).toBe('not_on_page');
    expect(why(at('youtube'), { profile: { followers: 10, posts: { low: 330, high: 339 } } }).get('posts')).toBe(
      'not_read',
    );
    expect(why(at('linkedin'), header).get('posts')).toBe('not_on_page');
    const bare = why(at('bluesky'), { ...header, posts: [{ id: 'A', caption: 'Bread' }] });
    expect([bare.get('posts[].likes'), bare.get('posts[].comments')]).toEqual(['not_read', 'not_read']);
    expect([bare.get('posts[].views'), bare.get('profile.verified')]).toEqual(['not_on_page', 'not_on_page']);
    const twitch = why(at('twitch'), { ...header, posts: [{ id: '1', at: NOW }] });
    expect([twitch.get('posts[].views'), twitch.get('posts[].likes')]).toEqual(['not_read', 'not_on_page']);
    const texts = why(at('youtube', 'videos'), { ...header, posts: [{ id: '1', kind: 'text', likes: 3 }] });
    expect(texts.get('posts[].views')).toBeUndefined();
    // The tags of the first answer stand before a login wall, too.
    expect(why(at('instagram'), { ...header, via: 'meta' }).get('posts')).toBe('not_on_page');
    // One post without a count is that post's: its reader has found the others'.
    const one = why(at('bluesky'), {
      ...header,
      posts: [
        { id: 'A', likes: 3, comments: 1 },
        { id: 'B', comments: 1 },
      ],
    });
    expect([one.get('posts[].likes'), one.get('posts[].comments')]).toEqual(['not_on_page', undefined]);
    // Partial nodes hold the views alone; a list of comments holds nothing of its post but their number.
    const partial = why(at('instagram', 'reels'), { ...header, posts: [{ id: 'A', views: 3 }] });
    expect([partial.get('posts[].likes'), partial.get('posts[].comments')]).toEqual(['not_on_page', 'not_on_page']);
    const named = why(at('youtube', 'videos'), { ...header, posts: [{ id: 'A', comments: 3 }] });
    expect(named.get('posts[].views')).toBe('not_on_page');
    expect(why(at('tiktok'), { profile: { followers: 10, posts: 0 } }).get('posts')).toBeUndefined();
  });

  test('refusals: no such account, nothing read', () => {
    const refusal = (readings: Reading[]) => {
      const result = toSnapshot(readings.reduce(addReading, emptyDossier(PLACE)), NOW, 'https://www.instagram.com/x/');
      return 'refusal' in result ? result.refusal.error : null;
    };
    expect(refusal([reading('response', { gone: true })])?.code).toBe('not_a_profile');
    expect(refusal([])?.code).toBe('not_readable');
    expect(refusal([])?.message).toMatch(/followers/);
    expect(refusal([reading('response', { profile: { followers: 0 } })])).toBeNull();
  });

  test('caps: the newest are kept and missing says cut', () => {
    const posts = Array.from({ length: CAPS.posts + 50 }, (_, index) => ({
      id: `p${index}`,
      at: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(),
      likes: 1,
    }));
    const result = snapshot([reading('response', { profile: { followers: 1 }, posts })]);
    expect(result.posts?.length).toBe(CAPS.posts);
    expect(result.posts?.some((post) => post.id === `p${CAPS.posts + 49}`)).toBe(true);
    expect(result.posts?.some((post) => post.id === 'p0')).toBe(false);
    expect(result.missing).toContainEqual({ field: 'posts', why: 'cut' });
    const many = Array.from({ length: CAPS.people + 10 }, (_, index) => ({
      handle: `h${index}`,
      relation: 'follower' as const,
    }));
    expect(snapshot([reading('response', { profile: { followers: 1 }, people: many })]).people?.length).toBe(
      CAPS.people,
    );
  });

  test('hostile texts: lone surrogates, control characters, 1 MB, names of prototypes', () => {
    const bad = `a\ud83d${'\u0000'}b`;
    const result = snapshot([
      reading('response', {
        profile: {
          bio: 'x'.repeat(1_000_000),
          displayName: bad,
          links: Array.from({ length: 90 }, (_, index) => `https://a.example/${index}`),
        },
        posts: [
          { id: '__proto__', caption: '😀'.repeat(5000) },
          { id: 'constructor', likes: 1 },
        ],
        comments: [{ id: 'toString', author: '__proto__', text: bad }],
      }),
    ]);
    expect(result.profile.displayName).toBe('a\ufffdb');
    expect(new TextEncoder().encode(result.profile.bio).length).toBe(4096);
    expect(new TextEncoder().encode(result.posts?.[0]?.caption).length).toBeLessThanOrEqual(4096);
    expect(result.profile.links?.length).toBe(CAPS.links);
    expect(result.posts?.map((post) => post.id)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['caption']).toBeUndefined();
    expect(JSON.stringify(result).isWellFormed()).toBe(true);
  });

  test('the same readings in any order give the same facts', () => {
    const readings: Reading[] = [
      reading('response', {
        profile: { followers: 100, verified: true },
        posts: [
          { id: 'A', likes: 5 },
          { id: 'B', likes: 6 },
        ],
        postsOrder: 'latest',
      }),
      reading('dom', {
        profile: { followers: { low: 90, high: 109 }, posts: 3 },
        posts: [
          { id: 'B', views: { low: 10, high: 19 } },
          { id: 'C', likes: 1 },
        ],
        postsOrder: 'latest',
        viewer: { loggedIn: true },
      }),
      reading('meta', { profile: { followers: 101, following: 7 } }),
      reading('inline', { profile: { bio: 'x' }, posts: [{ id: 'A', likes: 4, comments: 2 }] }),
    ];
    const sorted = (result: ReturnType<typeof snapshot>) => ({
      ...result,
      posts: [...(result.posts ?? [])].sort((a, b) => ((a.id as string) < (b.id as string) ? -1 : 1)),
    });
    const wanted = sorted(snapshot(readings));
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), (order) => {
        expect(sorted(snapshot(order))).toEqual(wanted);
      }),
      { numRuns: 24 },
    );
  });
});
