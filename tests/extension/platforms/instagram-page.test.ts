/** Instagram's rendered page: its meta tags, its row of counts, the cards of its grid. */
import { describe, expect, test } from 'vitest';
import { anchor, readDocument } from '../../../extension/platforms/instagram/document';
import type { Place, ReadContext } from '../../../extension/reading/place';
import { documentOf } from '../pages/capture';

const now = '2026-01-26T12:00:00Z';
const CODE = 'DZc5TenzF7h';
const profile: Place = { platform: 'instagram', kind: 'profile', handle: 'ida' };
const post: Place = { platform: 'instagram', kind: 'post', handle: 'ida', postId: CODE };
const documentWith = (body: string, head = '') =>
  documentOf(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`, 'https://www.instagram.com/ida/');
const contextOf = (place: Place): ReadContext => ({ place, now, locale: 'en' });
const read = (body: string, place = profile, head = '') => readDocument(documentWith(body, head), contextOf(place));
const said = { platform: 'instagram', at: now } as const;

describe('meta tags', () => {
  const PROFILE = 'https://www.instagram.com/ida/';
  const POST = `https://www.instagram.com/p/${CODE}/`;
  const tags = (url: string, text: string, name = 'property="og:description"') =>
    `<meta property="og:url" content="${url}"><meta ${name} content='${text}'>`;
  const told = (url: string, text: string, place = profile, name?: string) => read('', place, tags(url, text, name));
  const COUNTS = '2,362 Followers, 136 Following, 224 Posts';
  const counts = { followers: 2362, following: 136, posts: 224 };

  test('an account’s three numbers stand before a dash', () => {
    const reading = { ...said, via: 'meta', subject: { handle: 'ida' }, profile: counts };
    for (const dash of ['-', '–', '—']) expect(told(PROFILE, `${COUNTS} ${dash} See 12 photos`)).toEqual([reading]);
    expect(told(PROFILE, `${COUNTS}`)).toEqual([reading]);
    expect(told(PROFILE, `${COUNTS}- See`)).toEqual([reading]);
    expect(told(PROFILE, COUNTS, profile, 'name="description"')).toEqual([reading]);
    expect(read('', profile, `${tags(PROFILE, COUNTS)}<meta name="description" content="none">`)).toEqual([reading]);
    expect(told(PROFILE, '16.4K Followers, 136 Following, 1,224 Posts')[0]?.profile).toEqual({
      followers: { low: 16_400, high: 16_499 },
      following: 136,
      posts: 1224,
    });
  });

  test('their nouns tell them, else their places', () => {
    expect(told(PROFILE, '224 Posts, 2,362 Followers, 136 Following')[0]?.profile).toEqual(counts);
    expect(told(PROFILE, '2,362, 136, 224')[0]?.profile).toEqual(counts);
    expect(told(PROFILE, '2,362، 136、 224')[0]?.profile).toEqual(counts);
    expect(told(PROFILE, '2,362 136, 224')).toEqual([]);
  });

  test.each([
    ['https://www.instagram.com/bo/', COUNTS],
    ['nowhere', COUNTS],
    ['https://www.instagram.com/', COUNTS],
    [PROFILE, '2,362 Followers, 136 Following'],
    [PROFILE, `${COUNTS}, 12 Stories`],
    [POST, COUNTS],
    [POST, '12 likes, 3 comments - ida on June 12, 2019: "Hi"'],
  ])('%s, %s tells nothing of the account', (url, text) => expect(told(url, text)).toEqual([]));

  test('nothing without an address, or without a text', () => {
    expect(read('', profile, `<meta property="og:description" content="${COUNTS}">`)).toEqual([]);
    expect(read('', profile, `<meta property="og:url" content="${PROFILE}">`)).toEqual([]);
  });

  const first = (text: string, place = post) => told(POST, text, place)[0]?.posts?.[0];

  test('a post with its counts, its day and its words', () => {
    expect(told(POST, '12 likes, 3 comments - ida on June 12, 2019: "Hi: there"', post)).toEqual([
      {
        ...said,
        via: 'meta',
        subject: { handle: 'ida', postId: CODE },
        posts: [
          {
            id: CODE,
            url: POST,
            at: '2019-06-12T12:00:00Z',
            atStep: 86_400,
            likes: 12,
            comments: 3,
            caption: 'Hi: there',
          },
        ],
      },
    ]);
    const undated = first('12 likes, 3 comments - ida x: "Hi"');
    expect([undated?.at, undated?.atStep]).toEqual(['2026-06-11T15:59:01Z', 86_400]);
    // The day is the post's, not one that its words name.
    expect(first('12 likes, 3 comments - ida x: "On June 12, 2019"')?.at).toBe('2026-06-11T15:59:01Z');
    expect(first('3 comments, 12 likes - ida x: "Hi"')).toMatchObject({ likes: 12, comments: 3 });
    expect(first('12, 3 - ida x: "Hi"')).toMatchObject({ likes: 12, comments: 3 });
  });

  test.each([
    ['ida: "Hi".', 'Hi'],
    ['ida:“Hi”', 'Hi'],
    ['ida: «Hi»', 'Hi'],
    ['ida: „Hi“ ', 'Hi'],
    ['ida: "Hi', undefined],
    ['ida: Hi"', undefined],
    ['ida "Hi"', undefined],
    ['ida on: "Hi" he said', undefined],
    ['ida: "', undefined],
    ['@ida : "Hi"', 'Hi'],
  ])('%s says %j', (text, caption) =>
    expect(told(POST, `12 likes, 3 comments - ${text.replace('ida', 'ida on ')}`, post)[0]?.posts?.[0]?.caption).toBe(
      caption,
    ),
  );

  test('a post is its author’s', () => {
    const by = (author: string, place = post) =>
      told(POST, `12 likes, 3 comments - ${author} on June 12, 2019: "Hi"`, place).map(({ subject }) => subject.handle);
    const { handle: _, ...unnamed } = post;
    expect(by('Ida')).toEqual(['Ida']);
    expect(by('@ida')).toEqual(['ida']);
    expect(by('bo')).toEqual([]);
    expect(by('bo', unnamed)).toEqual(['bo']);
    expect(by('a'.repeat(30), unnamed)).toEqual(['a'.repeat(30)]);
    expect(by('a'.repeat(31), unnamed)).toEqual([]);
    expect(by('é', unnamed)).toEqual([]);
    expect(by('', unnamed)).toEqual([]);
  });

  test.each<[string, string, Place]>([
    [POST, '12 likes, 3 comments - ida on June 12, 2019: "Hi"', { ...post, postId: 'Bread-1' }],
    [POST, '12 likes, 3 comments - ida on June 12, 2019: "Hi"', { ...profile, postId: CODE }],
    [POST, '12 likes, 3 comments, 4 views - ida on June 12, 2019: "Hi"', post],
    [POST, '12 likes - ida on June 12, 2019: "Hi"', post],
    [PROFILE, '12 likes, 3 comments - ida on June 12, 2019: "Hi"', post],
  ])('%s, %s tells nothing of the post %j', (url, text, place) => expect(told(url, text, place)).toEqual([]));
});

const LISTS = `<a href="/ida/followers/"><span title="16,476">16.4K</span> followers</a>`;
const FOLLOWING = '<a href="/ida/following/">136 following</a>';
const counted = (body: string, place = profile) => read(body, place)[0]?.profile;

describe('the row of counts', () => {
  const all = { followers: 16_476, following: 136, posts: 224 };
  const row = `<ul><li><span>224</span> posts</li><li>${LISTS}</li><li>${FOLLOWING}</li></ul>`;

  test('with links to the lists', () => {
    expect(read(`<header><h2>ida</h2>${row}</header>`)).toEqual([
      { ...said, via: 'dom', subject: { handle: 'ida' }, profile: all },
    ]);
    expect(counted(`<div><div>224 posts</div><div>${LISTS}</div><div>${FOLLOWING}</div></div>`)).toEqual(all);
    expect(counted(`<div><span>224 posts</span>${LISTS}</div>`)).toEqual({ followers: 16_476, posts: 224 });
    expect(counted(row.replaceAll('/ida/follow', 'https://www.instagram.com/Ida/follow'))).toEqual(all);
    expect(counted(row.replaceAll('ers/"', 'ers"').replaceAll('ing/"', 'ing"'))).toEqual(all);
  });

  test.each([
    `<div><div>posts</div><div>${LISTS}</div><div>${FOLLOWING}</div></div>`,
    `<div><div>${LISTS}</div><div>${FOLLOWING}</div></div>`,
    `<div>224 posts</div><p>x</p><div><div>${LISTS}</div><div>${FOLLOWING}</div></div>`,
  ])('%s has no count of posts', (body) => expect(counted(body)).toEqual({ followers: 16_476, following: 136 }));

  test('six boxes around the link are looked at', () => {
    const boxed = (boxes: number) =>
      `<ul><li>224 posts</li><li>${'<div>'.repeat(boxes)}${LISTS}${'</div>'.repeat(boxes)}</li></ul>`;
    expect(counted(boxed(4))?.posts).toBe(224);
    expect(counted(boxed(5))?.posts).toBeUndefined();
  });

  test.each(['/bo/followers/', '/ida/x/followers/', '/followers/', 'https://[/ida/followers/', '/ida/followers/?x'])(
    'the link %s is none of it',
    (link) => expect(read(LISTS.replace('/ida/followers/', link))).toEqual([]),
  );

  test('a link has digits', () => {
    expect(read('<a href="/ida/followers/">followers</a>')).toEqual([]);
    expect(counted(`<a href="/ida/followers/">followers</a>${LISTS}`)?.followers).toBe(16_476);
  });

  test.each([
    ['<a href="/ida/followers/" title="16,476">16.4K</a>', 16_476],
    ['<a href="/ida/followers/" title="99">16.4K</a>', { low: 16_400, high: 16_499 }],
    ['<a href="/ida/followers/" title="16,400">16.4K</a>', 16_400],
    ['<a href="/ida/followers/" title="16,499">16.4K</a>', 16_499],
    ['<a href="/ida/followers/" title="16,500">16.4K</a>', { low: 16_400, high: 16_499 }],
    ['<a href="/ida/followers/" title="16,399">16.4K</a>', { low: 16_400, high: 16_499 }],
    ['<a href="/ida/followers/" title="followers">16.4K</a>', { low: 16_400, high: 16_499 }],
    ['<a href="/ida/followers/" title="16,476">16 zz 4 zz</a>', 16_476],
    ['<a href="/ida/followers/">1,476</a>', 1476],
  ])('%s: %j', (body, followers) => expect(counted(body)?.followers).toEqual(followers));

  const cells = '<li>224 posts</li><li><b title="16,476">16.4K</b> followers</li><li>136 following</li>';
  test('without links, three numbers beside the account’s name', () => {
    for (const name of ['h1', 'h2'])
      expect(counted(`<header><${name}>ida</${name}><ul>${cells}</ul></header>`)).toEqual(all);
    expect(counted(`<header><h2>Ida</h2><ul><li>x</li></ul><ul>${cells}</ul></header>`)).toEqual(all);
    expect(counted(`<header><h2>Ida Bakes</h2><ul>${cells}</ul></header>`)).toBeUndefined();
    expect(counted(`<header><ul>${cells}</ul></header>`)).toBeUndefined();
    expect(counted(`<h2>ida</h2><ul>${cells}</ul>`)).toBeUndefined();
    expect(counted(`<header><h2>ida</h2><ul>${cells}<li>12 more</li></ul></header>`)).toBeUndefined();
    expect(counted(`<header><h2>ida</h2><ul>${cells.replace('136 f', 'f')}</ul></header>`)).toBeUndefined();
    for (const picture of ['<img>', '<canvas></canvas>'])
      expect(counted(`<header><h2>ida</h2><ul>${cells.replace('136', `136${picture}`)}</ul></header>`)).toBeUndefined();
    const plain = cells.replace('<b title="16,476">16.4K</b>', '16.4K');
    expect(counted(`<header><h2>ida</h2><ul>${plain}</ul></header>`)?.followers).toEqual({ low: 16_400, high: 16_499 });
  });

  test('the badge stands beside the followers', () => {
    const at = (body: string, place: Place = profile) => anchor(documentWith(body), place)?.textContent ?? null;
    expect(at(row)).toBe('16.4K');
    expect(at('<a href="/ida/followers/">1,476 followers</a>')).toBe('1,476 followers');
    expect(at(`<header><h2>ida</h2><ul>${cells}</ul></header>`)).toBe('16.4K');
    expect(at(FOLLOWING)).toBeNull();
    expect(at(row, { platform: 'instagram', kind: 'post', postId: CODE })).toBeNull();
  });

  test('a page that still shows the account that was left', () => {
    const page = (name: string) => `<header><h2>${name}</h2></header><main><a href="/p/Bread-1/"></a></main>`;
    expect(read(page('bo'))).toEqual([]);
    expect(read(page('ida'))).toHaveLength(1);
    expect(read(page('Bo Bakes'))).toHaveLength(1);
    expect(read(page('b'.repeat(31)))).toHaveLength(1);
    expect(read(page(''))).toHaveLength(1);
    expect(read(`${page('bo')}${LISTS}`)[0]?.profile?.followers).toBe(16_476);
    expect(read(page('ida'), { ...profile, kind: 'post', postId: 'Bread-1' })).toEqual([]);
    expect(read(page('ida'), { platform: 'instagram', kind: 'profile', id: '7' })).toEqual([]);
  });

  test('who is looking', () => {
    const viewer = (link: string) => read(`${LISTS}<a href="${link}"></a>`)[0]?.viewer;
    expect(viewer('/accounts/login/?x')).toEqual({ loggedIn: false });
    expect(viewer('/direct/inbox/')).toEqual({ loggedIn: true });
    expect(viewer('/explore/')).toBeUndefined();
  });

  test.each(
    [
      ...['Verified', 'Verifierad', 'Verifié', 'Vérifié', 'Verifiziert', 'Verificado', 'Verificada', 'Verificato'],
      ...['Geverifieerd', 'Zweryfikowano', 'Подтвержденный', 'Підтверджено', 'Doğrulanmış', 'Terverifikasi'],
      ...['Disahkan', 'Đã xác minh', '認証済み', '인증됨', '已验证', '已驗證', 'موثق', 'موثّق', 'सत्यापित', 'ยืนยันแล้ว'],
    ].flatMap((word) => [
      [`<h2>ida</h2><svg aria-label=" ${word}"></svg>`, true] as const,
      [`<h2>ida</h2><svg aria-label="x ${word}"></svg>`, undefined] as const,
    ]),
  )('%s: verified %s', (mark, verified) =>
    expect(counted(`<header>${mark}</header>${LISTS}`)?.verified).toBe(verified),
  );

  test('the mark stands by the name', () => {
    const mark = '<svg aria-label="Verified"></svg>';
    const verified = (header: string) => counted(`<header>${header}</header>${LISTS}`)?.verified;
    expect(verified(`<h2>ida${mark}</h2>`)).toBe(true);
    expect(verified(`<h2>ida</h2><div>${mark}</div>`)).toBe(true);
    expect(verified(`${mark}<h2>ida</h2>`)).toBeUndefined();
    expect(verified('<h2>ida</h2><svg></svg>')).toBeUndefined();
    expect(verified(`<h2>ida<svg aria-label="x"></svg>${mark}</h2>`)).toBe(true);
    expect(counted(`<main><h2>ida</h2>${mark}</main>${LISTS}`)?.verified).toBeUndefined();
  });
});

describe('cards', () => {
  const cards = (body: string, place = profile) => read(`<main>${body}</main>`, place)[0]?.posts;
  const first = (inner: string, link = '/p/Bread-1/') => cards(`<a href="${link}">${inner}</a>`)?.[0];
  const told = { id: 'Bread-1', url: 'https://www.instagram.com/p/Bread-1/' };

  test.each([
    ['/p/Bread-1/', told],
    ['/ida/p/Bread-1/', told],
    ['/Ida/tv/Bread-1/', told],
    ['/tv/Bread-1', told],
    ['/reel/Bread-1/', { id: 'Bread-1', url: 'https://www.instagram.com/reel/Bread-1/', kind: 'short' }],
    ['https://www.instagram.com/p/Bread-1/?x', told],
    ['/bo/p/Bread-1/', undefined],
    ['/x/ida/p/Bread-1/', undefined],
    ['/p/', undefined],
    ['/p/abcd/', undefined],
    ['/p/abcde/', { id: 'abcde', url: 'https://www.instagram.com/p/abcde/' }],
    [`/p/${'a'.repeat(41)}/`, undefined],
    ['/p/Bread!1/', undefined],
    ['/p/!Bread/', undefined],
    ['/stories/Bread-1/', undefined],
  ])('%s: %j', (link, fields) => expect(first('', link)).toEqual(fields));

  test('stand in the page’s main part, newest first', () => {
    expect(read('<a href="/p/Bread-1/"></a>')).toEqual([]);
    expect(read('<main><a href="/p/Bread-1/"></a></main>')).toEqual([
      { ...said, via: 'dom', subject: { handle: 'ida' }, posts: [told], postsOrder: 'latest' },
    ]);
    for (const tab of ['tagged', 'reposts', 'saved'])
      expect(cards('<a href="/p/Bread-1/"></a>', { ...profile, tab }), tab).toBeUndefined();
    expect(cards('<a href="/p/Bread-1/"></a>', { ...profile, tab: 'reels' })).toHaveLength(1);
  });

  test('a code tells the day', () => {
    expect(first('', `/p/${CODE}/`)).toEqual({
      id: CODE,
      url: `https://www.instagram.com/p/${CODE}/`,
      at: '2026-06-11T15:59:01Z',
      atStep: 86_400,
    });
  });

  test.each([
    ['<svg></svg><span>1,234</span>', 1234],
    ['<div><div><svg></svg></div><span>1,234</span></div>', 1234],
    ['<div><svg></svg></div><span>1,234</span>', 1234],
    ['<svg></svg><span>views</span>', undefined],
    ['<span>1,234</span><svg></svg>', undefined],
    ['<svg></svg><span><svg></svg>1,234</span>', undefined],
    ['<svg></svg><span><ul></ul>1,234</span>', undefined],
    ['<svg></svg><ul>1,234</ul>', undefined],
    ['<ul><li><svg></svg><span>1,234</span></li></ul>', undefined],
    ['<svg></svg><i></i><span>1,234</span>', undefined],
    ['<p><svg></svg><i>x</i></p><p><svg></svg><span>1,234</span></p>', 1234],
    ['<span>1,234</span>', undefined],
  ])('views of %s: %j', (inner, views) => expect(first(inner)?.views).toBe(views));

  test.each([
    ['<ul><li>5</li><li>6</li></ul>', 5, 6],
    ['<ul><li>5</li><li>none</li></ul>', 5, undefined],
    ['<ul><li>5</li></ul>', undefined, undefined],
    ['<ul><li>5</li><li>6</li><li>7</li></ul>', undefined, undefined],
    ['<li>5</li><li>6</li>', undefined, undefined],
  ])('%s: likes %j, comments %j', (inner, likes, comments) =>
    expect([first(inner)?.likes, first(inner)?.comments]).toEqual([likes, comments]),
  );

  test('the same post twice adds', () => {
    const [one, two] = ['<a href="/p/Bread-1/"><svg></svg><b>9</b></a>', '<a href="/p/Bread-1/"></a>'];
    expect(cards(`${one}${two}`)).toEqual([{ ...told, views: 9 }]);
  });

  test.each([
    ...['Pinned post', 'Pinnad', 'Pineado', 'Épinglé', 'Fijado', 'Fixado', 'Angeheftet', 'Vastgemaakt', 'Fissato'],
    ...['Przypięty', 'Закреплено', 'Закріплено', 'Fastgjort', 'Festet', 'Fäst', 'Sabitlendi', 'Disemat', 'Đã ghim'],
    ...['ปักหมุด', 'ピン留め', '固定', '置顶', '고정', 'مثبت', 'पिन'],
  ])('%s', (word) => {
    const known = word !== 'Pineado';
    expect(first(`<svg aria-label="${word}"></svg>`)?.pinned).toBe(known ? true : undefined);
    expect(first(`<svg><title>${word}</title></svg>`)?.pinned).toBe(known ? true : undefined);
    expect(first(`<b aria-label="${word}"></b>`)?.pinned).toBeUndefined();
  });
});
