/** Whose a part of a page is, and what a reading, a post and a list of names say at their edges. */
import { describe, expect, test } from 'vitest';
import { mostCommon } from '../../../extension/reading/ahead';
import { disclosesPayment } from '../../../extension/reading/disclosure';
import { makePost, makeReply } from '../../../extension/reading/factories';
import type { ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';
import {
  commentersOf,
  fullestOf,
  isViewed,
  postsMissing,
  readingOf,
  subjectOf,
} from '../../../extension/reading/subject';

test.each([
  [{ handle: 'mara', id: '1' }, { handle: '@Mara', id: '2' }, true],
  [{ handle: 'mara', id: '1' }, { handle: 'ida', id: '1' }, false],
  [{ handle: 'mara', id: '1' }, { id: '1' }, true],
  [{ id: '1' }, { handle: 'mara', id: '1' }, true],
  [{ handle: 'mara' }, { id: '1' }, false],
  [{ id: '1' }, { id: '2' }, false],
  [{ id: '1' }, {}, false],
  [{}, {}, false],
])('%j and %j are one account: %s', (viewed, account, one) => expect(isViewed(viewed, account)).toBe(one));

test('of several tellings the fullest, and of those the first', () => {
  const told = (name: string, ...fields: string[]) => ({
    name,
    profile: Object.fromEntries(fields.map((field) => [field, 1])),
  });
  expect(fullestOf([told('one', 'a'), told('two', 'a', 'b'), told('three', 'c', 'd')])?.name).toBe('two');
  expect(fullestOf([told('one', 'a', 'b'), told('two', 'a')])?.name).toBe('one');
  expect(fullestOf([])).toBeUndefined();
});

test('a subject is what is known, and nothing where nothing is', () => {
  expect(subjectOf({ handle: 'mara', id: undefined })).toEqual({ handle: 'mara' });
  expect(subjectOf({ id: '1' })).toEqual({ id: '1' });
  expect(subjectOf({ postId: 'p' })).toEqual({ postId: 'p' });
  expect(subjectOf({ handle: undefined })).toBeNull();
  expect(subjectOf({})).toBeNull();
});

describe('a reading', () => {
  const context = {
    place: { platform: 'x', kind: 'profile', handle: 'mara' },
    now: '2026-01-26T12:00:00Z',
  } as ReadContext;
  const head = { platform: 'x', subject: { handle: 'mara' }, via: 'dom', at: '2026-01-26T12:00:00Z' };
  const of = (parts: Parameters<typeof readingOf>[3]) => readingOf({ handle: 'mara' }, 'dom', context, parts);

  test('holds the parts that say something', () => {
    expect(of({ profile: { followers: 1 }, posts: [], comments: [], people: [], missing: [] })).toEqual([
      { ...head, profile: { followers: 1 } },
    ]);
    expect(of({ profile: {}, posts: [{ id: 'a' }], postsOrder: 'latest' })).toEqual([
      { ...head, posts: [{ id: 'a' }], postsOrder: 'latest' },
    ]);
  });

  test('is none where none does: an order alone says nothing', () => {
    expect(of({})).toEqual([]);
    expect(of({ profile: {}, posts: [], postsOrder: 'latest', peopleOrder: 'unknown' as never })).toEqual([]);
    expect(readingOf(null, 'dom', context, { profile: { followers: 1 } })).toEqual([]);
  });
});

describe('an answer that lists posts', () => {
  const isPost = (node: JsonObject) => node['post'] === true;
  const empty = [{ field: 'posts', why: 'not_on_page' }];
  const unfound = [{ field: 'posts', why: 'not_read' }];

  test.each<[Json[], object[] | undefined]>([
    [[{ edges: [] }], empty],
    [[{ edges: [{ post: true }] }], undefined],
    [[{ edges: [{ new: 'form' }] }], unfound],
    [[[{ new: 'form' }]], unfound],
    [[{ edges: ['a', 'b'] }], undefined],
    [[{ message: 'later' }], undefined],
    [[], undefined],
  ])('%j', (documents, missing) => expect(postsMissing(documents, isPost)).toEqual(missing));
});

test('who wrote under a post: each once, without its creator', () => {
  const people = commentersOf(
    [
      { author: 'Ida', authorVerified: true },
      { author: 'bo' },
      { author: 'ida' },
      { author: 'mara', byCreator: true },
      { text: 'nobody' },
    ],
    'p1',
  );
  expect(people).toEqual([
    { handle: 'ida', relation: 'commenter', postId: 'p1' },
    { handle: 'bo', relation: 'commenter', postId: 'p1' },
  ]);
});

test.each([
  [['a', 'a', 'a'], 'a'],
  [['a', 'a'], undefined],
  [['a', 'a', 'a', 'b', 'b'], 'a'],
  [['b', 'b', 'a', 'a', 'a'], 'a'],
  [['a', 'a', 'a', 'b', 'b', 'c'], undefined],
  [['a', 'a', 'a', undefined, undefined], 'a'],
  [['a', 'a', 'a', undefined, undefined, undefined], undefined],
  [[undefined, undefined, undefined], undefined],
  [[], undefined],
])('most of %j are %j', (names, most) => expect(mostCommon(names)).toBe(most));

test('a view count of 0 beside likes or comments is none', () => {
  expect(makePost({ views: 0, likes: 3 })).toEqual({ likes: 3 });
  expect(makePost({ views: 0, comments: { low: 0, high: 9 } })).toEqual({ comments: { low: 0, high: 9 } });
  expect(makePost({ views: 0, likes: 0, comments: 0 })).toEqual({ views: 0, likes: 0, comments: 0 });
  expect(makePost({ views: 0 })).toEqual({ views: 0 });
  expect(makePost({ views: 5, likes: 3 })).toEqual({ views: 5, likes: 3 });
});

test('a reply stands under its post, or under the answer above it', () => {
  const reply = { id: 'r', at: '2026-01-26T12:00:00Z', caption: 'Yes', lang: 'en', likes: 2 };
  const comment = { id: 'r', postId: 'p', at: '2026-01-26T12:00:00Z', text: 'Yes', lang: 'en', likes: 2 };
  expect(makeReply(reply, 'p', { author: 'ida', byCreator: false, parent: 'p' })).toEqual({
    ...comment,
    author: 'ida',
    byCreator: false,
  });
  expect(makeReply(reply, 'p', { author: undefined, byCreator: true, parent: 'q' })).toEqual({
    ...comment,
    byCreator: true,
    replyTo: 'q',
  });
});

describe('a hashtag that discloses', () => {
  const tags =
    'ad advert advertisement sponsored sponsoredpost paidad paidpartnership paidpromotion anzeige werbung bezahltewerbung ' +
    'bezahlteanzeige bezahltepartnerschaft publicidad publi patrocinado colaboraciónpagada publicidade publipost ' +
    'parceriapaga publicité sponsorisé partenariatrémunéré collaborationcommerciale pubblicità adv sponsorizzato reclame ' +
    'advertentie reklam reklama reklame реклама iklan विज्ञापन quảngcáo โฆษณา 広告 プロモーション タイアップ 광고 유료광고 협찬 广告 廣告 ' +
    'إعلان اعلان';
  test.each(tags.split(' '))('#%s', (tag) => expect(disclosesPayment(`New bread #${tag}`)).toBe(true));

  test.each([
    ['#AD', true],
    ['＃広告 です', true],
    ['(#ad)', true],
    ['publicité'.normalize('NFD').replace(/^/, '#'), true],
    ['#advent', false],
    ['#ad_hoc', false],
    ['#ad2', false],
    ['#広告主', false],
    ['mail#ad', false],
    ['_#ad', false],
    ['1#ad', false],
    ['ad', false],
    ['# ad', false],
    ['', false],
    [undefined, false],
  ])('%j: %s', (caption, discloses) => expect(disclosesPayment(caption)).toBe(discloses));
});
