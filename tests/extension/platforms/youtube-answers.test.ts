/** YouTube's answers and scripts: which form each has, whose page it is for, and the comments under a video. */
import { describe, expect, test } from 'vitest';
import { commentsReading, whoseComment } from '../../../extension/platforms/youtube/comments';
import { readPageText } from '../../../extension/platforms/youtube/texts';
import type { PageText, Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const now = '2026-01-26T12:00:00Z';
const [ID, OTHER] = ['film0000001', 'film0000002'];
const [UCA, UCB] = [`UC${'a'.repeat(22)}`, `UC${'b'.repeat(22)}`];
const ida: Place = { platform: 'youtube', kind: 'profile', handle: 'ida', tab: 'videos' };
const post: Place = { platform: 'youtube', kind: 'post', postId: ID };
const contextOf = (place: Place): ReadContext => ({ place, now, locale: 'en' });
const said = { platform: 'youtube', via: 'response', at: now } as const;
const text = (simpleText: string) => ({ simpleText });
const BROWSE = 'https://www.youtube.com/youtubei/v1/browse?x';
const answer = (document: Json, more: Partial<PageText> = {}): PageText => ({
  via: 'response',
  url: BROWSE,
  text: JSON.stringify(document),
  ...more,
});
const read = (document: Json, place = ida, more: Partial<PageText> = {}) =>
  readPageText(answer(document, more), contextOf(place));

describe('comments', () => {
  const link = (url: string) => ({ url });
  const LINK = link(`/watch?v=${ID}&lc=c1`);
  const under = (document: Json, place = post) => commentsReading(document, answer(document), contextOf(place));
  const entity = (more: { properties?: JsonObject; author?: JsonObject; toolbar?: JsonObject } = {}) => ({
    properties: { commentId: 'c1', content: { content: 'Nice' }, publishedTime: '3 days ago', ...more.properties },
    author: { displayName: '@bo', isCreator: false, isVerified: false, ...more.author },
    toolbar: { likeCountNotliked: '5', ...more.toolbar },
  });
  const told = {
    id: 'c1',
    at: '2026-01-23T00:00:00Z',
    atStep: 86_400,
    author: 'bo',
    text: 'Nice',
    likes: 5,
    byCreator: false,
    authorVerified: false,
    postId: ID,
  };
  const person = { handle: 'bo', relation: 'commenter', postId: ID, verified: false };

  test('with who wrote them', () => {
    expect(under([LINK, entity()])).toEqual([{ ...said, subject: { postId: ID }, comments: [told], people: [person] }]);
  });

  const first = (node: Json) =>
    under([
      LINK,
      node,
      { key: 'k1', heartState: 'TOOLBAR_HEART_STATE_HEARTED' },
      { key: 'k2', heartState: 'TOOLBAR_HEART_STATE_UNHEARTED' },
      { key: 5, heartState: 'x' },
      { key: 'k3', heartState: 5 },
    ])[0]?.comments?.[0];
  test.each<[Parameters<typeof entity>[0], object]>([
    [{ properties: { content: null, words: { content: 'Rye' } } }, { text: 'Rye' }],
    [{ properties: { commentId: 'c1.r2' } }, { id: 'c1.r2', replyTo: 'c1' }],
    [{ properties: { toolbarStateKey: 'k1' } }, { likedByCreator: true }],
    [{ properties: { toolbarStateKey: 'k2' } }, { likedByCreator: false }],
    [{ properties: { toolbarStateKey: 'k3' } }, {}],
    [{ properties: { toolbarStateKey: 5 } }, {}],
    [{ properties: { publishedTime: 'x' } }, { at: undefined, atStep: undefined }],
    [{ toolbar: { likeCountNotliked: '' } }, { likes: 0 }],
    [{ toolbar: { likeCountNotliked: ' ' } }, { likes: 0 }],
    [{ toolbar: { likeCountNotliked: null } }, { likes: undefined }],
    [{ toolbar: { likeCountNotliked: '1.2K' } }, { likes: { low: 1200, high: 1299 } }],
    [{ author: { isCreator: true } }, { byCreator: true }],
    [{ author: { isCreator: 'yes' } }, { byCreator: undefined }],
    [{ author: { isVerified: true } }, { authorVerified: true }],
    [{ author: { isArtist: true } }, { authorVerified: true }],
    [{ author: { isVerified: null, isArtist: true } }, { authorVerified: undefined }],
  ])('%j', (more, fields) => expect(first(entity(more))).toEqual({ ...told, ...fields }));

  test.each<Json>([
    entity({ properties: { commentId: 5 } }),
    entity({ properties: { content: null } }),
    { properties: { content: 'Nice' }, author: {} },
  ])('%j is none', (node) => expect(first(node)).toBeUndefined());

  const old: JsonObject = {
    commentId: 'c1',
    authorText: text('@bo'),
    contentText: { runs: [{ text: 'Nice' }] },
    publishedTimeText: text('3 days ago'),
    voteCount: text('5'),
    authorIsChannelOwner: false,
  };
  const { authorVerified: _, ...older } = told;
  test.each<[JsonObject, object | undefined]>([
    [{}, {}],
    [{ actionButtons: { heart: { isHearted: true } } }, { likedByCreator: true }],
    [{ actionButtons: { heart: { isHearted: false } } }, {}],
    [{ commentId: 'c1.r2' }, { id: 'c1.r2', replyTo: 'c1' }],
    [{ authorIsChannelOwner: 1 }, { byCreator: undefined }],
    [{ voteCount: null }, { likes: undefined }],
    [{ commentId: 5 }, undefined],
  ])('until 2024: %j', (more, fields) => expect(first({ ...old, ...more })).toEqual(fields && { ...older, ...fields }));

  test('until 2024, have words and an author', () => {
    const { contentText: __, ...wordless } = old;
    const { authorText: ___, ...unnamed } = old;
    expect([first(wordless), first(unnamed)]).toEqual([undefined, undefined]);
  });

  test('the creator is no commenter, also where only a heart tells who that is', () => {
    const heart = (tooltip: Json) => ({ toolbar: { likeCountNotliked: '5', heartActiveTooltip: tooltip } });
    const who = (...nodes: Json[]) => {
      const [reading] = under([LINK, ...nodes]);
      return [reading?.subject.handle, (reading?.people ?? []).map(({ handle }) => handle)];
    };
    expect(who(entity())).toEqual([undefined, ['bo']]);
    expect(who(entity({ author: { isCreator: true } }))).toEqual(['bo', []]);
    expect(who(entity(heart('❤ by @ida\u2069')), entity({ author: { displayName: '@Ida', isCreator: null } }))).toEqual(
      ['ida', ['bo']],
    );
    expect(who(entity(heart('❤')))).toEqual([undefined, ['bo']]);
    expect(who(entity(heart('❤ by @i')))).toEqual([undefined, ['bo']]);
    expect(who(entity(heart(5)))).toEqual([undefined, ['bo']]);
    expect(who(entity({ author: { isCreator: null } }))).toEqual([undefined, []]);
    expect(who(entity({ author: { isCreator: null } }), entity(heart('❤ by @ida')))).toEqual(['ida', ['bo']]);
    expect(who(entity(), entity({ author: { displayName: '@BO' } }))).toEqual([undefined, ['BO']]);
    expect(who(entity({ author: { displayName: null } }))).toEqual([undefined, []]);
  });

  test.each(['createRenderer', 'sortMenu', 'customEmojis', 'commentsCount'])(
    'the list’s own number stands beside %s',
    (key) => {
      const posts = (node: Json) => under([LINK, node])[0]?.posts;
      expect(posts({ countText: { runs: [{ text: '1,234' }, { text: ' 5 Comments' }] }, [key]: {} })).toEqual([
        { id: ID, comments: 1234 },
      ]);
      expect(posts({ countText: text('77 Comments'), [key]: {} })).toEqual([{ id: ID, comments: 77 }]);
      expect(posts({ countText: text('77 Comments') })).toBeUndefined();
      expect(posts({ [key]: {} })).toBeUndefined();
      expect(posts({ countText: text('Comments'), [key]: {} })).toBeUndefined();
    },
  );

  test.each([
    [`/watch?v=${ID}&lc=c1`, ID],
    [`/watch?lc=c1&v=${ID}&x`, ID],
    [`https://www.youtube.com/watch?a=1&v=${ID}&b=1&lc=c1`, ID],
    [`/shorts/${ID}?lc=c1`, ID],
    [`/shorts/${ID}?a=1&lc=c1`, ID],
    [`/watch?v=${ID}`, undefined],
    [`/watch?v=${ID}&t=1`, undefined],
    [`/watch?v=film&lc=c1`, undefined],
    [`/watch?v=${ID}a&lc=c1`, undefined],
    [`/x/shorts/${ID}?lc=c1`, undefined],
    [`/shorts/${ID}`, undefined],
    [`/shorts/${ID}/x?lc=c1`, undefined],
    ['/shorts/film?lc=c1', undefined],
  ])('the link %s is of %s', (url, id) => {
    expect(whoseComment({ url }, ID)).toBe(id && 'own');
    expect(whoseComment({ url }, OTHER)).toBe(id && 'other');
    expect(under([{ url }, entity()]).map(({ subject }) => subject.postId)).toEqual(id === undefined ? [] : [id]);
  });

  test('are the viewed video’s', () => {
    expect(whoseComment({ url: 5 }, ID)).toBeUndefined();
    expect(under([LINK, link(`/watch?v=${OTHER}&lc=c1`), entity()], { ...post, postId: OTHER })).toEqual([]);
    expect(under([LINK, entity()], ida)).toHaveLength(1);
    expect(under([entity()])).toEqual([]);
  });
});

const metadata = { externalId: UCA, vanityChannelUrl: 'http://www.youtube.com/@ida', title: 'Ida' };
const video = (id: string) => ({ videoId: id, title: text('Bread'), viewCountText: text('1,234 views') });
const posts = [{ id: ID, url: `https://www.youtube.com/watch?v=${ID}`, kind: 'video', views: 1234, caption: 'Bread' }];
const subject = { handle: 'ida', id: UCA };

describe('a channel', () => {
  const profile = { id: UCA, displayName: 'Ida' };
  const reading = { ...said, subject, profile, posts, postsOrder: 'latest' };

  test('its header and its videos', () => {
    expect(read([metadata, video(ID)])).toEqual([reading]);
    expect(read([metadata, video(ID)], post).map(({ ahead }) => ahead)).toEqual([true]);
    expect(read([{ joinedDateText: {}, channelId: UCA, canonicalChannelUrl: metadata.vanityChannelUrl }])).toEqual([
      { ...said, subject, profile: { id: UCA } },
    ]);
  });

  const inline = (script: string, place = ida, more: Partial<PageText> = {}) =>
    readPageText({ via: 'inline', url: '', text: script, ...more }, contextOf(place)).map(({ profile: told }) => told);
  const json = JSON.stringify(metadata);
  const escaped = [...json].map((sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
  const unicode = [...json].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  test.each([
    `var ytInitialData = ${json};`,
    `window["ytInitialData"] = ${json};`,
    `var ytInitialData=${json};`,
    `ytInitialPlayerResponse = null; ytInitialData = ${json};`,
    `var ytInitialData = '${escaped}';`,
    `window["ytInitialData"] = '${escaped}';`,
    `window['ytInitialData'] ='${escaped}`,
    `var ytInitialData = '${unicode}';`,
    `var ytInitialData = '${json.replaceAll('"', '\\"')}'; var a = 'b';`,
    `var ytInitialData = '{\\n${json.slice(1)}';`,
    json,
  ])('in a script: %s', (script) => expect(inline(script)).toEqual([profile]));

  test.each([
    'var other = 1;',
    `var ytInitialData = "${escaped}";`,
    `${' '.repeat(4000)}ytInitialData = '${escaped}';`,
  ])('nothing in a script: %s', (script) => expect(inline(script)).toEqual([]));

  test('an older address is the script’s that was loaded with it', () => {
    const alias: Place = { platform: 'youtube', kind: 'profile', alias: '/c/ida' };
    const loaded = (page: string | undefined, more: Json = null, place = alias, via: PageText['via'] = 'inline') =>
      read([metadata, more], place, { via, ...(page === undefined ? {} : { page }) }).filter(({ ahead }) => !ahead)
        .length;
    const PAGE = 'https://www.youtube.com/c/ida';
    expect(loaded(PAGE)).toBe(1);
    expect(loaded(`${PAGE}/videos`)).toBe(1);
    expect(loaded('https://www.youtube.com/c/bo')).toBe(0);
    expect(loaded('https://www.youtube.com/watch?v=film0000001')).toBe(0);
    expect(loaded('nowhere')).toBe(0);
    expect(loaded(undefined)).toBe(0);
    expect(loaded(PAGE, { ...metadata, externalId: UCB })).toBe(0);
    expect(loaded(PAGE, null, alias, 'response')).toBe(0);
    expect(loaded('https://www.youtube.com/@bo', null, { ...ida, handle: 'bo' })).toBe(0);
  });

  test('another channel’s page beside it is left out', () => {
    const bo = { externalId: UCB, vanityChannelUrl: 'http://www.youtube.com/@bo', title: 'Bo' };
    const film = { ...video(OTHER) };
    expect(read([{ a: [bo, film] }, { b: [metadata, video(ID)] }])).toEqual([reading]);
    const watched = { viewCount: { videoId: ID }, videoActions: {} };
    const others = { viewCount: { videoId: OTHER }, videoActions: {} };
    const played = [[watched, { currentVideoEndpoint: { videoId: ID } }], [others]];
    expect(read(played, post)[0]?.posts?.map(({ id }) => id)).toEqual([ID]);
    expect(read(played, { platform: 'youtube', kind: 'post' }).map(({ ahead }) => ahead)).not.toContain(undefined);
  });
});

describe('more of a tab', () => {
  const more = (document: Json, place: Place, text1: Partial<PageText>) =>
    read(document, place, text1).map((found) => [found.subject, found.posts?.map(({ id }) => id), found.postsOrder]);
  const page = 'https://www.youtube.com/@Ida/videos';
  const own = [[{ handle: 'ida' }, [ID], 'latest']];
  const tracked = (...values: Json[]) => [video(ID), ...values.map((value) => ({ key: 'browse_id', value }))];
  const byId: Place = { platform: 'youtube', kind: 'profile', id: UCA, tab: 'videos' };

  test('is the channel’s whose page asked for it', () => {
    expect(more([video(ID)], ida, { page })).toEqual(own);
    expect(more([video(ID)], byId, { page: `https://www.youtube.com/channel/${UCA}` })).toEqual([
      [{ id: UCA }, [ID], 'latest'],
    ]);
    expect(more([video(ID)], ida, {})).toEqual([]);
    expect(more([video(ID)], ida, { page: 'https://www.youtube.com/@bo' })).toEqual([]);
    expect(more([video(ID)], ida, { page: 'https://www.youtube.com/feed' })).toEqual([]);
    expect(more([video(ID)], ida, { page: 'nowhere' })).toEqual([]);
    expect(more([video(ID)], ida, { page, via: 'inline' })).toEqual([]);
    expect(more([video(ID)], ida, { page, url: 'https://www.youtube.com/youtubei/v1/next' })).toEqual([]);
    expect(more([metadata, video(ID)], { ...ida, handle: 'bo' }, { page: 'https://www.youtube.com/@bo' })).toEqual([
      [subject, undefined, undefined],
    ]);
  });

  test('or the one that its own tracking names', () => {
    expect(more(tracked(UCA), ida, { page })).toEqual([[subject, [ID], 'latest']]);
    expect(more(tracked(UCA), ida, {})).toEqual([]);
    expect(more(tracked(UCA), byId, {})).toEqual([[{ id: UCA }, [ID], 'latest']]);
    expect(more(tracked(UCB), byId, { page: `https://www.youtube.com/channel/${UCA}` })).toEqual([]);
    expect(more(tracked(UCA, UCB), ida, { page })).toEqual([]);
    expect(more(tracked(UCA, UCA), ida, { page })).toHaveLength(1);
    expect(more(tracked('FEwhat'), ida, { page })).toEqual(own);
    expect(more([...tracked(), { key: 'other', value: UCB }], ida, { page })).toEqual(own);
  });
});

describe('an answer for another page', () => {
  const ahead = (document: Json, more: Partial<PageText> = {}) =>
    read(document, { ...ida, handle: 'bo' }, more).map((found) => [found.subject, found.ahead]);

  test('names its channel or its video', () => {
    expect(ahead(metadata)).toEqual([[subject, true]]);
    expect(ahead({ externalId: UCA, channelUrl: 'x' })).toEqual([[{ id: UCA }, true]]);
    expect(ahead(metadata, { via: 'inline' })).toEqual([]);
    expect(
      ahead([{ currentVideoEndpoint: { videoId: ID } }, { viewCount: {}, videoActions: {}, title: text('x') }]),
    ).toEqual([[{ postId: ID }, true]]);
    const details = { videoId: ID, channelId: UCA, author: 'Ida', viewCount: '1' };
    expect(ahead(details)).toEqual([[{ id: UCA, postId: ID }, true]]);
    expect(ahead({ videoId: ID })).toEqual([]);
  });
});
