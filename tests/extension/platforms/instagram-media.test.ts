/** Instagram's posts and users, field by field: each name that a count has had, who a post's own account is, what is an ad. */
import { describe, expect, test } from 'vitest';
import { accountOf, idOf, signsOf } from '../../../extension/platforms/instagram/accounts';
import { isAd, mediaCode, mediaIn, namelessAuthors, postsIn } from '../../../extension/platforms/instagram/media';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const owner = { handle: 'ida', id: '7' };
const CODE = 'Bread-1';
/** 2026-01-01 */
const AT = 1_767_225_600;
const media: JsonObject = { code: CODE, taken_at: AT, user: { username: 'ida', pk: '7' } };
const told = { id: CODE, url: `https://www.instagram.com/p/${CODE}/`, at: '2026-01-01T00:00:00Z' };
const posts = (document: Json, only?: string) => postsIn(document, owner, only);
const first = (more: JsonObject) => posts([{ ...media, ...more }])[0];
const count = (number: number) => ({ count: number });

describe('a post', () => {
  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ like_count: 3, edge_liked_by: count(4), edge_media_preview_like: count(5) }, { likes: 3 }],
    [{ edge_liked_by: count(4), edge_media_preview_like: count(5) }, { likes: 4 }],
    [{ edge_media_preview_like: count(5) }, { likes: 5 }],
    [{ edge_media_preview_like: 5 }, {}],
    [{ play_count: 1, ig_play_count: 2, view_count: 3, video_play_count: 4, video_view_count: 5 }, { views: 1 }],
    [{ ig_play_count: 2, view_count: 3, video_play_count: 4, video_view_count: 5 }, { views: 2 }],
    [{ view_count: 3, video_play_count: 4, video_view_count: 5 }, { views: 3 }],
    [{ video_play_count: 4, video_view_count: 5 }, { views: 4 }],
    [{ video_view_count: 5 }, { views: 5 }],
    [{ play_count: 'many', video_view_count: 5 }, { views: 5 }],
    [{ play_count: 0, like_count: 3 }, { likes: 3 }],
    [
      {
        comment_count: 1,
        edge_media_to_parent_comment: count(2),
        edge_media_to_comment: count(3),
        edge_media_preview_comment: count(4),
        comments_connection: count(5),
      },
      { comments: 1 },
    ],
    [
      {
        edge_media_to_parent_comment: count(2),
        edge_media_to_comment: count(3),
        edge_media_preview_comment: count(4),
        comments_connection: count(5),
      },
      { comments: 2 },
    ],
    [
      { edge_media_to_comment: count(3), edge_media_preview_comment: count(4), comments_connection: count(5) },
      { comments: 3 },
    ],
    [{ edge_media_preview_comment: count(4), comments_connection: count(5) }, { comments: 4 }],
    [{ comments_connection: count(5) }, { comments: 5 }],
    [{ taken_at_timestamp: 5 }, {}],
    [{ taken_at: 'today', taken_at_timestamp: AT + 1 }, { at: '2026-01-01T00:00:01Z' }],
    [{ reshare_count: 2 }, { shares: 2 }],
    [{ media_repost_count: 3, repost_count: 4 }, { shares: 3 }],
    [{ reshare_count: 2, media_repost_count: 3 }, { shares: 5 }],
    [{ reshare_count: 2, repost_count: 4 }, { shares: 6 }],
    [{ comments_disabled: true }, { commentsOff: true }],
    [{ comments_disabled: false }, {}],
    [{ caption: { text: 'Hi' } }, { caption: 'Hi' }],
    [{ caption: 'Hi' }, { caption: 'Hi' }],
    [{ edge_media_to_caption: { edges: [{ node: { text: 'Hi' } }, { node: { text: 'No' } }] } }, { caption: 'Hi' }],
    [{ video_duration: 12.5 }, { durationS: 12.5 }],
    [{ is_paid_partnership: true }, { sponsored: true }],
    [{ is_paid_partnership: false }, { sponsored: false }],
    [{ is_paid_partnership: null }, {}],
    [
      { is_paid_partnership: false, sponsor_tags: [{ username: 'bo' }] },
      { sponsored: true, sponsors: ['bo'] },
    ],
    [{ sponsor_tags: [{ sponsor: { username: 'bo' } }, {}] }, { sponsored: true, sponsors: ['bo'] }],
    [
      { edge_media_to_sponsor_user: { edges: [{ node: { sponsor: { username: 'cy' } } }] } },
      { sponsored: true, sponsors: ['cy'] },
    ],
  ])('%j', (more, fields) => expect(first(more)).toEqual({ ...told, ...fields }));

  test.each<JsonObject>([
    { like_and_view_counts_disabled: true, like_count: 3 },
    { like_count: -1 },
    { edge_media_preview_like: count(-1), edge_liked_by: count(3) },
    { edge_liked_by: count(-1), edge_media_preview_like: count(3) },
  ])('%j hides likes and views, no comments', (more) =>
    expect(first({ ...more, play_count: 9, comment_count: 2 })).toEqual({ ...told, comments: 2, likesHidden: true }),
  );

  test('an account may hide them of all of its posts', () => {
    const account = { username: 'ida', pk: '7', hide_like_and_view_counts: true };
    const counted = { ...media, like_count: 3 };
    expect(posts([account, counted])).toEqual([{ ...told, likesHidden: true }]);
    expect(posts([account, { ...counted, like_and_view_counts_disabled: false }])).toEqual([{ ...told, likes: 3 }]);
    expect(posts([{ ...account, username: 'bo', pk: '8' }, counted])).toEqual([{ ...told, likes: 3 }]);
    expect(posts([{ ...account, hide_like_and_view_counts: false }, counted])).toEqual([{ ...told, likes: 3 }]);
  });

  test.each<[JsonObject, string | undefined]>([
    [{ product_type: 'clips', media_type: 8 }, 'short'],
    [{ media_type: 8, is_video: true }, 'carousel'],
    [{ __typename: 'GraphSidecar' }, 'carousel'],
    [{ __typename: 'XDTCarouselMedia', is_video: true }, 'carousel'],
    [{ carousel_media: [], media_type: 2 }, 'carousel'],
    [{ carousel_media: null, media_type: 2 }, 'video'],
    [{ media_type: 2, is_video: false }, 'video'],
    [{ is_video: true, media_type: 1 }, 'video'],
    [{ __typename: 'GraphVideo' }, 'video'],
    [{ media_type: 1 }, 'photo'],
    [{ is_video: false }, 'photo'],
    [{ __typename: 'GraphImage' }, 'photo'],
    [{ __typename: 5 }, undefined],
    [{ media_type: 3, product_type: 'feed' }, undefined],
  ])('%j is a %s', (more, kind) => expect(first(more)?.kind).toBe(kind));

  test('a short has its own address; without a time its code tells the day', () => {
    expect(first({ product_type: 'clips' })?.url).toBe(`https://www.instagram.com/reel/${CODE}/`);
    expect(first({ product_type: 'feed' })?.url).toBe(told.url);
    expect(first({ code: 'DZc5TenzF7h' })?.atStep).toBeUndefined();
    const { taken_at: _, ...timeless } = media;
    expect(posts([{ ...timeless, code: 'DZc5TenzF7h', like_count: 1 }])[0]).toMatchObject({
      at: '2026-06-11T15:59:01Z',
      atStep: 86_400,
    });
  });

  test('has 20 sponsors at most', () => {
    const tags = Array.from({ length: 25 }, (_, index) => ({ username: `bo${index}` }));
    expect(first({ sponsor_tags: tags })?.sponsors).toEqual(tags.slice(0, 20).map(({ username }) => username));
  });

  const PINS = ['timeline_pinned_user_ids', 'clips_tab_pinned_user_ids', 'pinned_for_users'];
  test.each(PINS)('%s pins it, for whom it names', (key) => {
    const pinned = (list: Json) => first({ [key]: list })?.pinned;
    for (const list of [['7'], [7], [{ pk: '7' }], [{ id: '7' }, { id: '8' }], [{}], [{}, {}]])
      expect(pinned(list), JSON.stringify(list)).toBe(true);
    for (const list of [[], ['8'], [{ pk: '8' }], [{}, '8'], 'x7', null])
      expect(pinned(list), JSON.stringify(list)).toBeUndefined();
    expect(pinned([...Array.from({ length: 20 }, () => '8'), '7'])).toBeUndefined();
    expect(postsIn([{ ...media, [key]: ['8'] }], { handle: 'ida', id: undefined }, undefined)[0]?.pinned).toBe(true);
  });

  test.each<JsonObject>([
    { product_type: 'ad' },
    { is_ad: true },
    { injected: {} },
    { ad_action: 'x' },
    { ad_id: 5 },
    { ad_id: 0 },
    { link: 'https://www.facebook.com/ads/1' },
  ])('%j is an ad', (more) => {
    expect(isAd(more)).toBe(true);
    expect(first(more)).toBeUndefined();
    expect(namelessAuthors([{ ...media, user: { pk: '8' }, ...more }])).toEqual([]);
  });

  test.each<JsonObject>([
    { product_type: 'feed' },
    { is_ad: false },
    { injected: null },
    { injected: 'x' },
    { ad_action: null },
    { ad_action: '' },
    { ad_action: false },
    { link: 'https://ida.example/' },
    { link: null },
    {},
  ])('%j is none', (more) => expect(isAd(more)).toBe(false));
});

describe('whose it is', () => {
  const bo = { username: 'bo', pk: '8' };
  test.each<[JsonObject, string[] | undefined]>([
    [{ user: bo }, undefined],
    [{ user: null }, undefined],
    [{ user: null, owner: { pk: '7' } }, []],
    [{ coauthor_producers: [bo] }, ['bo']],
    [{ invited_coauthor_producers: [bo, { username: 'bo' }] }, ['bo']],
    [{ coauthor_producers: ['cy', {}, bo] }, ['bo']],
    [{ user: bo, coauthor_producers: [{ username: 'Ida' }, { username: 'cy' }] }, ['bo', 'cy']],
    [{ user: bo, coauthor_producers: [{ pk: '7' }] }, ['bo']],
    [{ user: bo, coauthor_producers: [{ username: 'cy' }] }, undefined],
    [{ user: bo, coauthor_producers: 'ida' }, undefined],
    [{ user: bo, invited_coauthor_producers: [{ username: 'ida' }] }, undefined],
  ])('%j', (more, others) => {
    const post = first(more);
    expect(post && (post.collaborators ?? [])).toEqual(others);
  });

  test('20 co-authors are looked at', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ username: `bo${index}` }));
    expect(first({ coauthor_producers: many })?.collaborators).toHaveLength(20);
  });

  test('told twice, the first telling stands and the second adds', () => {
    expect(
      posts([
        { ...media, like_count: 3 },
        { ...media, like_count: 9, comment_count: 2 },
      ]),
    ).toEqual([{ ...told, likes: 3, comments: 2 }]);
  });

  test('of a page of one post, that one', () => {
    const both = [media, { ...media, code: 'Bread-2' }];
    expect(posts(both).map(({ id }) => id)).toEqual([CODE, 'Bread-2']);
    expect(posts(both, 'Bread-2').map(({ id }) => id)).toEqual(['Bread-2']);
  });

  test('parts of a post are no posts', () => {
    const parts = { ...media, carousel_media: [{ ...media, code: 'Part-01' }] };
    expect(posts([parts]).map(({ id }) => id)).toEqual([CODE]);
    expect(mediaIn([parts, { inner: { ...media, code: 'Bread-2' } }]).map(({ code }) => code)).toEqual([
      CODE,
      'Bread-2',
    ]);
    expect(posts({ is_ad: true, item: media })).toEqual([]);
  });

  test('authors without a name, five at most', () => {
    const by = (user: JsonObject) => ({ ...media, user });
    expect(namelessAuthors([by({ pk: '8' }), by({ pk: '8' }), by({ pk: '9' })])).toEqual(['8', '9']);
    expect(namelessAuthors([media, by({ full_name: 'Bo' })])).toEqual([]);
    expect(namelessAuthors(['1', '2', '3', '4', '5', '6'].map((pk) => by({ pk })))).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('an old profile’s lists', () => {
  const { user: _, ...unsigned } = media;
  const edges = (...codes: string[]) => ({ edges: codes.map((code) => ({ node: { ...unsigned, code } })) });
  const profile = (grid: Json, videos: Json, more: JsonObject = {}) => ({
    username: 'ida',
    follower_count: 5,
    edge_owner_to_timeline_media: grid,
    edge_felix_video_timeline: videos,
    ...more,
  });
  const codes = (document: Json) => posts(document).map(({ id }) => id);

  test('the grid’s posts, or the video tab’s where there is no grid', () => {
    expect(codes(profile(edges(CODE), edges('Film-01')))).toEqual([CODE]);
    expect(codes(profile(edges(), edges('Film-01', 'Film-02')))).toEqual(['Film-01', 'Film-02']);
    expect(codes(profile(null, edges('Film-01')))).toEqual(['Film-01']);
  });

  test('of the viewed account alone, and what names its author is the author’s', () => {
    expect(codes(profile(edges(CODE), null, { username: 'bo' }))).toEqual([]);
    expect(codes(profile(edges(CODE), null, { follower_count: null }))).toEqual([]);
    expect(codes(profile({ edges: [{ node: { ...media, user: { username: 'bo' } } }] }, null))).toEqual([]);
    expect(codes(profile({ edges: [{ node: { ...media, is_ad: true } }] }, null))).toEqual([]);
    expect(codes([unsigned])).toEqual([]);
  });
});

describe('the code of a post', () => {
  test.each([
    'like_count',
    'comment_count',
    'play_count',
    'edge_liked_by',
    'edge_media_preview_like',
    'edge_media_to_comment',
    'edge_media_to_parent_comment',
    'taken_at',
    'taken_at_timestamp',
  ])('a node with %s is one', (key) => expect(mediaCode({ code: CODE, [key]: null })).toBe(CODE));

  test.each<[JsonObject, string | undefined]>([
    [{ code: CODE }, undefined],
    [{ like_count: 1 }, undefined],
    [{ code: 'abcd', like_count: 1 }, undefined],
    [{ code: 'abcde', like_count: 1 }, 'abcde'],
    [{ code: 'a'.repeat(40), like_count: 1 }, 'a'.repeat(40)],
    [{ code: 'a'.repeat(41), like_count: 1 }, undefined],
    [{ code: '!abcde', like_count: 1 }, undefined],
    [{ code: 'abcde!', like_count: 1 }, undefined],
    [{ shortcode: 'abcde', like_count: 1 }, 'abcde'],
    [{ code: CODE, shortcode: 'abcde', like_count: 1 }, CODE],
  ])('%j: %s', (node, code) => expect(mediaCode(node)).toBe(code));
});

describe('a user', () => {
  const user = { username: 'ida', pk: '7', follower_count: 5 };
  const profileOf = (more: JsonObject) => accountOf({ ...user, ...more })?.profile;

  test.each<[JsonObject, object]>([
    [{}, {}],
    [
      { full_name: 'Ida', biography: 'Bread.' },
      { displayName: 'Ida', bio: 'Bread.' },
    ],
    [{ category_name: 'A', category: 'B', business_category_name: 'C' }, { category: 'A' }],
    [{ category: 'B', business_category_name: 'C' }, { category: 'B' }],
    [{ business_category_name: 'C' }, { category: 'C' }],
    [{ edge_followed_by: count(6) }, {}],
    [{ follower_count: null, edge_followed_by: count(6) }, { followers: 6 }],
    [{ following_count: 2, edge_follow: count(3) }, { following: 2 }],
    [{ edge_follow: count(3) }, { following: 3 }],
    [{ media_count: 2, edge_owner_to_timeline_media: count(3) }, { posts: 2 }],
    [{ edge_owner_to_timeline_media: count(3) }, { posts: 3 }],
    [
      { is_verified: true, is_private: false },
      { verified: true, private: false },
    ],
    [{ is_business: false }, { business: false }],
    [{ is_business: false, is_business_account: true }, { business: true }],
    [{ is_professional_account: true }, { business: true }],
    [{ is_business_account: false, is_business: 'yes' }, { business: false }],
    [{ external_url: 'https://ida.example/' }, { links: ['https://ida.example/'] }],
    [
      { bio_links: [{ url: 'https://a.example/' }, {}, { url: 'no' }], external_url: 'https://b.example/' },
      { links: ['https://a.example/', 'https://b.example/'] },
    ],
    [{ bio_links: 'https://a.example/', external_url: '' }, {}],
  ])('%j', (more, fields) => expect(profileOf(more)).toEqual({ id: '7', followers: 5, ...fields }));

  test('has followers, and a name or an id', () => {
    expect(accountOf({ username: 'ida', pk: '7' })).toBeNull();
    expect(accountOf({ follower_count: 5 })).toBeNull();
    expect(accountOf({ follower_count: 5, username: 'ida' })).toEqual({
      handle: 'ida',
      id: undefined,
      profile: { followers: 5 },
    });
    expect(accountOf({ follower_count: 5, id: '7' })?.id).toBe('7');
    const links = Array.from({ length: 25 }, (_, index) => ({ url: `https://ida.example/${index}` }));
    expect(profileOf({ bio_links: links })?.links).toHaveLength(20);
  });

  test('has its id under one of three names', () => {
    expect(idOf({ pk: '1', id: '2', pk_id: '3' })).toBe('1');
    expect(idOf({ id: '2', pk_id: '3' })).toBe('2');
    expect(idOf({ pk_id: '3' })).toBe('3');
    expect(idOf({})).toBeUndefined();
    expect(idOf(undefined)).toBeUndefined();
  });

  test('as its post names it', () => {
    const node = { ...user, full_name: 'Ida', is_verified: false, is_private: true, biography: 'Bread.' };
    expect(signsOf(node)).toEqual({ id: '7', displayName: 'Ida', verified: false, private: true });
  });
});
