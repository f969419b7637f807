/** Pinterest's answers: a user, pins of the account's own making, followers. */
import { describe, expect, test } from 'vitest';
import { anchor, inlineTexts, readDocument } from '../../../extension/platforms/pinterest/document';
import { readPageText } from '../../../extension/platforms/pinterest/texts';
import type { Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';
import { documentOf } from '../pages/capture';

const now = '2026-01-26T12:00:00Z';
const profile: Place = { platform: 'pinterest', kind: 'profile', handle: 'ida' };
const context: ReadContext = { place: profile, now, locale: 'en' };
const said = { platform: 'pinterest', via: 'response', at: now } as const;
const PINS = 'https://www.pinterest.com/resource/UserPinsResource/get/?x';
const USER = 'https://www.pinterest.com/resource/UserResource/get/?x';
const read = (document: Json, url = USER, place = profile) =>
  readPageText({ via: 'response', url, text: JSON.stringify(document) }, { ...context, place });

const ida: JsonObject = { username: 'ida', id: '7', follower_count: 5 };
const fields = { id: '7', followers: 5 };

describe('a user', () => {
  test.each<[JsonObject, object]>([
    [{}, {}],
    [
      { full_name: 'Ida', about: 'Bread.' },
      { displayName: 'Ida', bio: 'Bread.' },
    ],
    [
      { following_count: 6, pin_count: 7 },
      { following: 6, posts: 7 },
    ],
    [{ domain_verified: true }, { verified: true }],
    [{ is_verified_merchant: true }, { verified: true }],
    [{ domain_verified: false, is_verified_merchant: false }, {}],
    [{ is_private_profile: false }, { private: false }],
    [{ is_private_profile: 'no' }, {}],
    [{ created_at: 'Fri, 06 Feb 2015 21:09:45 +0000' }, { createdAt: '2015-02-06T21:09:45Z' }],
    [{ website_url: 'https://ida.example/', domain_url: 'https://x.example/' }, { links: ['https://ida.example/'] }],
    [{ domain_url: 'https://ida.example/' }, { links: ['https://ida.example/'] }],
  ])('%j', (more, told) => expect(read({ ...ida, ...more })[0]?.profile).toEqual({ ...fields, ...told }));

  test('is the viewed one, and has followers', () => {
    expect(read([{ ...ida, username: 'Ida' }])).toEqual([
      { ...said, subject: { handle: 'Ida', id: '7' }, profile: fields },
    ]);
    expect(read([ida, { ...ida, about: 'Bread.' }])[0]?.profile).toEqual({ ...fields, bio: 'Bread.' });
    expect(read({ ...ida, username: 'bo' })).toEqual([]);
    expect(read({ username: 'ida', id: '7' })).toEqual([]);
    expect(read({ id: '7', follower_count: 5 })).toEqual([]);
  });
});

describe('a pin', () => {
  const maker = { username: 'ida', id: '7' };
  const bo = { username: 'bo', id: '8' };
  const pin: JsonObject = { id: '12345', pinner: maker };
  const told = { id: '12345', url: 'https://www.pinterest.com/pin/12345/', kind: 'photo' };
  const first = (more: JsonObject) => read([{ ...pin, ...more }], PINS)[0]?.posts?.[0];

  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ created_at: 'Fri, 06 Feb 2015 21:09:45 +0000' }, { at: '2015-02-06T21:09:45Z' }],
    [{ videos: {} }, { kind: 'video' }],
    [{ videos: null }, {}],
    [{ reaction_counts: { 1: 3, 2: 4, x: 'many' } }, { likes: 7 }],
    [{ reaction_counts: {} }, { likes: 0 }],
    [{ reaction_counts: null }, {}],
    [
      { comment_count: 3, repin_count: 4 },
      { comments: 3, saves: 4 },
    ],
    [{ grid_title: 'A', title: 'B', description: 'C' }, { caption: 'A' }],
    [{ title: 'B', description: 'C' }, { caption: 'B' }],
    [{ description: 'C' }, { caption: 'C' }],
    [{ sponsorship: {} }, { sponsored: true }],
    [{ sponsorship: null }, {}],
    [{ pinner: bo, native_creator: maker }, {}],
    [{ native_creator: 'x' }, {}],
    [{ origin_pinner: maker, via_pinner: null }, {}],
    [{ is_promoted: false, promoter: null }, {}],
  ])('%j', (more, more1) => expect(first(more)).toEqual({ ...told, ...more1 }));

  test.each<JsonObject>([
    { id: '1234' },
    { id: 'x12345' },
    { id: '12345x' },
    { id: '1'.repeat(26) },
    { id: null },
    { pinner: bo },
    { pinner: 'ida' },
    { native_creator: bo },
    { origin_pinner: bo },
    { via_pinner: bo },
    { is_promoted: true },
    { promoter: {} },
  ])('%j is none of the account’s', (more) => expect(first(more)).toBeUndefined());

  test('by its maker’s id alone, where another part ties name and id', () => {
    const byId = { ...pin, pinner: { id: '7' } };
    expect(read([byId], PINS)).toEqual([]);
    expect(read([{ username: 'Ida', id: '7' }, byId], PINS)[0]?.posts).toEqual([told]);
    expect(read([{ username: 'bo', id: '7' }, byId], PINS)).toEqual([]);
  });

  test('in no known order; a list without any says so', () => {
    expect(read([pin, pin], PINS)).toEqual([
      { ...said, subject: { handle: 'ida' }, posts: [told], postsOrder: 'unknown' },
    ]);
    const missing = (document: Json, url = PINS) => read(document, url)[0]?.missing?.map(({ why }) => why);
    expect(missing([])).toEqual(['not_on_page']);
    expect(missing([{ a: 1 }])).toEqual(['not_read']);
    expect(missing([{ pinner: {} }])).toBeUndefined();
    expect(missing([{ native_creator: {} }])).toBeUndefined();
    expect(missing([], PINS.replace('UserPins', 'UserActivityPins'))).toEqual(['not_on_page']);
    expect(missing([], USER)).toBeUndefined();
  });
});

describe('followers', () => {
  const url = (data: string, name = 'UserFollowersResource') =>
    `https://www.pinterest.com/resource/${name}/get/?data=${encodeURIComponent(data)}`;
  const ASKED = '{"options":{"username":"ida"}}';
  const bo = {
    username: 'bo',
    id: '8',
    follower_count: 5,
    following_count: 6,
    pin_count: 7,
    full_name: 'Bo',
    about: 'Hi',
  };
  const told = {
    handle: 'bo',
    relation: 'follower',
    displayName: 'Bo',
    followers: 5,
    following: 6,
    posts: 7,
    bio: 'Hi',
  };

  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ image_medium_url: 'https://i.example/a.png' }, { hasAvatar: true }],
    [{ image_medium_url: 'https://i.example/default_75.png' }, { hasAvatar: false }],
    [{ image_medium_url: null }, {}],
    [{ inner: { ...bo, username: 'cy' } }, {}],
  ])('%j', (more, more1) =>
    expect(read([{ ...bo, ...more }, { username: 'di' }, { follower_count: 1 }], url(ASKED))).toEqual([
      { ...said, subject: { handle: 'ida' }, people: [{ ...told, ...more1 }], peopleOrder: 'unknown' },
    ]),
  );

  test('of whom the request names', () => {
    expect(read(bo, url(ASKED, 'UserFollowingResource'))).toEqual([]);
    expect(read(bo, url('{"options":{}}'))).toEqual([]);
    expect(read(bo, '/resource/UserFollowersResource/get/')).toEqual([]);
    expect(read(bo, url(ASKED), { ...profile, handle: 'cy' })[0]?.subject).toEqual({ handle: 'ida' });
  });
});

test('the page: its scripts, and the number of followers in its header', () => {
  const page = (body: string) => documentOf(`<!DOCTYPE html><body>${body}</body>`, 'https://www.pinterest.com/ida/');
  const name = '<b data-test-id="profile-username">Ida</b>';
  const count = '<b data-test-id="profile-followers-count">1.2k followers</b>';
  const show = (body: string) => readDocument(page(body), context).map(({ subject, profile: told }) => [subject, told]);
  expect(show(name + count)).toEqual([[{ handle: 'Ida' }, { followers: { low: 1150, high: 1299 } }]]);
  expect(show(name.replace('Ida', 'bo') + count)).toEqual([]);
  expect([show(name), show(count), show(name + count.replace('1.2k followers', '12 following'))]).toEqual([[], [], []]);
  expect(anchor(page(count))?.textContent).toBe('1.2k followers');
  const scripts =
    '<script id="__PWS_DATA__">1</script><script id="__PWS_INITIAL_PROPS__">2</script><script data-relay-response>3</script><script>4</script>';
  expect(inlineTexts(page(scripts))).toEqual(
    [
      ['__PWS_DATA__', '1'],
      ['__PWS_INITIAL_PROPS__', '2'],
      ['relay', '3'],
    ].map(([id, text]) => ({ via: 'inline', url: 'https://www.pinterest.com/ida/', name: id, text })),
  );
});
