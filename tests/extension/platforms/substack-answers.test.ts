/** Substack's answers and scripts: a writer, articles of an archive, notes, and comments under an article. */
import { describe, expect, test } from 'vitest';
import { inlineTexts } from '../../../extension/platforms/substack/document';
import { readPageText } from '../../../extension/platforms/substack/texts';
import type { PageText, Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';
import { documentOf } from '../pages/capture';

const now = '2026-01-26T12:00:00Z';
const profile: Place = { platform: 'substack', kind: 'profile', handle: 'ida' };
const post: Place = { ...profile, kind: 'post', postId: 'bread' };
const POSTS = 'https://substack.com/api/v1/profile/posts?x';
const ARCHIVE = 'https://ida.substack.com/api/v1/archive?x';
const said = { platform: 'substack', via: 'response', at: now } as const;
const read = (document: Json, place = profile, url = POSTS, more: Partial<PageText> = {}) => {
  const context: ReadContext = { place, now, locale: 'en' };
  return readPageText({ via: 'response', url, text: JSON.stringify(document), ...more }, context);
};
const AT = '2026-01-01T10:00:00.000Z';
const at = '2026-01-01T10:00:00Z';

describe('a writer', () => {
  const writer: JsonObject = { id: 7, handle: 'Ida', name: 'Ida', bio: 'Bread.' };
  const fields = { id: '7', displayName: 'Ida', bio: 'Bread.' };
  const url = 'https://substack.com/api/v1/user/ida';
  const profileOf = (more: JsonObject) => read({ ...writer, ...more }, profile, url)[0]?.profile;

  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ profile_set_up_at: AT }, { createdAt: at }],
    [{ subscriberCountNumber: 5 }, { followers: 5 }],
    [{ subscriberCountNumber: 5, followerCount: 6 }, { followers: 5 }],
    [{ followerCount: 6 }, { followers: 6 }],
    [{ subscriberCountNumber: 0 }, {}],
    [{ subscriberCountNumber: 0, subscriberCount: '0' }, { followers: 0 }],
    [{ subscriberCountNumber: 0, subscriberCount: '' }, {}],
    [{ subscriberCount: '4.2K+ subscribers' }, { followers: { low: 4200, high: 4299 } }],
    [{ subscriberCount: 5, subscriberCountString: '4.2K+ subscribers' }, { followers: { low: 4200, high: 4299 } }],
    [{ subscriberCount: 'Over 10,000 subscribers' }, { followers: { low: 10_000, high: 19_999 } }],
    [{ subscriberCount: 'Over 243,000 subscribers' }, { followers: { low: 243_000, high: 243_999 } }],
    [{ subscriberCount: 'Over 12,345 subscribers' }, { followers: 12_345 }],
    [{ subscriberCount: 'Over 900 subscribers' }, { followers: 900 }],
    [{ subscriberCount: 'Over 1,000 subscribers' }, { followers: { low: 1000, high: 1999 } }],
    [{ subscriberCount: '10,000 subscribers' }, { followers: 10_000 }],
    [{ subscriberCount: 'many' }, {}],
  ])('%j', (more, told) => expect(profileOf(more)).toEqual({ ...fields, ...told }));

  test('is the viewed one, with words of its own', () => {
    expect(read(writer, profile, url)).toEqual([{ ...said, subject: { handle: 'ida' }, profile: fields }]);
    expect(read([writer, { handle: 'ida', profile_set_up_at: AT }], profile, url)[0]?.profile).toEqual({
      ...fields,
      createdAt: at,
    });
    expect(read({ ...writer, handle: 'bo' }, profile, url)).toEqual([]);
    expect(read({ id: 7, handle: 'ida', name: 'Ida' }, profile, url)).toEqual([]);
    expect(read({ bio: 'x', name: 'Ida' }, profile, url)).toEqual([]);
    expect(read(writer, { platform: 'substack', kind: 'profile' }, url)).toEqual([]);
  });

  test('in a script, as a text in a text', () => {
    const inline = (script: string) =>
      read(null, profile, 'https://substack.com/@ida', { via: 'inline', text: script }).map(
        ({ profile: told }) => told,
      );
    const json = JSON.stringify(JSON.stringify({ ...writer, bio: 'Say "hi" \\' }));
    const told = [{ ...fields, bio: 'Say "hi" \\' }];
    expect(inline(`window._preloads = JSON.parse(${json})`)).toEqual(told);
    expect(inline(`window._preloads=JSON.parse(${json}); var a = "b";`)).toEqual(told);
    expect(inline(`window._preloads = JSON.parse(${json.slice(0, -1)}`)).toEqual([]);
    expect(inline(`${' '.repeat(1000)}_preloads = JSON.parse(${json})`)).toEqual([]);
    expect(inline(JSON.stringify(writer))).toEqual([fields]);
    expect(
      read(null, profile, url, { text: `window._preloads = JSON.parse(${json})` }).map(({ profile: one }) => one),
    ).toEqual([]);
  });
});

describe('an article', () => {
  const byline = (handle: string | null, id: number | null = null) => ({ handle, id });
  const article = (slug: string, more: JsonObject = {}): JsonObject => ({
    slug,
    post_date: AT,
    reaction_count: 3,
    publishedBylines: [byline('ida')],
    ...more,
  });
  const told = { id: 'bread', at, kind: 'text', likes: 3 };
  const first = (more: JsonObject, url?: string) => read([article('bread', more)], profile, url)[0]?.posts?.[0];

  test.each<[JsonObject, object]>([
    [{}, {}],
    [
      { title: 'Bread', comment_count: 4, restacks: 5 },
      { caption: 'Bread', comments: 4, shares: 5 },
    ],
    [{ type: 'podcast' }, { kind: 'video' }],
    [{ type: 'newsletter' }, {}],
    [{ canonical_url: 'https://ida.substack.com/p/bread' }, { url: 'https://ida.substack.com/p/bread' }],
    [{ reaction_count: null, reactions: {} }, { likes: undefined }],
    [{ publishedBylines: [byline('Ida'), byline('bo'), byline(null, 9), 'x'] }, { collaborators: ['bo'] }],
  ])('%j', (more, fields) => expect(first(more)).toEqual({ ...told, ...fields }));

  test('has a name, a day and a number of hearts', () => {
    for (const key of ['slug', 'post_date', 'reaction_count']) {
      const { [key]: _, ...part } = article('bread');
      expect(read([part])[0]?.posts, key).toBeUndefined();
    }
    const { reaction_count: _, ...hearts } = article('bread', { reactions: {} });
    expect(read([hearts])[0]?.posts).toHaveLength(1);
  });

  test('names the writer, or stands in the archive of the publication', () => {
    const unsigned = { publishedBylines: [byline('bo')] };
    const away = { canonical_url: 'https://bo.substack.com/p/bread' };
    expect(first(unsigned)).toBeUndefined();
    expect(first({ publishedBylines: 'ida' })).toBeUndefined();
    expect(first(unsigned, ARCHIVE)).toEqual(told);
    expect(first(unsigned, ARCHIVE.replace('ida', 'bo'))).toBeUndefined();
    expect(first({ ...unsigned, canonical_url: 'https://ida.substack.com/p/bread' }, ARCHIVE)?.id).toBe('bread');
    expect(first({ ...unsigned, ...away }, ARCHIVE)).toBeUndefined();
    expect(first(unsigned, 'nowhere')).toBeUndefined();
    const shouted = read([article('bread', unsigned)], { ...profile, handle: 'IDA' }, ARCHIVE);
    expect(shouted[0]?.posts).toHaveLength(1);
    const tied = { id: 7, handle: 'ida', name: 'Ida', bio: 'x' };
    const byId = article('bread', { publishedBylines: [byline(null, 7)] });
    expect(read([tied, byId])[0]?.posts).toHaveLength(1);
    expect(read([{ ...tied, handle: 'bo' }, byId])).toEqual([{ ...said, subject: { handle: 'ida' } }].slice(1));
    expect(read([{ id: 7, handle: 'ida', name: 'Ida' }, byId])).toEqual([]);
    expect(read([{ id: 7, handle: 'ida', bio: 'x' }, byId])[0]?.posts).toBeUndefined();
  });

  test.each([
    [POSTS, 'latest'],
    [ARCHIVE, 'latest'],
    [`${ARCHIVE}&sort=top`, 'top'],
    ['https://substack.com/api/v1/post/?sort=new', 'latest'],
    ['https://substack.com/api/v1/post/?resort=new', 'unknown'],
    ['https://substack.com/api/v1/post/?resort=top', 'unknown'],
    ['https://substack.com/api/v1/reader/feed/profile/7', 'unknown'],
  ])('of %s in the order %s', (url, order) =>
    expect(read([article('bread')], profile, url)[0]?.postsOrder).toBe(order),
  );

  test('told twice is one; on a page of its own, that one', () => {
    const both = [article('bread'), article('bread', { reaction_count: 9 }), article('rye')];
    expect(read(both)[0]?.posts?.map(({ id, likes }) => [id, likes])).toEqual([
      ['bread', 3],
      ['rye', 3],
    ]);
    expect(read(both, post)[0]?.posts).toEqual([told]);
    expect(read([article('rye')], post)).toEqual([]);
  });

  test('a list without any', () => {
    const missing = (document: Json, url?: string) => read(document, profile, url)[0]?.missing?.map(({ why }) => why);
    for (const url of [ARCHIVE, POSTS, 'https://substack.com/api/v1/reader/feed/profile/7']) {
      expect(missing([], url), url).toEqual(['not_on_page']);
      expect(missing([{ a: 1 }], url), url).toEqual(['not_read']);
    }
    expect(missing([], 'https://substack.com/api/v1/user/ida')).toBeUndefined();
    expect(missing([{ slug: 'x', post_date: AT }])).toBeUndefined();
    expect(missing([{ slug: 'x' }])).toEqual(['not_read']);
    expect(missing([{ body: 'x', date: AT, reaction_count: 1 }])).toBeUndefined();
    expect(missing([{ body: 'x', date: AT }])).toEqual(['not_read']);
  });
});

describe('a note', () => {
  const note = { id: 31, handle: 'ida', body: 'Hi', date: AT, reaction_count: 3 };
  const FEED = 'https://substack.com/api/v1/reader/feed/profile/7';
  const told = {
    id: 'c-31',
    url: 'https://substack.com/@ida/note/c-31',
    at,
    kind: 'text',
    likes: 3,
    caption: 'Hi',
  };
  const posts = (more: JsonObject) => read([{ ...note, ...more }], profile, FEED)[0]?.posts;

  test.each<[JsonObject, object | undefined]>([
    [{}, {}],
    [
      { children_count: 4, restacks: 5 },
      { comments: 4, shares: 5 },
    ],
    [{ ancestor_path: '' }, {}],
    [{ ancestor_path: '30' }, undefined],
    [{ handle: 'bo' }, undefined],
    [{ handle: null }, undefined],
    [{ id: null }, undefined],
  ])('%j', (more, fields) => expect(posts(more)).toEqual(fields && [{ ...told, ...fields }]));

  test('has words, a day and a number of hearts', () => {
    for (const key of ['body', 'date', 'reaction_count']) {
      const { [key as 'body']: _, ...part } = note;
      expect(read([part], profile, FEED)[0]?.posts, key).toBeUndefined();
    }
  });
});

describe('comments', () => {
  const url = 'https://ida.substack.com/api/v1/post/12/comments?x';
  const comment: JsonObject = { id: 31, handle: 'bo', body: 'Nice', date: AT, ancestor_path: '', reaction_count: 3 };
  const told = { id: '31', postId: 'bread', at, author: 'bo', text: 'Nice', likes: 3 };
  const first = (more: JsonObject) => read([{ ...comment, ...more }], post, url)[0]?.comments?.[0];

  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ handle: null, user_id: 8 }, { author: '8' }],
    [{ metadata: { is_author: true } }, { byCreator: true }],
    [{ metadata: { is_author: false } }, {}],
    [{ ancestor_path: '29.30' }, { replyTo: '30' }],
  ])('%j', (more, fields) => expect(first(more)).toEqual({ ...told, ...fields }));

  test('have an id, words, a day, a place and a number of hearts', () => {
    for (const key of ['id', 'body', 'date', 'ancestor_path', 'reaction_count']) {
      const { [key]: _, ...part } = comment;
      expect(read([part], post, url), key).toEqual([]);
    }
  });

  test('are the viewed article’s', () => {
    const count = (more: Partial<PageText>, place = post, address = url) =>
      read([comment], place, address, more)[0]?.comments?.length;
    expect(read([comment], post, url)[0]?.people).toEqual([{ handle: 'bo', relation: 'commenter', postId: 'bread' }]);
    expect(count({ page: 'https://ida.substack.com/p/bread' })).toBe(1);
    expect(count({ page: 'https://ida.substack.com/p/rye' })).toBeUndefined();
    expect(count({ page: 'https://bo.substack.com/p/bread' })).toBeUndefined();
    expect(count({ page: 'https://ida.substack.com/' })).toBeUndefined();
    expect(count({ page: 'nowhere' })).toBeUndefined();
    expect(count({}, profile)).toBeUndefined();
    expect(count({}, post, url.replace('comments', 'x'))).toBeUndefined();
    expect(count({}, post, url.replace('12', 'x'))).toBeUndefined();
  });
});

test('the script of a page', () => {
  const page = documentOf(
    `<!DOCTYPE html><body><script>window._preloads = 1</script><script>window._preloads= 2</script><script>var a = 3</script>
    <script src="/x">_preloads = 4</script><script>${' '.repeat(400)}_preloads = 5</script></body>`,
    'https://substack.com/@ida',
  );
  expect(inlineTexts(page)).toEqual(
    ['window._preloads = 1', 'window._preloads= 2'].map((text) => ({
      via: 'inline',
      url: 'https://substack.com/@ida',
      name: 'preloads',
      text,
    })),
  );
});
