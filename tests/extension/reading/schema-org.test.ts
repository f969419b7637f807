/** schema.org in a page, as JSON-LD and as microdata: which nodes are accounts, posts and comments, and what they say. */
import { describe, expect, test } from 'vitest';
import { all, interactionCounts, jsonLd, linkOf, metaOf, schemaType, textOf } from '../../../extension/reading/dom';
import { microdata } from '../../../extension/reading/microdata';
import { accountsIn, postsIn } from '../../../extension/reading/schema-org';
import type { Json } from '../../../extension/reading/shape';
import { documentOf } from '../pages/capture';

const page = (body: string, head = '') =>
  documentOf(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`, 'https://a.example/');
const counter = (type: Json, count: Json) => ({
  '@type': 'InteractionCounter',
  interactionType: type,
  userInteractionCount: count,
});

describe('a document', () => {
  test('texts with their spaces joined, and links', () => {
    const document = page('<p> a \n b<b> c</b></p><i> </i><a href="/x?y">l</a><a id="no">l</a><a href="http://">l</a>');
    const one = (selector: string) => document.querySelector(selector);
    expect([textOf(one('p')), textOf(one('i')), textOf(null), textOf(undefined)]).toEqual([
      'a b c',
      undefined,
      undefined,
      undefined,
    ]);
    expect(linkOf(one('a'), 'https://a.example/')?.href).toBe('https://a.example/x?y');
    expect([linkOf(one('#no'), 'https://a.example/'), linkOf(null, 'https://a.example/')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(linkOf(document.querySelectorAll('a')[2], 'https://a.example/')).toBeUndefined();
    expect(all(document, 'a')).toHaveLength(3);
    expect(all(document, 'a', 2)).toHaveLength(2);
  });

  test('the first meta tag of a name, as property, name or itemprop', () => {
    const document = page(
      '',
      '<meta property="og:title" content=" One "><meta name="og:title" content="Two"><meta name="n" content="3">' +
        '<meta itemprop="i" content="4"><meta name="empty" content=" ">',
    );
    const metas = ['og:title', 'n', 'i', 'empty', 'none'].map((name) => metaOf(document, name));
    expect(metas).toEqual(['One', '3', '4', undefined, undefined]);
  });

  test('JSON-LD, also with line breaks inside its texts; other scripts are none', () => {
    const ld = (text: string) => `<script type="application/ld+json">${text}</script>`;
    const document = page(
      `${ld('{"a":"one"}')}${ld('{"a":"two\nlines"}')}${ld('broken')}<script type="application/json">{"b":1}</script>`,
    );
    expect(jsonLd(document)).toEqual([{ a: 'one' }, { a: 'two lines' }]);
    expect(jsonLd(page(ld('{}').repeat(41)))).toHaveLength(40);
  });
});

test.each([
  ['https://schema.org/Person', 'Person'],
  ['http://schema.org/Person', 'Person'],
  ['Person', 'Person'],
  ['https://other.example/https://schema.org/Person', 'https://other.example/https://schema.org/Person'],
  [['Brand', 'Person'], 'Brand'],
  [[], undefined],
  [5, undefined],
  [undefined, undefined],
])('the type %j is %j', (value, type) => expect(schemaType(value)).toBe(type));

test('counters by their action: the first of each, whole or in a list', () => {
  const node = {
    interactionStatistic: [
      counter('https://schema.org/LikeAction', 5),
      counter({ '@type': 'FollowAction' }, '12'),
      counter('LikeAction', 6),
      counter('ShareAction', undefined as never),
      counter(7, 8),
    ],
    agentInteractionStatistic: counter('WriteAction', 3),
  };
  expect([...interactionCounts(node)]).toEqual([
    ['LikeAction', 5],
    ['FollowAction', '12'],
  ]);
  expect([...interactionCounts(node, 'agentInteractionStatistic')]).toEqual([['WriteAction', 3]]);
  expect(interactionCounts({}).size).toBe(0);
});

describe('accounts', () => {
  const statistic = { interactionStatistic: counter('FollowAction', 1200) };

  test.each([
    'Person',
    'Organization',
    'NewsMediaOrganization',
    'Corporation',
    'LocalBusiness',
    'PerformingGroup',
    'MusicGroup',
    'Brand',
  ])('%s', (type) => {
    expect(accountsIn([{ '@type': type, identifier: 'mara', ...statistic }])).toEqual([
      { names: ['mara'], url: undefined, profile: { followers: 1200 } },
    ]);
  });

  test('other things, and accounts without counters, are none', () => {
    expect(accountsIn([{ '@type': 'Product', ...statistic }, { '@type': 'Person', name: 'Mara' }, {}])).toEqual([]);
    // What stands in an account without counters is not looked at, what stands in a thing is.
    expect(accountsIn([{ '@type': 'Person', member: { '@type': 'Person', ...statistic } }])).toEqual([]);
    expect(accountsIn([{ '@type': 'Product', brand: { '@type': 'Brand', ...statistic } }])).toHaveLength(1);
    expect(accountsIn([{ '@type': 'Person', ...statistic, member: { '@type': 'Person', ...statistic } }])).toHaveLength(
      1,
    );
  });

  test('a profile page tells its account, of whatever type, with what it has done itself', () => {
    const account = {
      '@type': 'ProfilePage',
      dateCreated: '2020-01-02T03:04:05Z',
      mainEntity: {
        '@type': 'Thing',
        name: 'Mara Voss',
        alternateName: '@mara',
        additionalName: 'voss',
        identifier: { value: 17 },
        description: 'Bread.',
        '@id': 'https://a.example/mara',
        interactionStatistic: [counter('FollowAction', 1200), counter('LikeAction', 90), counter('WriteAction', 8)],
        agentInteractionStatistic: [counter('FollowAction', 30), counter('WriteAction', 7)],
      },
    };
    expect(accountsIn([account])).toEqual([
      {
        names: ['mara', 'voss', '17'],
        url: 'https://a.example/mara',
        profile: {
          displayName: 'Mara Voss',
          bio: 'Bread.',
          followers: 1200,
          following: 30,
          posts: 7,
          likesTotal: 90,
          createdAt: '2020-01-02T03:04:05Z',
        },
      },
    ]);
    // A page whose account has no counters may hold one that has.
    const empty = { '@type': 'ProfilePage', mainEntity: { about: { '@type': 'Person', ...statistic } } };
    expect(accountsIn([empty])).toHaveLength(1);
    expect(accountsIn([{ '@type': 'ProfilePage', mainEntity: 'Mara', ...statistic }])).toEqual([]);
  });

  test('subscribers are followers, where no followers are told, else whom it follows', () => {
    const of = (...statistics: Json[]) =>
      accountsIn([{ '@type': 'Person', interactionStatistic: statistics }])[0]?.profile;
    expect(of(counter('SubscribeAction', 5))).toEqual({ followers: 5 });
    expect(of(counter('FollowAction', 9), counter('SubscribeAction', 5))).toEqual({ followers: 9, following: 5 });
    expect(of(counter('WriteAction', 8))).toEqual({ posts: 8 });
    // The day on which a page was made is no account's.
    const dated = { '@type': 'Person', dateCreated: '2020-01-02T03:04:05Z', ...statistic };
    expect(accountsIn([dated])[0]?.profile).toEqual({ followers: 1200 });
  });

  test('an address is the first of url, @id, page and sameAs that is one', () => {
    const at = (node: Record<string, Json>) => accountsIn([{ '@type': 'Person', ...statistic, ...node }])[0]?.url;
    const [one, two, three, four] = ['1', '2', '3', '4'].map((path) => `https://a.example/${path}`) as [
      string,
      string,
      string,
      string,
    ];
    expect(at({ url: one, '@id': two })).toBe(one);
    expect(at({ url: '#me', '@id': two, mainEntityOfPage: three })).toBe(two);
    expect(at({ mainEntityOfPage: three, sameAs: four })).toBe(three);
    expect(at({ mainEntityOfPage: { '@id': three }, sameAs: four })).toBe(three);
    expect(at({ sameAs: four })).toBe(four);
  });
});

describe('posts', () => {
  const author = { name: 'Mara', alternateName: 'mara', url: 'https://a.example/mara' };

  test.each([
    ['SocialMediaPosting', undefined],
    ['DiscussionForumPosting', undefined],
    ['Article', undefined],
    ['NewsArticle', undefined],
    ['BlogPosting', undefined],
    ['VideoObject', 'video'],
    ['ImageObject', undefined],
  ])('%s', (type, kind) => {
    expect(postsIn([{ '@type': type, author, url: 'https://a.example/p/1' }])).toEqual([
      {
        names: ['mara'],
        authorUrl: 'https://a.example/mara',
        url: 'https://a.example/p/1',
        post: { url: 'https://a.example/p/1', ...(kind ? { kind } : {}) },
        comments: [],
      },
    ]);
  });

  test('other things, and posts of nobody, are none', () => {
    expect(
      postsIn([{ '@type': 'Recipe', author }, { '@type': 'Article' }, { '@type': 'Article', author: 'Mara' }]),
    ).toEqual([]);
    expect(postsIn([{ author }])).toEqual([]);
    // One inside another is its part.
    expect(postsIn([{ '@type': 'Article', author, hasPart: { '@type': 'Article', author } }])).toHaveLength(1);
  });

  test('the first author counts, and the owner of the page where one names it by its @id alone', () => {
    const two = [{ alternateName: 'one' }, { alternateName: 'two' }];
    expect(postsIn([{ '@type': 'Article', author: two }])[0]?.names).toEqual(['one']);
    const owner = { '@id': 'https://a.example/mara', alternateName: 'mara' };
    const by = (reference: Json) =>
      postsIn([{ '@type': 'ProfilePage', mainEntity: owner, hasPart: [{ '@type': 'Article', author: reference }] }])[0]
        ?.names;
    expect(by({ '@id': 'https://a.example/mara' })).toEqual(['mara']);
    expect(by({ '@id': 'https://a.example/other' })).toEqual([]);
    expect(by({ '@id': 'https://a.example/mara', alternateName: 'guest' })).toEqual(['guest']);
  });

  test.each<[Record<string, Json>, object]>([
    [{ interactionStatistic: counter('LikeAction', 5) }, { likes: 5 }],
    [{ interactionStatistic: counter('ShareAction', 5) }, { shares: 5 }],
    [{ interactionStatistic: counter('WatchAction', 5) }, { views: 5 }],
    [{ interactionStatistic: counter('ViewAction', 5) }, { views: 5 }],
    [{ interactionStatistic: [counter('ViewAction', 5), counter('WatchAction', 4)] }, { views: 4 }],
    [{ interactionStatistic: counter('CommentAction', 5), commentCount: 6 }, { comments: 5 }],
    [{ interactionStatistic: counter('ReplyAction', 5), commentCount: 6 }, { comments: 5 }],
    [{ commentCount: 6 }, { comments: 6 }],
    [{ interactionStatistic: counter('LikeAction', 'many') }, {}],
    [{ datePublished: '2024-02-18T15:40:27Z' }, { at: '2024-02-18T15:40:27Z' }],
    [{ description: 'd', headline: 'h', articleBody: 'b', text: 't' }, { caption: 't' }],
    [{ description: 'd', headline: 'h', articleBody: 'b' }, { caption: 'b' }],
    [{ description: 'd', headline: 'h' }, { caption: 'h' }],
    [{ description: 'd' }, { caption: 'd' }],
  ])('%j', (node, post) => expect(postsIn([{ '@type': 'Article', author, ...node }])[0]?.post).toEqual(post));

  test('comments under it: who, what, when and how many likes', () => {
    const said = (more: Record<string, Json>) =>
      postsIn([{ '@type': 'Article', author, comment: [{ '@type': 'Comment', text: 'Nice', ...more }] }])[0]?.comments;
    expect(said({ author: { url: 'https://a.example/u/ida/' }, dateCreated: '2024-02-18T15:40:27Z' })).toEqual([
      { author: 'ida', text: 'Nice', at: '2024-02-18T15:40:27Z', byCreator: false },
    ]);
    expect(said({ author, datePublished: '2024-02-19T15:40:27Z', dateCreated: '2024-02-18T15:40:27Z' })).toEqual([
      { author: 'mara', text: 'Nice', at: '2024-02-19T15:40:27Z', byCreator: true },
    ]);
    expect(said({ author: { name: 'ida' }, upvoteCount: 4 })).toEqual([{ author: 'ida', text: 'Nice', likes: 4 }]);
    expect(said({ author: { name: 'Ida B', alternateName: 'ida_b' } })).toEqual([{ author: 'ida_b', text: 'Nice' }]);
    expect(said({ author: { name: 'Ida B' } })).toEqual([{ text: 'Nice' }]);
    expect(said({ author: 'ida', interactionStatistic: counter('LikeAction', 3), upvoteCount: 4 })).toEqual([
      { text: 'Nice', likes: 3 },
    ]);
    expect(said({ comment: { '@type': 'Comment', text: 'Yes' } })).toEqual([{ text: 'Nice' }, { text: 'Yes' }]);
    expect(said({ '@type': 'Answer' })).toEqual([]);
  });
});

describe('microdata', () => {
  const items = (body: string) => microdata(page(body));

  test('an item with its type, its id and what is written in its parts', () => {
    const body = `<div itemscope itemtype=" https://schema.org/Person  https://schema.org/Thing" itemid="https://a.example/i">
      <span itemprop="name"> Mara
        Voss</span><meta itemprop="followers" content="12"><time itemprop="since" datetime="2020-01-02">long ago</time>
      <a itemprop="url" href="/mara">her page</a><data itemprop="likes" value="7">seven</data><i itemprop="empty"></i></div>`;
    expect(items(body)).toEqual([
      {
        '@type': 'https://schema.org/Person',
        '@id': 'https://a.example/i',
        name: 'Mara Voss',
        followers: '12',
        since: '2020-01-02',
        url: '/mara',
        likes: '7',
        empty: '',
      },
    ]);
  });

  test('content tells before a date, a date before a link, a link before a value', () => {
    const all = 'content="c" datetime="d" href="h" value="v"';
    for (const [attributes, wanted] of [
      [all, 'c'],
      [all.replace(/content="c" /, ''), 'd'],
      ['href="h" value="v"', 'h'],
    ])
      expect(items(`<p itemscope><a itemprop="x" ${attributes}>t</a></p>`)).toEqual([{ x: wanted }]);
  });

  test('an item inside another is its part, or nothing of it', () => {
    const inner = '<b itemscope itemprop="author"><i itemprop="name">Ida</i></b>';
    expect(items(`<div itemscope><i itemprop="name">Mara</i>${inner}</div>`)).toEqual([
      { name: 'Mara', author: { name: 'Ida' } },
    ]);
    expect(items('<div itemscope><p itemscope><i itemprop="name">Ida</i></p></div>')).toEqual([{}]);
    expect(items('<i itemprop="name">Nobody</i>')).toEqual([]);
  });

  test('many of one name are a list, and one part may have four names', () => {
    const part = (names: string, text: string) => `<i itemprop="${names}">${text}</i>`;
    expect(items(`<p itemscope>${part('a', '1')}${part('a', '2')}${part('a', '3')}</p>`)).toEqual([
      { a: ['1', '2', '3'] },
    ]);
    expect(items(`<p itemscope>${part(' a  b c d e ', '1')}</p>`)).toEqual([{ a: '1', b: '1', c: '1', d: '1' }]);
  });

  test('eight deep, and no deeper', () => {
    const nested = (levels: number): string =>
      levels === 0 ? '<i itemprop="end">x</i>' : `<p itemscope itemprop="in">${nested(levels - 1)}</p>`;
    const deep = (levels: number): Json => (levels === 0 ? { end: 'x' } : { in: deep(levels - 1) });
    const div = (body: string) => `<div itemscope>${body.replaceAll('<p', '<div').replaceAll('</p', '</div')}</div>`;
    expect(items(div(nested(8)))).toEqual([deep(8)]);
    let cut: Json = { in: null };
    for (let level = 0; level < 8; level += 1) cut = { in: cut };
    expect(items(div(nested(9)))).toEqual([cut]);
  });
});
