/** X's users and posts, field by field: each generation of each, and what is no user or post. */
import { describe, expect, test } from 'vitest';
import { pinnedIn, tweetOf } from '../../../extension/platforms/x/tweets';
import { personOf, userOf } from '../../../extension/platforms/x/users';
import type { JsonObject } from '../../../extension/reading/shape';

const named = { rest_id: '7', core: { screen_name: 'ida' } };
const profileOf = (node: JsonObject) => userOf({ ...named, ...node })?.profile;

describe('a user', () => {
  test('with all in `legacy`', () => {
    const legacy = {
      screen_name: 'ida',
      name: 'Ida',
      description: 'Bread.',
      followers_count: 5,
      friends_count: 6,
      statuses_count: 7,
      verified: true,
      protected: false,
      created_at: 'Fri Feb 06 21:09:45 +0000 2015',
      profile_image_url_https: 'https://pbs.example/default_profile.png',
      pinned_tweet_ids_str: ['11', '12'],
      entities: { url: { urls: [{ expanded_url: 'https://ida.example/' }] } },
    };
    expect(userOf({ rest_id: '7', legacy })).toEqual({
      id: '7',
      handle: 'ida',
      hasAvatar: false,
      pinned: ['11', '12'],
      profile: {
        id: '7',
        displayName: 'Ida',
        bio: 'Bread.',
        links: ['https://ida.example/'],
        followers: 5,
        following: 6,
        posts: 7,
        verified: true,
        private: false,
        createdAt: '2015-02-06T21:09:45Z',
      },
    });
  });

  test('with each part under a name of its own, which tells before `legacy`', () => {
    const node: JsonObject = {
      rest_id: '7',
      core: { screen_name: 'ida', name: 'Ida', created_at: 'Fri Feb 06 21:09:45 +0000 2015' },
      bio: { description: 'New.' },
      counts: { followers: 15, following: 16 },
      written: { tweets: 17, media_tweets: 3 },
      privacy: { protected: true },
      avatar: { image_url: 'https://pbs.example/ida.png' },
      pins: { tweet_ids_str: ['13'] },
      place: { account_based_in: 'Norway', username_changes: { count: 2, last_changed_at_msec: '1690335192280' } },
      professional: { professional_type: 'Business', category: [{ id: 1 }, { name: 'Bakery' }] },
      legacy: { followers_count: 5, friends_count: 6, statuses_count: 7, description: 'Old.', name: 'Old' },
    };
    expect(userOf(node)).toEqual({
      id: '7',
      handle: 'ida',
      hasAvatar: true,
      pinned: ['13'],
      profile: {
        id: '7',
        displayName: 'Ida',
        bio: 'New.',
        category: 'Bakery',
        country: 'Norway',
        followers: 15,
        following: 16,
        posts: 17,
        private: true,
        business: true,
        createdAt: '2015-02-06T21:09:45Z',
        handleChanges: 2,
        handleChangedAt: '2023-07-26T01:33:12.280Z',
      },
    });
  });

  test('is no other node', () => {
    expect(userOf({ core: { screen_name: 'ida' } })).toBeNull();
    expect(userOf({ rest_id: '7' })).toBeNull();
    expect(userOf({ rest_id: '7', core: { screen_name: '' } })).toBeNull();
    expect(userOf({ ...named, conversation_id_str: '1' })).toBeNull();
    expect(userOf({ rest_id: '7', screen_name: 'ida' })?.handle).toBe('ida');
  });

  test('says nothing of what it does not hold', () => {
    expect(userOf(named)).toEqual({ id: '7', handle: 'ida', hasAvatar: undefined, pinned: [], profile: { id: '7' } });
    expect(profileOf({ professional: { professional_type: 'Creator' } })?.business).toBeUndefined();
    expect(profileOf({ written: { tweets: 17 } })?.posts).toBe(17);
    expect(profileOf({ privacy: { protected: 'no' } })?.private).toBeUndefined();
    expect(profileOf({ history: { username_changes: { count: 0 } } })?.handleChanges).toBe(0);
  });

  test.each<[JsonObject, boolean | undefined]>([
    [{ is_blue_verified: true }, true],
    [{ is_blue_verified: false }, undefined],
    [{ is_blue_verified: false, verification: { verified: false } }, false],
    [{ is_blue_verified: false, verification: { verified: true } }, true],
    [{ is_blue_verified: false, verification: { verified: false, verified_type: 'Government' } }, true],
    [{ is_blue_verified: false, verification: { verified: false, verified_type: 'None' } }, false],
    [{ is_blue_verified: false, verification: { verified: false, verified_type: '' } }, false],
    [{ is_blue_verified: false, legacy: { followers_count: 1, verified: false } }, false],
    [{ legacy: { followers_count: 1, verified: false } }, undefined],
    [{ legacy: { followers_count: 1, verified: true } }, true],
    [{ legacy: { followers_count: 1, verified_type: 'Business' } }, true],
    [{ legacy: { followers_count: 1, verified: false }, verification: { verified: false } }, undefined],
    [{}, undefined],
  ])('the mark of %j: %s', (node, verified) => expect(profileOf(node)?.verified).toBe(verified));

  test('20 links and 10 pinned posts at most', () => {
    const urls = Array.from({ length: 25 }, (_, index) => ({ expanded_url: `https://ida.example/${index}` }));
    expect(profileOf({ bio: { description: 'x', entities: { url: { urls } } } })?.links).toHaveLength(20);
    expect(profileOf({ bio: { entities: { url: { urls: [{ expanded_url: 'no link' }] } } } })?.links).toBeUndefined();
    const many = Array.from({ length: 12 }, (_, index) => String(index + 1));
    expect(userOf({ ...named, pins: { tweet_ids_str: many } })?.pinned).toEqual(many.slice(0, 10));
    expect(userOf({ ...named, pins: { tweet_ids_str: ['1', '', null, '2'] } })?.pinned).toEqual(['1', '2']);
  });

  test('as a person of a list', () => {
    const user = userOf({
      ...named,
      legacy: { followers_count: 5, friends_count: 6, statuses_count: 7, description: 'Hi', name: 'Ida' },
      privacy: { protected: true },
      avatar: { image_url: 'https://pbs.example/ida.png' },
    });
    expect(user && personOf(user, 'follower')).toEqual({
      handle: 'ida',
      displayName: 'Ida',
      relation: 'follower',
      hasAvatar: true,
      followers: 5,
      following: 6,
      posts: 7,
      private: true,
      bio: 'Hi',
    });
    expect(user && personOf(user, 'liker', '9')?.postId).toBe('9');
  });
});

describe('a post', () => {
  const core = { user_results: { result: named } };
  const legacy = { full_text: 'Bread', favorite_count: 3 };
  const of = (more: JsonObject = {}, inner: JsonObject = {}) =>
    tweetOf({ rest_id: '21', core, legacy: { ...legacy, ...inner }, ...more });

  test('with all that it may hold', () => {
    const tweet = of(
      { views: { count: '900', state: 'EnabledWithCount' } },
      {
        created_at: 'Fri Feb 06 21:09:45 +0000 2026',
        reply_count: 4,
        retweet_count: 5,
        quote_count: 6,
        bookmark_count: 7,
        lang: 'en',
        conversation_id_str: '20',
        in_reply_to_status_id_str: '19',
        in_reply_to_screen_name: 'bo',
      },
    );
    expect(tweet).toMatchObject({
      id: '21',
      author: { handle: 'ida' },
      text: 'Bread',
      conversation: '20',
      replyTo: '19',
      replyToHandle: 'bo',
      isRepost: false,
    });
    expect(tweet?.post).toEqual({
      id: '21',
      url: 'https://x.com/ida/status/21',
      at: '2026-02-06T21:09:45Z',
      kind: 'text',
      likes: 3,
      comments: 4,
      shares: 11,
      saves: 7,
      views: 900,
      caption: 'Bread',
      lang: 'en',
    });
  });

  test('is no other node, and nobody’s is none', () => {
    expect(tweetOf({ core, legacy })).toBeNull();
    expect(of({ rest_id: 'x21' })).toBeNull();
    expect(of({ rest_id: '21x' })).toBeNull();
    expect(tweetOf({ rest_id: '21', core })).toBeNull();
    expect(tweetOf({ rest_id: '21', core, legacy: { full_text: 'Bread' } })).toBeNull();
    expect(of({ core: {} })).toBeNull();
    expect(tweetOf({ rest_id: '21', core, ...legacy })?.text).toBe('Bread');
  });

  test('its author is the one whose id it carries', () => {
    const other = { rest_id: '8', core: { screen_name: 'bo' } };
    expect(of({ core: { a: other, b: named } }, { user_id_str: '7' })?.author.handle).toBe('ida');
    expect(of({ core: { a: other, b: named } })?.author.handle).toBe('bo');
    expect(of({ core: {}, card: { user: named } }, { user_id_str: '7' })?.author.handle).toBe('ida');
    expect(of({ core: {}, card: { user: other } }, { user_id_str: '7' })).toBeNull();
    expect(of({ core: {}, card: { user: named } })).toBeNull();
    expect(of({ core: {} }, { user_id_str: '7', user: named })).toBeNull();
  });

  test('shares are known where both kinds are', () => {
    expect(of({}, { retweet_count: 5 })?.post.shares).toBeUndefined();
    expect(of({}, { quote_count: 5 })?.post.shares).toBeUndefined();
    expect(of({}, { retweet_count: 0, quote_count: 0 })?.post.shares).toBe(0);
  });

  test('a long text stands in a note, three signs are escaped', () => {
    expect(of({ note_tweet: { result: { text: 'Long &amp; longer' } } })?.text).toBe('Long & longer');
    expect(of({}, { full_text: '&lt;b&gt; &amp;lt; &quot;' })?.text).toBe('<b> &lt; &quot;');
    expect(of({}, { full_text: 5 })?.text).toBeUndefined();
  });

  test.each<[JsonObject, JsonObject, boolean]>([
    [{ retweeted_status_result: {} }, {}, true],
    [{}, { retweeted_status_result: {} }, true],
    [{}, { full_text: 'RT @bo: Bread' }, true],
    [{}, { full_text: 'Read RT @bo' }, false],
    [{}, { full_text: 5 }, false],
  ])('%j %j is a repost: %s', (more, inner, is) => expect(of(more, inner)?.isRepost).toBe(is));

  test.each<[JsonObject, string]>([
    [{ extended_entities: { media: [{ type: 'photo' }] } }, 'photo'],
    [{ extended_entities: { media: [{ type: 'photo' }, { type: 'photo' }] } }, 'carousel'],
    [{ extended_entities: { media: [{ type: 'photo' }, { type: 'video' }] } }, 'video'],
    [{ entities: { media: [{ type: 'photo' }] } }, 'photo'],
    [{ extended_entities: { media: [] }, entities: { media: [{ type: 'photo' }] } }, 'text'],
    [{ entities: { urls: [{ url: 'https://t.example/' }] } }, 'link'],
    [{ entities: { urls: [] } }, 'text'],
    [{}, 'text'],
  ])('%j is a %s', (inner, kind) => expect(of({}, inner)?.post.kind).toBe(kind));

  test.each<[JsonObject, true | undefined]>([
    [{ paid_partnership: {} }, true],
    [{ paid_partnership: true }, true],
    [{ paid_partnership: false }, undefined],
    [{ paid_partnership: null }, undefined],
    [{ content_disclosure: { advertising_disclosure: { is_paid_promotion: true } } }, true],
    [{ content_disclosure: { advertising_disclosure: { is_paid_promotion: false } } }, undefined],
    [{}, undefined],
  ])('%j is paid: %s', (more, paid) => expect(of(more)?.post.sponsored).toBe(paid));

  test.each([
    ['en', 'en'],
    ['zh-Hant', 'zh-Hant'],
    ['und', undefined],
    ['zxx', undefined],
    ['EN', undefined],
    ['x en', undefined],
    ['en-', undefined],
    ['en-US1', undefined],
    [5, undefined],
  ])('the language %j is %j', (value, lang) => expect(of({}, { lang: value })?.post.lang).toBe(lang));

  test('a film has a length, and views stand under other names, too', () => {
    const film = { media: [{ type: 'video', video_info: { duration_millis: 61_500 } }] };
    expect(of({}, { extended_entities: film })?.post.durationS).toBe(61.5);
    expect(of({ shown: { count: '12', state: 'Enabled' } })?.post.views).toBe(12);
    expect(of({ shown: { count: '12' } })?.post.views).toBeUndefined();
  });

  test('which post an entry pins', () => {
    const entry = { content: { rest_id: '21', core, legacy } };
    expect(pinnedIn({ type: 'TimelinePinEntry', ...entry })).toBe('21');
    expect(pinnedIn({ socialContext: { contextType: 'Pin' }, ...entry })).toBe('21');
    expect(pinnedIn({ social_context: { context_type: 'Pin' }, ...entry })).toBe('21');
    expect(pinnedIn({ type: 'TimelineAddEntry', socialContext: { contextType: 'Like' }, ...entry })).toBeUndefined();
    expect(pinnedIn({ type: 'TimelinePinEntry' })).toBeUndefined();
  });
});
