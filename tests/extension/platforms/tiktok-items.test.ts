/** TikTok's items, accounts and comments, field by field, and a card and an opened video of its page. */
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../extension/platforms/tiktok/document';
import { readPageText } from '../../../extension/platforms/tiktok/texts';
import type { Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';
import { documentOf } from '../pages/capture';

const NOW = '2026-01-26T12:00:00Z';
const context = (place: Partial<Place> = {}) =>
  ({ place: { platform: 'tiktok', kind: 'profile', handle: 'ida', ...place }, now: NOW, locale: 'en' }) as ReadContext;
const LIST = 'https://www.tiktok.com/api/post/item_list/?secUid=MS4w';
const read = (json: Json, url = LIST, place: Partial<Place> = {}) =>
  readPageText({ via: 'response', url, text: JSON.stringify(json) }, context(place));

const item: JsonObject = {
  id: '12345',
  createTime: 1_762_961_788,
  author: { uniqueId: 'ida', id: '7' },
  stats: { diggCount: 3, commentCount: 4, playCount: 500, shareCount: 5, collectCount: 6 },
};
const posts = (...more: JsonObject[]) => read({ itemList: more.map((one) => ({ ...item, ...one })) })[0]?.posts;
const post = (more: JsonObject) => posts(more)?.[0];

describe('an item', () => {
  const base = {
    id: '12345',
    url: 'https://www.tiktok.com/@ida/video/12345',
    at: '2025-11-12T15:36:28Z',
    kind: 'video',
    likes: 3,
    comments: 4,
    views: 500,
    shares: 5,
    saves: 6,
  };

  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ desc: ' Bread ' }, { caption: 'Bread' }],
    [{ textLanguage: 'en' }, { lang: 'en' }],
    [{ textLanguage: 'un' }, {}],
    [{ textLanguage: 'eng' }, {}],
    [{ textLanguage: 'xen' }, {}],
    [{ textLanguage: 5 }, {}],
    [{ isPinnedItem: true }, { pinned: true }],
    [{ isPinnedItem: false }, {}],
    [{ adAuthorization: true }, { sponsored: true }],
    [{ isPaidPartnership: true }, { sponsored: true }],
    [{ adAuthorization: false, isPaidPartnership: false }, {}],
    [{ video: { duration: 15 } }, { durationS: 15 }],
    [{ imagePost: { images: [{}] } }, { kind: 'photo', url: 'https://www.tiktok.com/@ida/photo/12345' }],
    [{ imagePost: { images: [{}, {}] } }, { kind: 'carousel', url: 'https://www.tiktok.com/@ida/photo/12345' }],
    [{ author: 'ida' }, {}],
    [{ stats: { diggCount: 3, commentCount: 4 } }, { views: undefined, shares: undefined, saves: undefined }],
    [{ stats: { diggCount: 3, playCount: 500 } }, { comments: undefined, shares: undefined, saves: undefined }],
  ])('%j', (more, fields) => expect(post(more)).toEqual({ ...base, ...fields }));

  test.each<JsonObject>([
    { id: '1234' },
    { id: 'x12345' },
    { id: '12345x' },
    { stats: { diggCount: 3 } },
    { stats: { playCount: 3, commentCount: 4 } },
    { author: { uniqueId: 'bo' } },
    { author: 'bo' },
    { isAd: true },
    { privateItem: true },
    { forFriend: true },
    { secret: true },
  ])('%j makes it none of the account’s', (more) => expect(post(more)).toBeUndefined());

  test('without the time at which it was made it is none', () => {
    const { createTime: _, ...rest } = item;
    expect(read({ itemList: [rest] })).toEqual([]);
  });
});

describe('the order of a list', () => {
  const two = (first: number, second: number, more: JsonObject = {}) => ({
    itemList: [
      { ...item, createTime: first, ...more },
      { ...item, id: '12346', createTime: second },
    ],
  });
  const late = 1_762_961_788;
  const order = (json: Json, url = LIST) => read(json, url)[0]?.postsOrder;

  test.each([
    [two(late, late - 5), LIST, 'latest'],
    [two(late, late), LIST, 'latest'],
    [two(late - 5, late), LIST, 'unknown'],
    [two(late - 5, late, { isPinnedItem: true }), LIST, 'latest'],
    [two(late, late - 5), `${LIST}&post_item_list_request_type=1`, 'top'],
    [two(late, late - 5), `${LIST}&post_item_list_request_type=2`, 'top'],
    [two(late, late - 5), `${LIST}&post_item_list_request_type=0`, 'latest'],
    [two(late, late - 5), `${LIST}&post_item_list_request_type=12`, 'latest'],
    [two(late, late - 5), 'https://www.tiktok.com/api/other/', undefined],
    [{ itemList: [item] }, LIST, undefined],
  ])('%#: %j', (json, url, wanted) => expect(order(json as Json, url)).toBe(wanted));
});

describe('an account', () => {
  const user: JsonObject = { uniqueId: 'ida', id: '7', nickname: 'Ida' };
  const stats: JsonObject = { followerCount: 12, followingCount: 13, videoCount: 14, heartCount: 15 };
  const DETAIL = 'https://www.tiktok.com/api/user/detail/?uniqueId=ida';
  const profile = (more: JsonObject, counts: JsonObject = stats) =>
    read({ userInfo: { user: { ...user, ...more }, stats: counts } }, DETAIL)[0]?.profile;
  const base = { id: '7', displayName: 'Ida', followers: 12, following: 13, posts: 14, likesTotal: 15 };

  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ signature: 'Bread.' }, { bio: 'Bread.' }],
    [{ bioLink: { link: 'ida.example' } }, { links: ['https://ida.example/'] }],
    [
      { verified: true, privateAccount: false },
      { verified: true, private: false },
    ],
    [{ verified: 'yes' }, {}],
    [{ ttSeller: true }, { business: true }],
    [{ ttSeller: false }, { business: false }],
    [
      { ttSeller: false, commerceUserInfo: { commerceUser: true, category: 'Food' } },
      { business: true, category: 'Food' },
    ],
    [{ ttSeller: 1 }, {}],
    [{ createTime: 1_762_961_788 }, { createdAt: '2025-11-12T15:36:28Z' }],
    [{ uniqueIdModifyTime: 1_762_961_788 }, { handleChangedAt: '2025-11-12T15:36:28Z' }],
  ])('%j', (more, fields) => expect(profile(more)).toEqual({ ...base, ...fields }));

  test('hearts under their older name, too', () => {
    expect(profile({}, { followerCount: 12, heart: 15 })).toEqual({
      id: '7',
      displayName: 'Ida',
      followers: 12,
      likesTotal: 15,
    });
    expect(profile({}, { followerCount: 12, heartCount: 15, heart: 16 })?.likesTotal).toBe(15);
  });

  test('is known by its name beside a secret or a nickname', () => {
    const info = (fields: JsonObject) => read({ userInfo: { user: fields, stats } }, DETAIL)[0]?.profile?.followers;
    expect(info({ uniqueId: 'ida', secUid: 'MS4w' })).toBe(12);
    expect(info({ uniqueId: 'ida', nickname: 'Ida' })).toBe(12);
    expect(info({ uniqueId: 'ida' })).toBeUndefined();
    expect(info({ uniqueId: 5, nickname: 'Ida' })).toBeUndefined();
  });

  test.each([
    [10_221, DETAIL, true],
    [10_202, DETAIL, true],
    [10_000, DETAIL, undefined],
    [10_221, 'https://www.tiktok.com/api/user/detail/?uniqueId=bo', undefined],
    [10_221, 'https://www.tiktok.com/api/user/detail/', undefined],
  ])('status %i of %s: gone is %s', (statusCode, url, gone) =>
    expect(read({ statusCode, userInfo: {} }, url)[0]?.gone).toBe(gone),
  );
});

describe('comments', () => {
  const comment: JsonObject = { cid: '991', text: 'Nice', user: { unique_id: 'bo', nickname: 'Bo' } };
  const URL_OF = 'https://www.tiktok.com/api/comment/list/?x=1';
  const of = (more: JsonObject, url = URL_OF, place: Partial<Place> = { kind: 'post', postId: '55555' }) =>
    read({ comments: [{ ...comment, ...more }] }, url, place)[0];

  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ user: { uniqueId: 'bo' } }, {}],
    [{ create_time: 1_762_961_788 }, { at: '2025-11-12T15:36:28Z' }],
    [{ comment_language: 'en' }, { lang: 'en' }],
    [{ comment_language: 'un' }, {}],
    [{ comment_language: 'eng' }, {}],
    [{ digg_count: 8 }, { likes: 8 }],
    [{ is_author_digged: true }, { likedByCreator: true }],
    [{ reply_id: '0' }, {}],
    [{ reply_id: '990' }, { replyTo: '990' }],
    [{ aweme_id: '66666' }, { postId: '66666' }],
    [{ user: { unique_id: 'Ida' } }, { author: 'Ida', byCreator: true }],
  ])('%j', (more, fields) =>
    expect(of(more)?.comments).toEqual([
      { id: '991', postId: '55555', author: 'bo', text: 'Nice', byCreator: false, ...fields },
    ]),
  );

  test('their post is the one they name, the one asked for, or the page’s', () => {
    const asked = (query: string) => of({}, `${URL_OF}${query}`)?.comments?.[0]?.postId;
    expect(asked('&aweme_id=77777')).toBe('77777');
    expect(asked('&item_id=77777')).toBe('77777');
    expect(asked('&other_item_id=77777')).toBe('55555');
    expect(asked('&item_id=7777')).toBe('55555');
    expect(of({}, URL_OF, {})).toBeUndefined();
  });

  test('who wrote them, without the creator; and nobody’s are none', () => {
    expect(of({})?.people).toEqual([{ handle: 'bo', displayName: 'Bo', relation: 'commenter', postId: '55555' }]);
    expect(of({ user: { unique_id: 'ida' } })?.people).toBeUndefined();
    expect(of({ user: {} })).toBeUndefined();
    expect(of({})?.subject).toEqual({ handle: 'ida', postId: '55555' });
    expect(of({ aweme_id: '66666' })?.subject).toEqual({ postId: '66666' });
  });
});

describe('the page', () => {
  const dom = (body: string, place: Partial<Place> = {}) =>
    readDocument(
      documentOf(`<!DOCTYPE html><html><body>${body}</body></html>`, 'https://www.tiktok.com/@ida'),
      context(place),
    )[0];
  const e2e = (name: string, inner: string, tag = 'div') => `<${tag} data-e2e="${name}">${inner}</${tag}>`;
  const title = e2e('user-title', 'ida', 'h1');
  const card = (path: string, sign: string, more = '') =>
    e2e(
      'user-post-item',
      `<a href="${path}">x</a><p><svg class="${sign}"></svg>${e2e('video-views', '1.2K', 'b')}</p>${more}`,
    );

  test('the account, with its link and who is looking', () => {
    const body =
      title +
      e2e('user-subtitle', 'Ida') +
      e2e('user-bio', 'Bread.') +
      e2e('user-link', 'ida.example') +
      e2e('followers-count', '1.2K') +
      e2e('following-count', '13') +
      e2e('likes-count', '900');
    const profile = {
      displayName: 'Ida',
      bio: 'Bread.',
      links: ['https://ida.example/'],
      followers: { low: 1150, high: 1299 },
      following: 13,
      likesTotal: 900,
    };
    expect(dom(body)?.profile).toEqual(profile);
    expect(dom(body)?.viewer).toBeUndefined();
    expect(dom(body + e2e('top-login-button', 'Log in'))?.viewer).toEqual({ loggedIn: false });
    expect(dom(body + e2e('profile-icon', ''))?.viewer).toEqual({ loggedIn: true });
    expect(dom(body + e2e('inbox-icon', ''))?.viewer).toEqual({ loggedIn: true });
    expect(dom(body.replace('>ida<', '>bo<'))).toBeUndefined();
  });

  test.each([
    ['/@ida/video/12345', 'PlayIcon', '', { kind: 'video', views: { low: 1150, high: 1299 } }],
    ['/@ida/photo/12345', 'icon-heart', '', { kind: 'photo', likes: { low: 1150, high: 1299 } }],
    ['/@IDA/video/12345', 'play heart', '', { kind: 'video' }],
    ['/@ida/video/12345', 'star', '', { kind: 'video' }],
    ['/@ida/video/12345', 'star', '<i data-e2e="video-card-badge">Pinned</i>', { kind: 'video', pinned: true }],
  ])('a card %s with a sign %s%s', (path, sign, more, fields) => {
    const [, , kind] = path.split('/');
    expect(dom(title + card(path, sign, more))?.posts).toEqual([
      { id: '12345', url: `https://www.tiktok.com/@ida/${kind}/12345`, ...fields },
    ]);
  });

  test.each(['/@bo/video/12345', '/@ida/video/1234', '/@ida/video/12345x', '/@ida/live/12345'])(
    'a card %s is none of the account’s',
    (path) => expect(dom(title + card(path, 'play'))).toBeUndefined(),
  );
});
